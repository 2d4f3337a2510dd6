package org.wraparound.pathway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as people here reckon them: Europe/London. */
public final class WorkingDay {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private WorkingDay() {}

  /** The day it is at that moment. */
  public static LocalDate of(Instant moment) {
    return LocalDate.ofInstant(moment, LONDON);
  }

  /** The moment a day begins. */
  public static Instant start(LocalDate day) {
    return day.atStartOfDay(LONDON).toInstant();
  }
}
