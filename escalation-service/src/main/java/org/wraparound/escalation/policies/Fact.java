package org.wraparound.escalation.policies;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * A coded fact of an incident that a condition can look at. Where the codes are a national list
 * they are known here, so that a policy with a slip of the pen is refused instead of never firing.
 */
public enum Fact {
  KIND("kind", false),
  LOCATION("location", false),
  PHYSICAL_HARM("physicalHarm", true, "NONE", "LOW", "MODERATE", "SEVERE", "FATAL"),
  PSYCHOLOGICAL_HARM("psychologicalHarm", true, "NONE", "LOW", "MODERATE", "SEVERE"),
  ALLEGATION_TYPE(
      "allegationType",
      false,
      "PHYSICAL",
      "SEXUAL",
      "PSYCHOLOGICAL",
      "FINANCIAL_OR_MATERIAL",
      "DISCRIMINATORY",
      "ORGANISATIONAL",
      "NEGLECT_AND_ACTS_OF_OMISSION",
      "DOMESTIC_ABUSE",
      "SEXUAL_EXPLOITATION",
      "MODERN_SLAVERY",
      "SELF_NEGLECT"),
  ALLEGATION_SOURCE(
      "allegationSource",
      false,
      "SERVICE_PROVIDER",
      "OTHER_KNOWN_TO_INDIVIDUAL",
      "OTHER_UNKNOWN_TO_INDIVIDUAL"),
  RESTRICTIVE_INTERVENTION(
      "restrictiveIntervention",
      false,
      "01",
      "04",
      "05",
      "06",
      "07",
      "08",
      "09",
      "10",
      "11",
      "12",
      "13",
      "14",
      "15",
      "16",
      "17"),
  RESTRICTION_TYPE(
      "restrictionType",
      false,
      "PHYSICAL",
      "MECHANICAL",
      "CHEMICAL",
      "ENVIRONMENTAL",
      "PSYCHOLOGICAL",
      "CULTURAL",
      "SURVEILLANCE",
      "BLANKET"),
  POLICE_INVOLVED("policeInvolved", false, "false", "true"),
  PROPERTY_DAMAGED("propertyDamaged", false, "false", "true"),
  OTHERS_THREATENED("othersThreatened", false, "false", "true"),
  SUPPORT_REFUSED("supportRefused", false, "false", "true"),
  EARLY_INTERVENTION_USED("earlyInterventionUsed", false, "false", "true");

  private final String code;
  private final boolean ordered;

  @SuppressWarnings("ImmutableEnumChecker") // made with List.of
  private final List<String> values;

  Fact(String code, boolean ordered, String... values) {
    this.code = code;
    this.ordered = ordered;
    this.values = List.of(values);
  }

  /** Its name in policies, explanations and events. */
  @JsonValue
  public String code() {
    return code;
  }

  /** Whether its values have an order, least first, so that "at least" can be asked. */
  boolean isOrdered() {
    return ordered;
  }

  /** Whether it can have the value. */
  boolean canBe(String value) {
    return values.isEmpty() || values.contains(value);
  }

  /** Place of a value in the order; -1 for one that is not known here. */
  int rank(String value) {
    return values.indexOf(value);
  }
}
