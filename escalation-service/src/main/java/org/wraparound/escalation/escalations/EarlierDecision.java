package org.wraparound.escalation.escalations;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;
import org.wraparound.escalation.safeguarding.MentalCapacity;
import org.wraparound.escalation.safeguarding.S42;

/**
 * A decision that no longer stands: its supervisor sent it back, or the authority the escalation is
 * directed to decided after the provider had.
 *
 * @param signOff what the supervisor said; null where nobody was asked or the authority took over
 */
record EarlierDecision(
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant decidedAt,
    Decider decidedBy,
    Decision decision,
    String rationale,
    Boolean immediateSafetyConfirmed,
    String immediateSafetyExplanation,
    NoFurtherActionReason noFurtherActionReason,
    S42 s42,
    MakingSafeguardingPersonal makingSafeguardingPersonal,
    MentalCapacity mentalCapacity,
    SignOff signOff) {

  /** The decision an escalation has now. */
  static EarlierDecision of(Escalation escalation) {
    Triage triage = escalation.triage();
    return new EarlierDecision(
        escalation.decidedAt(),
        triage.decidedBy(),
        escalation.decision(),
        escalation.rationale(),
        escalation.immediateSafetyConfirmed(),
        escalation.immediateSafetyExplanation(),
        triage.noFurtherActionReason(),
        triage.s42(),
        triage.makingSafeguardingPersonal(),
        triage.mentalCapacity(),
        escalation.signOff());
  }
}
