package org.wraparound.actionplan.meetings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.actionplan.actions.Action;

/**
 * Something that a meeting decided.
 *
 * @param rationale why
 * @param actionIds the actions that carry it out
 * @param noActionReason why it needs none; or null
 */
record Decision(String text, String rationale, List<UUID> actionIds, String noActionReason) {

  /** Whether nobody said yet who carries it out, nor why nobody has to. */
  boolean isLoose() {
    return actionIds.isEmpty() && noActionReason == null;
  }

  /**
   * Whether it has not come to anything yet.
   *
   * @param known its actions, and perhaps others, as they stand now
   */
  boolean isOpen(Map<UUID, Action> known) {
    return isLoose() || actionIds.stream().map(known::get).anyMatch(Decision::isUnsettled);
  }

  private static boolean isUnsettled(Action action) {
    return action != null && !action.status().isSettled();
  }
}
