package org.wraparound.escalation.escalations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.SeenFact;

/**
 * An escalation as it is shown.
 *
 * @param title wording of the rule, in the policy version that raised it
 * @param why wording of the rule, in the policy version that raised it
 * @param facts the facts the rule fired on, each with the incident it is from
 * @param recipientAgency who must answer; null when nobody of that type was in the circle
 * @param acknowledgementOverdue not acknowledged, and the time is up
 * @param decisionOverdue not decided, and the time is up
 * @param step steps climbed for want of an answer; begins anew when acknowledged
 * @param log what was done about it, in order
 */
record EscalationView(
    UUID id,
    String reference,
    Status status,
    UUID personId,
    String provider,
    Route route,
    String recipientAgency,
    UUID thresholdId,
    String ruleCode,
    int policyVersion,
    String tier,
    String title,
    String why,
    List<UUID> incidentIds,
    List<SeenFact> facts,
    Instant raisedAt,
    Instant acknowledgeBy,
    Instant acknowledgedAt,
    boolean acknowledgementOverdue,
    Instant decideBy,
    Instant decidedAt,
    boolean decisionOverdue,
    int step,
    Decision decision,
    String rationale,
    Boolean immediateSafetyConfirmed,
    String immediateSafetyExplanation,
    Instant closedAt,
    String closureReason,
    List<LogEntry> log) {

  static EscalationView of(Escalation escalation, Rule rule, Instant now) {
    return new EscalationView(
        escalation.id(),
        escalation.reference(),
        escalation.status(),
        escalation.personId(),
        escalation.agency(),
        escalation.route(),
        escalation.recipientAgency(),
        escalation.thresholdId(),
        escalation.ruleCode(),
        escalation.policyVersion(),
        escalation.tier(),
        rule.title(),
        rule.why(),
        escalation.incidentIds(),
        escalation.facts(),
        escalation.raisedAt(),
        escalation.acknowledgeBy(),
        escalation.acknowledgedAt(),
        escalation.isAcknowledgementOverdue(now),
        escalation.decideBy(),
        escalation.decidedAt(),
        escalation.isDecisionOverdue(now),
        escalation.step(),
        escalation.decision(),
        escalation.rationale(),
        escalation.immediateSafetyConfirmed(),
        escalation.immediateSafetyExplanation(),
        escalation.closedAt(),
        escalation.closureReason(),
        escalation.log());
  }
}
