package org.wraparound.incident.incidents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bodies of incident reports for tests. */
public final class Reports {
  private Reports() {}

  /** The least that can be recorded. */
  public static Map<String, Object> minimal(UUID personId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("personId", personId.toString());
    body.put("kind", "DISTRESSED_BEHAVIOUR");
    body.put("location", "SUPPORTED_LIVING");
    body.put("happenedAt", "2026-01-05T10:15:00Z");
    body.put("behaviour", "Planted-behaviour shouted and threw a cup");
    return body;
  }

  /** Every part of the record. */
  public static Map<String, Object> full(UUID personId) {
    Map<String, Object> body = minimal(personId);
    body.put("settingId", "ELM-HOUSE");
    body.put("endedAt", "2026-01-05T10:45:00Z");
    body.put("physicalHarm", "LOW");
    body.put("psychologicalHarm", "MODERATE");
    body.put("antecedentCodes", List.of("NOISE_OR_CROWDING", "WAITING"));
    body.put("antecedents", "Planted-antecedents noise");
    body.put("proactiveStrategies", List.of("Offered a walk"));
    body.put(
        "deEscalationSteps",
        List.of(
            Map.of("step", "Planted-step lowered voices", "worked", false),
            Map.of("step", "Offered the quiet room", "worked", true)));
    body.put(
        "peopleInvolved",
        List.of(
            Map.of(
                "role", "OTHER_TENANT",
                "name", "Planted-name",
                "ref", "TENANT-2",
                "outcome", "Planted-outcome shaken")));
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
                "location", "SUPPORTED_LIVING",
                "sourceRef", "TENANT-2")));
    body.put(
        "bodyMap",
        List.of(
            Map.of(
                "view", "FRONT",
                "region", "LEFT_FOREARM",
                "mark", "BRUISE",
                "lengthMm", 40,
                "note", "Planted-mark yellow")));
    body.put(
        "missedSupport",
        List.of(Map.of("support", "MEDICATION", "why", "REFUSED", "note", "Planted-note twice")));
    body.put(
        "externalReferences",
        List.of(
            Map.of(
                "agencyType", "POLICE",
                "system", "Planted-system",
                "value", "42/1234/26",
                "kind", "Crime")));
    body.put(
        "cqcNotification",
        Map.of(
            "required",
            true,
            "regulation",
            18,
            "paragraph",
            "ABUSE_OR_ALLEGATION",
            "submittedAt",
            "2026-01-05T12:00:00Z"));
    body.put("restrictiveInterventions", List.of(restriction()));
    body.put("policeInvolved", false);
    body.put("propertyDamaged", true);
    body.put("othersThreatened", true);
    return body;
  }

  public static Map<String, Object> restriction() {
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
    body.put("notificationSent", true);
    body.put("startedAt", "2026-01-05T10:18:00Z");
    body.put("personDebriefed", true);
    return body;
  }
}
