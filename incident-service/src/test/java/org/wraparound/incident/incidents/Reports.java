package org.wraparound.incident.incidents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bodies of incident reports for tests. */
final class Reports {
  private Reports() {}

  /** The least that can be recorded. */
  static Map<String, Object> minimal(UUID personId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("personId", personId.toString());
    body.put("kind", "DISTRESSED_BEHAVIOUR");
    body.put("location", "SUPPORTED_LIVING");
    body.put("happenedAt", "2026-01-05T10:15:00Z");
    body.put("behaviour", "Planted-behaviour shouted and threw a cup");
    return body;
  }

  /** Every part of the record. */
  static Map<String, Object> full(UUID personId) {
    Map<String, Object> body = minimal(personId);
    body.put("settingId", "ELM-HOUSE");
    body.put("endedAt", "2026-01-05T10:45:00Z");
    body.put("physicalHarm", "LOW");
    body.put("psychologicalHarm", "MODERATE");
    body.put("antecedents", "Planted-antecedents noise");
    body.put("proactiveStrategies", List.of("Offered a walk"));
    body.put(
        "deEscalationSteps",
        List.of(
            Map.of("step", "Planted-step lowered voices", "worked", false),
            Map.of("step", "Offered the quiet room", "worked", true)));
    body.put(
        "peopleInvolved",
        List.of(Map.of("role", "OTHER_TENANT", "name", "Planted-name", "outcome", "Shaken")));
    body.put(
        "immediateSafetyActions",
        List.of(
            Map.of("action", "Kept apart", "byWhom", "Shift lead", "at", "2026-01-05T10:20:00Z")));
    body.put(
        "allegations",
        List.of(
            Map.of(
                "source", "OTHER_KNOWN_TO_INDIVIDUAL",
                "type", "PHYSICAL",
                "location", "SUPPORTED_LIVING")));
    body.put("restrictiveInterventions", List.of(restriction()));
    body.put("policeInvolved", false);
    body.put("propertyDamaged", true);
    body.put("othersThreatened", true);
    body.put("supportRefused", false);
    return body;
  }

  static Map<String, Object> restriction() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "08");
    body.put("restrictionType", "PHYSICAL");
    body.put("reason", "Planted-reason to keep the other tenant safe");
    body.put("minutes", 3);
    body.put("inPlan", true);
    body.put("staff", List.of(Map.of("name", "Planted-staff", "jobTitle", "Support worker")));
    body.put("effortsToAvoid", "Space and time were offered");
    body.put("outcome", "Calm after ten minutes");
    body.put("deathOrSeriousInjury", false);
    return body;
  }
}
