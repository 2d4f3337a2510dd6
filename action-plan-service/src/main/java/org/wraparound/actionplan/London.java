package org.wraparound.actionplan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar that due dates and references are in. */
public final class London {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private London() {}

  /** The day it is now. */
  public static LocalDate today(Clock clock) {
    return dayOf(clock.instant());
  }

  /** The day a moment falls on. */
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** The moment a day is over. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }
}
