package org.wraparound.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days as people here reckon them: the calendar of Europe/London. */
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

  /** The moment a day begins. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** The moment a day is over. */
  public static Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1));
  }

  /** Day and time of day of a moment. */
  public static LocalDateTime dateAndTimeOf(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZONE);
  }

  /** The moment of a time of the day. */
  static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ZONE).toInstant();
  }
}
