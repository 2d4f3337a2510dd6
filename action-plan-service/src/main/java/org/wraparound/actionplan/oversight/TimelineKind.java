package org.wraparound.actionplan.oversight;

/** What a day of a plan is for. */
public enum TimelineKind {
  /** The move or discharge that the plan leads to. */
  KEY_DATE,
  /** A step towards an action is to be reached. */
  MILESTONE,
  /** It is looked at whether an action is on track. */
  REVIEW_POINT,
  /** Last day to do an action. */
  ACTION_DUE,
  /** It was too early to say whether an action worked; it is checked again. */
  CHECK_DUE,
  /** A meeting takes place, or is to take place by then. */
  MEETING;

  /** Whether it belongs to an action. */
  boolean isOfAction() {
    return this != KEY_DATE && this != MEETING;
  }
}
