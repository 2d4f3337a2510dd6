package org.wraparound.actionplan.drift;

/** How far up the drift of an action that is not done by its day has climbed, lowest first. */
enum Rung {
  /** Whoever manages at the agency that owns it. */
  OWNERS_MANAGER,
  /** The commissioners in the person's circle. */
  COMMISSIONER
}
