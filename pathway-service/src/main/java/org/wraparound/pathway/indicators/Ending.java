package org.wraparound.pathway.indicators;

/** How a breach came to its end; the codes of the list {@code breach-ending}. */
enum Ending {
  RECOVERED,
  /** A worse one has followed it. */
  WORSENED,
  /** Readings were corrected or added: it never was. */
  CORRECTED,
  INDICATOR_ENDED
}
