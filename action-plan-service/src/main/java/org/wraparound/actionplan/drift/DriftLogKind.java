package org.wraparound.actionplan.drift;

/** What can be read in the log of an action's drift. */
enum DriftLogKind {
  /** The owner was reminded that the due day is near. */
  REMINDED,
  /** The due day ended, and the action was still to be done. */
  OVERDUE,
  /** Someone above the owner was told that it drifts. */
  CLIMBED,
  BARRIER_RAISED,
  BARRIER_REMOVED,
  /** The due day was put off. */
  EXTENDED,
  /** It was asked to put it off once more than it may be. */
  EXTENSION_REFUSED,
  /** Someone above the owner was told of that. */
  REFUSAL_TOLD
}
