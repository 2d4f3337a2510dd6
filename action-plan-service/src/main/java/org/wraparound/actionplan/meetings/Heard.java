package org.wraparound.actionplan.meetings;

/** How a meeting heard someone whom it is about. */
public enum Heard {
  AT_THE_MEETING,
  /** In writing, pictures or a recording, or asked by someone they chose. */
  BEFOREHAND,
  THROUGH_AN_ADVOCATE,
  /** Through someone who knows them well, where they cannot say it themselves. */
  THROUGH_SOMEONE_WHO_KNOWS_THEM
}
