package org.wraparound.escalation.escalations;

import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;
import org.wraparound.escalation.safeguarding.MentalCapacity;
import org.wraparound.escalation.safeguarding.S42;

/**
 * What stands beside a decision and its rationale.
 *
 * @param noFurtherActionReason where nothing further is done
 * @param s42 where a local authority decided about a safeguarding concern
 */
record Triage(
    Decider decidedBy,
    NoFurtherActionReason noFurtherActionReason,
    S42 s42,
    MakingSafeguardingPersonal makingSafeguardingPersonal,
    MentalCapacity mentalCapacity) {
  /** Of an escalation that is not decided. */
  static final Triage NONE = new Triage(null, null, null, null, null);

  static Triage of(DecideEscalation made, Decider decider) {
    return new Triage(
        decider,
        made.noFurtherActionReason(),
        made.s42(),
        made.makingSafeguardingPersonal(),
        made.mentalCapacity());
  }

  S42.Outcome s42Outcome() {
    return s42 == null ? null : s42.outcome();
  }

  MakingSafeguardingPersonal.Asked wishesAsked() {
    return makingSafeguardingPersonal == null ? null : makingSafeguardingPersonal.asked();
  }
}
