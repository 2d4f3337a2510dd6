package org.wraparound.pathway.indicators;

/** How bad a breach is, the milder first; the codes of the list {@code breach-severity}. */
enum Severity {
  AMBER,
  RED
}
