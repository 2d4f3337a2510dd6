package org.wraparound.pathway.indicators;

/** By which rule a breach was found; the codes of the list {@code breach-cause}. */
enum Cause {
  LEVEL,
  TREND,
  MISSING_DATA
}
