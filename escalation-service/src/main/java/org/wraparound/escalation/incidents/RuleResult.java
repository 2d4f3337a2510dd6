package org.wraparound.escalation.incidents;

import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.SeenFact;

/**
 * What one rule made of an incident.
 *
 * @param thresholdId id of the firing, on the escalations it raised; null when it did not fire
 * @param saw the facts it looked at, each with the incident it is from
 */
record RuleResult(
    String ruleCode, String title, Outcome outcome, UUID thresholdId, List<SeenFact> saw) {

  /** Whether it fired; the list {@code rule-outcome}. */
  enum Outcome {
    /** Escalations were raised. */
    FIRED,
    /** Met, but an escalation of this pattern is still open for the person. */
    ALREADY_OPEN,
    /** Known not to be met. */
    NOT_MET,
    /** It hangs on a fact that nobody has recorded yet. */
    NOT_YET_RECORDED
  }
}
