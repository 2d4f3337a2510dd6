package org.wraparound.pathway.indicators;

/** What is measured; the codes of the list {@code indicator-kind}. */
enum IndicatorKind {
  ANXIETY,
  INCIDENTS,
  MOBILITY,
  INDEPENDENCE,
  SLEEP,
  /** Defined for one person alone; the title says what it is. */
  OWN
}
