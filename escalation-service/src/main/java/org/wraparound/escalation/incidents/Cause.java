package org.wraparound.escalation.incidents;

/** Why something was put to the thresholds; the list {@code evaluation-cause}. */
enum Cause {
  /** It happened, and was recorded. */
  RECORDED,
  /** Its record was corrected or added to: the facts as they now stand. */
  CORRECTED,
  /** It was taken for a duplicate, and counts again. */
  COUNTED_AGAIN
}
