package org.wraparound.escalation.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Times of day as the clock on the wall shows them, in Europe/London. */
final class WallClock {
  /** A time of day as it is written. */
  static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  /** How to mend what is not one. */
  static final String TIME_FORM = "write a time of day such as 17:00";

  private static final ZoneRules LONDON = ZoneId.of("Europe/London").getRules();

  private WallClock() {}

  /**
   * When the clock shows the time on that day. A time in the hour that is missing in spring is the
   * moment the clocks go forward, so that of two shifts one ends where the other begins; a time in
   * the hour that comes twice in autumn is the first of the two.
   *
   * @param time such as {@code 17:00}
   */
  static Instant moment(LocalDate day, String time) {
    LocalDateTime shown = day.atTime(LocalTime.parse(time));
    ZoneOffsetTransition change = LONDON.getTransition(shown);
    return change != null && change.isGap()
        ? change.getInstant()
        : shown.toInstant(LONDON.getOffset(shown));
  }
}
