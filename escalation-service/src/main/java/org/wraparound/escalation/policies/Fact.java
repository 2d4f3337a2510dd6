package org.wraparound.escalation.policies;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * A coded fact that a condition can look at. Where the codes are a national list they are known
 * here, so that a policy with a slip of the pen is refused instead of never firing.
 */
public enum Fact {
  KIND(
      Trigger.INCIDENT,
      "kind",
      Form.ONE,
      "DISTRESSED_BEHAVIOUR",
      "SAFEGUARDING_CONCERN",
      "PROPERTY_DAMAGE",
      "INJURY",
      "HEALTH_DETERIORATION",
      "MEDICATION",
      "MISSING_PERSON",
      "REFUSED_SUPPORT",
      "SELF_NEGLECT",
      "OTHER"),
  LOCATION(Trigger.INCIDENT, "location", Form.ONE, Codes.LOCATIONS),
  /** Code of the setting, the provider's own. */
  SETTING_ID(Trigger.INCIDENT, "settingId", Form.ONE),
  PHYSICAL_HARM(
      Trigger.INCIDENT, "physicalHarm", Form.RANKED, "NONE", "LOW", "MODERATE", "SEVERE", "FATAL"),
  PSYCHOLOGICAL_HARM(
      Trigger.INCIDENT, "psychologicalHarm", Form.RANKED, "NONE", "LOW", "MODERATE", "SEVERE"),
  ALLEGATION_TYPE(
      Trigger.INCIDENT,
      "allegationType",
      Form.MANY,
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
      Trigger.INCIDENT,
      "allegationSource",
      Form.MANY,
      "SERVICE_PROVIDER",
      "OTHER_KNOWN_TO_INDIVIDUAL",
      "OTHER_UNKNOWN_TO_INDIVIDUAL"),
  ALLEGATION_LOCATION(Trigger.INCIDENT, "allegationLocation", Form.MANY, Codes.LOCATIONS),
  /** The provider's pseudonyms for those who are said to have caused it. */
  ALLEGATION_SOURCE_REF(Trigger.INCIDENT, "allegationSourceRef", Form.MANY),
  RESTRICTIVE_INTERVENTION(
      Trigger.INCIDENT,
      "restrictiveIntervention",
      Form.MANY,
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
      Trigger.INCIDENT,
      "restrictionType",
      Form.MANY,
      "PHYSICAL",
      "MECHANICAL",
      "CHEMICAL",
      "ENVIRONMENTAL",
      "PSYCHOLOGICAL",
      "CULTURAL",
      "SURVEILLANCE",
      "BLANKET"),
  /** Of each restriction, whether it was in the person's plan. */
  RESTRICTION_IN_PLAN(Trigger.INCIDENT, "restrictionInPlan", Form.MANY, Codes.YES_OR_NO),
  /** Of each restriction, the minutes it lasted. */
  RESTRICTION_MINUTES(Trigger.INCIDENT, "restrictionMinutes", Form.NUMBERS),
  INVOLVED_ROLE(
      Trigger.INCIDENT,
      "involvedRole",
      Form.MANY,
      "PERSON_SUPPORTED",
      "OTHER_TENANT",
      "STAFF",
      "FAMILY",
      "VISITOR",
      "MEMBER_OF_PUBLIC",
      "PROFESSIONAL",
      "ALLEGED_SOURCE_OF_RISK",
      "WITNESS",
      "OTHER"),
  /** The provider's pseudonyms for the staff who had part in it. */
  WORKER_REF(Trigger.INCIDENT, "workerRef", Form.MANY),
  POLICE_INVOLVED(Trigger.INCIDENT, "policeInvolved", Form.ONE, Codes.YES_OR_NO),
  PROPERTY_DAMAGED(Trigger.INCIDENT, "propertyDamaged", Form.ONE, Codes.YES_OR_NO),
  OTHERS_THREATENED(Trigger.INCIDENT, "othersThreatened", Form.ONE, Codes.YES_OR_NO),
  SUPPORT_REFUSED(Trigger.INCIDENT, "supportRefused", Form.ONE, Codes.YES_OR_NO),
  EARLY_INTERVENTION_USED(Trigger.INCIDENT, "earlyInterventionUsed", Form.ONE, Codes.YES_OR_NO),

