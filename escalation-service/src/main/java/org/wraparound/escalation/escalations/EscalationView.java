package org.wraparound.escalation.escalations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.ClockKind;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.SeenFact;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;
import org.wraparound.escalation.safeguarding.MentalCapacity;
import org.wraparound.escalation.safeguarding.S42;

/**
 * An escalation as it is shown.
 *
 * @param title wording of the rule, in the policy version that raised it
 * @param why wording of the rule, in the policy version that raised it
 * @param facts the facts the rule fired on, each with the incident it is from
 * @param recipientAgency who must answer; null when nobody of that type was in the circle
 * @param acknowledgementOverdue not acknowledged, and the time is up
 * @param decisionOverdue no decision stands, and the time is up
 * @param clock how its times are reckoned; WORKING counts whole days as working days
 * @param acknowledgeBy when it must be taken on; moves by as much as it is paused
 * @param acknowledgedByAgency agency of the one who took it on
 * @param acknowledgedBy subject of their token
 * @param decideBy when it must be decided: so long after it was taken on, or, until it is, after it
 *     must be
 * @param ladder who is told, one after the other, until someone answers: the tier of the on-call
 *     rota, how long after the climb began, and another route whose agency is told
 * @param step step of the ladder that was told last; one above its top is the provider's own
 *     on-call; 0 from when it is acknowledged until it climbs again
 * @param unreached nobody at all could be told of it, or that it was forgotten
 * @param pausedUntil when its clocks run again; null when they run
 * @param pauses all times in which they did not, in order
 * @param actions what follows from it, as templates of action-plan-service
 * @param s42Awaited the local authority it is directed to has not decided under the Care Act 2014
 *     s42(1) yet; until then it cannot be closed
 * @param decisionStands it is decided, by whom it must be, and signed off where that is required;
 *     until then the second clock runs
 * @param earlierDecisions decisions that no longer stand, in order
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
    String setting,
    List<UUID> incidentIds,
    List<SeenFact> facts,
    Instant raisedAt,
    ClockKind clock,
    Instant acknowledgeBy,
    Instant acknowledgedAt,
    String acknowledgedByAgency,
    String acknowledgedBy,
    boolean acknowledgementOverdue,
    Instant decideBy,
    Instant decidedAt,
    boolean decisionOverdue,
    List<Rule.Step> ladder,
    int step,
    boolean unreached,
    Instant pausedUntil,
    List<Pause> pauses,
    List<Rule.ActionTemplate> actions,
    Decision decision,
    String rationale,
    Boolean immediateSafetyConfirmed,
    String immediateSafetyExplanation,
    Decider decidedBy,
    NoFurtherActionReason noFurtherActionReason,
    S42 s42,
    boolean s42Awaited,
    MakingSafeguardingPersonal makingSafeguardingPersonal,
    MentalCapacity mentalCapacity,
    boolean signOffRequired,
    SignOff signOff,
    boolean decisionStands,
    List<EarlierDecision> earlierDecisions,
    Instant closedAt,
    String closureReason,
    List<LogView> log) {

  static EscalationView of(Escalation escalation, Instant now) {
    Triage triage = escalation.triage();
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
        escalation.title(),
        escalation.why(),
        escalation.setting(),
        escalation.incidentIds(),
        escalation.facts(),
        escalation.raisedAt(),
        escalation.routing().clock(),
        escalation.acknowledgeBy(),
        escalation.acknowledgedAt(),
        escalation.acknowledgedAgency(),
        escalation.acknowledgedBy(),
        escalation.isAcknowledgementOverdue(now),
        escalation.decideBy(),
        escalation.decidedAt(),
        escalation.isDecisionOverdue(now),
        escalation.routing().ladder(),
        escalation.step(),
        escalation.isUnreached(),
        escalation.pausedUntil(),
        escalation.pauses(),
        escalation.routing().actions(),
        escalation.decision(),
        escalation.rationale(),
        escalation.immediateSafetyConfirmed(),
        escalation.immediateSafetyExplanation(),
        triage.decidedBy(),
        triage.noFurtherActionReason(),
        triage.s42(),
        escalation.isS42Awaited(),
        triage.makingSafeguardingPersonal(),
        triage.mentalCapacity(),
        escalation.isSignOffRequired(),
        escalation.signOff(),
        escalation.decisionStands(),
        escalation.earlierDecisions(),
        escalation.closedAt(),
        escalation.closureReason(),
        escalation.log().stream().map(LogView::of).toList());
  }
}
