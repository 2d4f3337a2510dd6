package org.wraparound.actionplan.guidance;

/** Whether a line of the page was followed; the list {@code step-result}. */
public enum StepResult {
  SEEN,
  /** There was occasion for it, and it was not done. */
  NOT_SEEN,
  NO_OCCASION
}
