package org.wraparound.actionplan.actions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * What asked for an action that nobody worded by hand.
 *
 * @param template code of the template it was made from
 * @param thresholdId the firing of a rule, the same on all routes it raised; or null
 * @param escalationId the escalation that brought it; or null
 * @param transitionId the authorised change of support; or null
 */
@Embeddable
public record Origin(
    @Column(name = "template") String template,
    @Column(name = "threshold_id") UUID thresholdId,
    @Column(name = "escalation_id") UUID escalationId,
    @Column(name = "transition_id") UUID transitionId) {

  /** A rule fired. */
  public static Origin ofThreshold(String template, UUID thresholdId, UUID escalationId) {
    return new Origin(template, thresholdId, escalationId, null);
  }

  /** A change of support was authorised. */
  public static Origin ofTransition(String template, UUID transitionId) {
    return new Origin(template, null, null, transitionId);
  }

  /** A plan was opened with it. */
  static Origin ofPlanTemplate(String template) {
    return new Origin(template, null, null, null);
  }
}
