package org.wraparound.escalation.incidents;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.wraparound.escalation.policies.Fact;
import org.wraparound.escalation.policies.Facts;

/** What thresholds need of an incident. Absent is not yet recorded, empty is none. */
record IncidentRecorded(
    UUID incidentId,
    String provider,
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
    Boolean earlyInterventionUsed) {

  /** There is one, but this about it was not said. */
  static final String NOT_STATED = "NOT_STATED";

  /** An allegation of abuse or neglect. */
  record Allegation(String source, String type) {}

  /** A restrictive intervention. */
  record Restriction(String type, String restrictionType) {}

  Facts facts() {
    Map<String, List<String>> known = new HashMap<>();
    put(known, Fact.KIND, kind);
    put(known, Fact.LOCATION, location);
    put(known, Fact.PHYSICAL_HARM, physicalHarm);
    put(known, Fact.PSYCHOLOGICAL_HARM, psychologicalHarm);
    putAll(known, Fact.ALLEGATION_TYPE, allegations, Allegation::type);
    putAll(known, Fact.ALLEGATION_SOURCE, allegations, Allegation::source);
    putAll(known, Fact.RESTRICTIVE_INTERVENTION, restrictiveInterventions, Restriction::type);
    putAll(known, Fact.RESTRICTION_TYPE, restrictiveInterventions, Restriction::restrictionType);
    put(known, Fact.POLICE_INVOLVED, policeInvolved);
    put(known, Fact.PROPERTY_DAMAGED, propertyDamaged);
    put(known, Fact.OTHERS_THREATENED, othersThreatened);
    put(known, Fact.SUPPORT_REFUSED, supportRefused);
    put(known, Fact.EARLY_INTERVENTION_USED, earlyInterventionUsed);
    // as the database will give it back, so that an incident lies in its own window
    return new Facts(incidentId, happenedAt.truncatedTo(ChronoUnit.MICROS), known);
  }

  private static void put(Map<String, List<String>> known, Fact fact, Object value) {
    if (value != null) {
      known.put(fact.code(), List.of(value.toString()));
    }
  }

  private static <T> void putAll(
      Map<String, List<String>> known, Fact fact, List<T> items, Function<T, String> code) {
    if (items != null) {
      known.put(
          fact.code(),
          items.stream().map(code).map(value -> value == null ? NOT_STATED : value).toList());
    }
  }
}
