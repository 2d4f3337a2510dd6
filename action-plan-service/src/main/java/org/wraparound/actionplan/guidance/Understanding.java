package org.wraparound.actionplan.guidance;

/** What a senior makes of the answers of one of the staff; the list {@code understanding}. */
public enum Understanding {
  UNDERSTOOD,
  /** To be gone through together on shift; assessed again afterwards. */
  COACH
}
