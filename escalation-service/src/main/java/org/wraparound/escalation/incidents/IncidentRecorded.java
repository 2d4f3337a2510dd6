package org.wraparound.escalation.incidents;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wraparound.escalation.policies.Fact;
import org.wraparound.escalation.policies.Facts;

/**
 * What thresholds need of an incident, when it was recorded or corrected. Absent is not yet
 * recorded, empty is none.
 *
 * @param number number of the record's version where it was corrected, otherwise null
 */
record IncidentRecorded(
    UUID incidentId,
    UUID personId,
    String provider,
    String settingId,
    String kind,
    Instant happenedAt,
    String location,
    String physicalHarm,
    String psychologicalHarm,
    List<Allegation> allegations,
    List<Restriction> restrictiveInterventions,
    Boolean policeInvolved,
    Boolean propertyDamaged,
    Boolean othersThreatened,
    Boolean supportRefused,
    Boolean earlyInterventionUsed,
    List<Involved> involved,
    Integer number) {

  /** There is one, but this about it was not said. */
  static final String NOT_STATED = "NOT_STATED";

  private static final String STAFF = "STAFF";

  /**
   * An allegation of abuse or neglect.
   *
   * @param sourceRef the provider's pseudonym for the alleged source, or null
   */
  record Allegation(String source, String type, String location, String sourceRef) {}

  /** A restrictive intervention. */
  record Restriction(String type, String restrictionType, Integer minutes, Boolean inPlan) {}

  /**
   * Who had part in it.
   *
   * @param ref the provider's pseudonym for them, or null
   */
  record Involved(String role, String ref) {}

  Facts facts() {
    Map<String, List<String>> known = new HashMap<>();
    put(known, Fact.KIND, kind);
    put(known, Fact.LOCATION, location);
    put(known, Fact.SETTING_ID, settingId);
    put(known, Fact.PHYSICAL_HARM, physicalHarm);
    put(known, Fact.PSYCHOLOGICAL_HARM, psychologicalHarm);
    putAll(known, Fact.ALLEGATION_TYPE, allegations, Allegation::type);
    putAll(known, Fact.ALLEGATION_SOURCE, allegations, Allegation::source);
    putAll(known, Fact.ALLEGATION_LOCATION, allegations, Allegation::location);
    putRefs(known, Fact.ALLEGATION_SOURCE_REF, allegations, Allegation::sourceRef);
    putAll(known, Fact.RESTRICTIVE_INTERVENTION, restrictiveInterventions, Restriction::type);
    putAll(known, Fact.RESTRICTION_TYPE, restrictiveInterventions, Restriction::restrictionType);
    putAll(known, Fact.RESTRICTION_IN_PLAN, restrictiveInterventions, Restriction::inPlan);
    putAll(known, Fact.RESTRICTION_MINUTES, restrictiveInterventions, Restriction::minutes);
    putAll(known, Fact.INVOLVED_ROLE, involved, Involved::role);
    putRefs(
        known,
        Fact.WORKER_REF,
        involved == null
            ? null
            : involved.stream().filter(one -> STAFF.equals(one.role())).toList(),
        Involved::ref);
    put(known, Fact.POLICE_INVOLVED, policeInvolved);
    put(known, Fact.PROPERTY_DAMAGED, propertyDamaged);
    put(known, Fact.OTHERS_THREATENED, othersThreatened);
    put(known, Fact.SUPPORT_REFUSED, supportRefused);
    put(known, Fact.EARLY_INTERVENTION_USED, earlyInterventionUsed);
    // as the database will give it back, so that an incident lies in its own window
    return new Facts(
        incidentId, personId, provider, happenedAt.truncatedTo(ChronoUnit.MICROS), known);
  }

  private static void put(Map<String, List<String>> known, Fact fact, Object value) {
    if (value != null) {
      known.put(fact.code(), List.of(value.toString()));
    }
  }

  private static <T> void putAll(
      Map<String, List<String>> known, Fact fact, List<T> items, Function<T, Object> code) {
    if (items != null) {
      known.put(
          fact.code(),
          items.stream()
              .map(code)
              .map(value -> value == null ? NOT_STATED : value.toString())
              .toList());
    }
  }

  /** Pseudonyms that were given; nobody is counted together for not being named. */
  private static <T> void putRefs(
      Map<String, List<String>> known, Fact fact, List<T> items, Function<T, String> ref) {
    if (items != null) {
      Stream<String> refs = items.stream().map(ref).filter(Objects::nonNull).distinct();
      known.put(fact.code(), refs.toList());
    }
  }
}
