package org.wraparound.pathway.circle;

/** What the person said to sharing; the codes of the list {@code consent}. */
enum Consent {
  GIVEN,
  GIVEN_WITH_LIMITATIONS,
  REFUSED,
  NOT_SOUGHT,
  LACKS_CAPACITY_BEST_INTERESTS;

  /** Whether the person agreed, if only in part. */
  boolean isGiven() {
    return this == GIVEN || this == GIVEN_WITH_LIMITATIONS;
  }

  /** Whether sharing goes ahead without asking, or against what the person said. */
  boolean needsReason() {
    return this == REFUSED || this == NOT_SOUGHT;
  }
}
