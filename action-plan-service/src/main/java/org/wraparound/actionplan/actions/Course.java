package org.wraparound.actionplan.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The way to an action's end.
 *
 * @param milestones the earliest due first
 * @param reviewDays days on which it is looked at whether it is on track, the earliest first
 * @param dependsOn actions of the same plan that have to be done before it is started
 */
record Course(List<Milestone> milestones, List<LocalDate> reviewDays, Set<UUID> dependsOn) {
  /** Nothing on the way. */
  static final Course NONE = new Course(List.of(), List.of(), Set.of());
}
