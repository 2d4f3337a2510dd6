package org.wraparound.escalation.notices;

/** Where a notice stands, derived from what has happened to it; the list {@code notice-state}. */
enum NoticeState {
  /** It will be sent, or sent again. */
  QUEUED("sentAt is null and why is null"),
  SENT("sentAt is not null"),
  /** It was tried as often as is configured. */
  FAILED("why = org.wraparound.escalation.notices.NotTold.FAILED"),
  /** It was never tried, for the reason given. */
  WITHHELD("why <> org.wraparound.escalation.notices.NotTold.FAILED");

  private final String condition;

  NoticeState(String condition) {
    this.condition = condition;
  }

  /** The same as a condition of a query. */
  String condition() {
    return condition;
  }
}
