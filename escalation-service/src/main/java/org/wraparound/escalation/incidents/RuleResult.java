package org.wraparound.escalation.incidents;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.SeenFact;

/**
 * What one rule of one policy made of an incident, or of what else it is put to.
 *
 * @param policyVersion the policy whose rule it is
 * @param thresholdId id of the firing, on the escalations it raised; null when it raised none
 * @param patternKey of whom or what it counted incidents; null when it counts none
 * @param routes what came of each of its routes; none when it was not met
 * @param saw the facts it looked at, each with the incident it is from
 */
record RuleResult(
    int policyVersion,
    String ruleCode,
    String title,
    Outcome outcome,
    UUID thresholdId,
    String patternKey,
    List<RouteResult> routes,
    List<SeenFact> saw) {

  RuleResult {
    // an evaluation of an earlier release says nothing of its routes
    routes = routes == null ? List.of() : routes;
  }

  /** Whether it fired; the list {@code rule-outcome}. */
  enum Outcome {
    /** Escalations were raised. */
    FIRED,
    /** Met, and another policy that applies has the same to say more strictly. */
    STRICTER_ELSEWHERE,
    /** Met, but an escalation of this pattern is still open. */
    ALREADY_OPEN,
    /** Met, and it had raised this before the record was corrected. */
    ALREADY_RAISED,
    /** Known not to be met. */
    NOT_MET,
    /** It hangs on a fact that nobody has recorded yet. */
    NOT_YET_RECORDED
  }

  /** Why the rule of another policy is the stricter. */
  enum Because {
    EARLIER_ACKNOWLEDGEMENT,
    EARLIER_DECISION,
    HIGHER_TIER,
    /** They are equally strict; a board's or the default stands before a provider's own. */
    THE_SAME
  }

  /**
   * What came of one route.
   *
   * @param acknowledgeBy when it would have to be taken on
   * @param decideBy when it would have to be decided, if it is taken on no sooner
   * @param stricter what was raised in its place, or null
   */
  record RouteResult(
      Route route,
      Outcome outcome,
      @JsonFormat(shape = JsonFormat.Shape.STRING) Instant acknowledgeBy,
      @JsonFormat(shape = JsonFormat.Shape.STRING) Instant decideBy,
      Stricter stricter) {}

  /**
   * The rule of the same code in another policy that was raised instead.
   *
   * @param policyVersion that policy
   */
  record Stricter(int policyVersion, Because because) {}
}