  /** Type of the agency that owns the action; none when it is not in the person's circle. */
  OWNER_AGENCY_TYPE(
      Trigger.ACTION_OVERDUE,
      "ownerAgencyType",
      Form.MANY,
      "PROVIDER",
      "LOCAL_AUTHORITY_SAFEGUARDING",
      "SOCIAL_WORK",
      "COMMISSIONER",
      "ICB",
      "CLDT",
      "GP",
      "COMMUNITY_NURSING",
      "MENTAL_HEALTH",
      "HOSPITAL",
      "AMBULANCE",
      "POLICE",
      "HOUSING",
      "ADVOCACY",
      "EDUCATION",
      "CHILDRENS_SERVICES",
      "SUBSTANCE_MISUSE",
      "DOMESTIC_ABUSE_SERVICE",
      "REGULATOR",
      "FAMILY_REPRESENTATIVE",
      "OTHER"),

  /** What is measured against the person's baseline. */
  INDICATOR(Trigger.INDICATOR_BREACHED, "indicator", Form.ONE),
  /** On which side of what is usual for the person. */
  BREACH_DIRECTION(Trigger.INDICATOR_BREACHED, "breachDirection", Form.ONE, "ABOVE", "BELOW"),
  /** Days in a row that it has been outside. */
  BREACH_DAYS(Trigger.INDICATOR_BREACHED, "breachDays", Form.NUMBER),

  /** Days that the step-up has lasted. */
  STEP_UP_DAYS(Trigger.STEP_UP_SUSTAINED, "stepUpDays", Form.NUMBER);

  private final Trigger of;
  private final String code;
  private final Form form;

  @SuppressWarnings("ImmutableEnumChecker") // made with List.of
  private final List<String> values;

  Fact(Trigger of, String code, Form form, String... values) {
    this.of = of;
    this.code = code;
    this.form = form;
    this.values = List.of(values);
  }

  /** How a fact is recorded once it is. */
  private enum Form {
    /** One code. */
    ONE,
    /** One code of a list with an order, least first. */
    RANKED,
    /** Any number of codes, or none. */
    MANY,
    /** One whole number. */
    NUMBER,
    /** Any number of whole numbers, or none. */
    NUMBERS
  }

  /** Lists that several facts share. */
  private static final class Codes {
    static final String[] YES_OR_NO = {"false", "true"};
    static final String[] LOCATIONS = {
      "OWN_HOME",
      "COMMUNITY_EXCLUDING_SERVICES",
      "COMMUNITY_SERVICE",
      "CARE_HOME_NURSING",
      "CARE_HOME_RESIDENTIAL",
      "HOSPITAL_ACUTE",
      "HOSPITAL_MENTAL_HEALTH",
      "HOSPITAL_COMMUNITY",
      "SUPPORTED_LIVING",
      "OTHER"
    };
  }

  /** Its name in policies, explanations and events. */
  @JsonValue
  public String code() {
    return code;
  }

  /** What it is a fact of. */
  Trigger of() {
    return of;
  }

  /** The codes it can have, least first where they have an order; empty when there is no list. */
  List<String> codes() {
    return values;
  }

  /** Whether there is an order, so that "at least" can be asked. */
  boolean isOrdered() {
    return form == Form.RANKED || isNumber();
  }

  boolean isNumber() {
    return form == Form.NUMBER || form == Form.NUMBERS;
  }

  /** Whether it can be recorded that there is none, or that there are several. */
  boolean isMany() {
    return form == Form.MANY || form == Form.NUMBERS;
  }

  /** Whether it can have the value. */
  boolean canBe(String value) {
    return isNumber() ? value.matches("[0-9]{1,6}") : values.isEmpty() || values.contains(value);
  }

  /** Place of a value in the order; -1 for one that is not known here. */
  int rank(String value) {
    if (isNumber()) {
      return canBe(value) ? Integer.parseInt(value) : -1;
    }
    return values.indexOf(value);
  }
}
