package org.wraparound.actionplan.meetings;

/** Where a meeting stands; derived from what happened to it. */
enum MeetingStatus {
  /** Called, without a time yet. */
  CONVENED,
  SCHEDULED,
  /** It took place; its minutes are being written. */
  HELD,
  /** Its minutes are evidence: they are added to and never changed. */
  FINALISED,
  CANCELLED
}
