package org.wraparound.actionplan.meetings;

/** Whether someone who was invited came. */
public enum Attendance {
  ATTENDED,
  /** Said beforehand that they would not come. */
  APOLOGIES,
  ABSENT
}
