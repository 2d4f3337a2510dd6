package org.wraparound.incident.trends;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** The days a report covers, in London, both ends included. */
record Span(LocalDate from, LocalDate to) {

  /** Monday of each week that has a day in the span. */
  List<LocalDate> weeks() {
    LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return monday.datesUntil(to.plusDays(1), Period.ofWeeks(1)).toList();
  }

  /** From the first day of its first month to the last day of its last. */
  Span inWholeMonths() {
    return new Span(
        from.with(TemporalAdjusters.firstDayOfMonth()),
        to.with(TemporalAdjusters.lastDayOfMonth()));
  }

  /** First day of each month that has a day in the span. */
  List<LocalDate> months() {
    return from.withDayOfMonth(1).datesUntil(to.plusDays(1), Period.ofMonths(1)).toList();
  }
}
