package org.wraparound.actionplan.oversight;

/** Whether what a day of a plan is for has come about. */
public enum TimelineState {
  DONE,
  /** The day has ended without it. */
  MISSED,
  AHEAD,
  /** It will not be: its action was withdrawn or its meeting cancelled. */
  DROPPED
}
