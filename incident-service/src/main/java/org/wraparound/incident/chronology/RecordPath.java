package org.wraparound.incident.chronology;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which record an entry is about, as its path through the gateway.
 *
 * @param source the service that owns the record
 * @param kind what the type of the event begins with
 * @param path with {record}, {person}, {agency}, {escalationId} or {version} to be filled in
 */
record RecordPath(String source, String kind, String path) {
  /** The first that fits counts. */
  private static final List<RecordPath> ALL =
      List.of(
          new RecordPath("incident-service", "incident-", "/v1/incidents/{record}"),
          new RecordPath("incident-service", "observation-recorded", "/v1/readings/{record}"),
          new RecordPath("incident-service", "observation-withdrawn", "/v1/readings/{record}"),
          new RecordPath(
              "incident-service", "observation-", "/v1/observation-definitions/{record}"),
          new RecordPath("escalation-service", "escalation-", "/v1/escalations/{record}"),
          new RecordPath("escalation-service", "enquiry-", "/v1/enquiries/{record}"),
          new RecordPath("escalation-service", "notice-", "/v1/notices/{record}"),
          new RecordPath("escalation-service", "referral-", "/v1/referrals/{record}"),
          new RecordPath("escalation-service", "disclosure-", "/v1/disclosures/{record}"),
          new RecordPath(
              "escalation-service",
              "safe-communication-",
              "/v1/people/{person}/safe-communication"),
          new RecordPath(
              "escalation-service", "threshold-overridden", "/v1/escalations/{escalationId}"),
          new RecordPath("escalation-service", "policy-", "/v1/policies/{version}"),
          new RecordPath("action-plan-service", "plan-", "/v1/plans/{record}"),
          new RecordPath("action-plan-service", "action-", "/v1/actions/{record}"),
          new RecordPath("action-plan-service", "meeting-", "/v1/meetings/{record}"),
          new RecordPath("action-plan-service", "evidence-file-", "/v1/evidence-files/{record}"),
          new RecordPath("action-plan-service", "guidance-", "/v1/guidance/{record}"),
          new RecordPath("action-plan-service", "practice-", "/v1/guidance/{record}"),
          new RecordPath("pathway-service", "person-", "/v1/people/{person}"),
          new RecordPath("pathway-service", "circle-", "/v1/people/{person}/circle/{agency}"),
          new RecordPath("pathway-service", "indicator-breach", "/v1/indicator-breaches/{record}"),
          new RecordPath(
              "pathway-service", "indicator-recovered", "/v1/indicator-breaches/{record}"),
          new RecordPath(
              "pathway-service", "indicator-", "/v1/people/{person}/indicators/{record}"),
          new RecordPath("pathway-service", "step-", "/v1/transitions/{record}"));

  /** The path; null for a kind that none is known of. */
  static String of(
      String source, String kind, UUID recordId, UUID personId, Map<String, Object> facts) {
    return ALL.stream()
        .filter(known -> known.source.equals(source) && kind.startsWith(known.kind))
        .findFirst()
        .map(
            known ->
                known
                    .path
                    .replace("{record}", recordId.toString())
                    .replace("{person}", personId.toString())
                    .replace("{agency}", String.valueOf(facts.get("agency")))
                    .replace("{escalationId}", String.valueOf(facts.get("escalationId")))
                    .replace("{version}", String.valueOf(facts.get("version"))))
        .orElse(null);
  }
}
