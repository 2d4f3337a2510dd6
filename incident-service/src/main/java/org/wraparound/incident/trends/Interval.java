package org.wraparound.incident.trends;

import java.time.LocalDate;
import java.util.List;

/** What a span is cut into, in HQL on incident i. */
enum Interval {
  WEEK(
      "cast(trunc(i.happenedLocal, week) as LocalDate)",
      "i.happenedLocal >= :start and i.happenedLocal < :end"),
  MONTH("i.happenedMonth", "i.happenedMonth >= :start and i.happenedMonth < :end");

  private final String start;
  private final String within;

  Interval(String start, String within) {
    this.start = start;
    this.within = within;
  }

  /** The day on which the interval of an incident begins. */
  String start() {
    return start;
  }

  /** Whether an incident is in the span: from start, before end. */
  String within() {
    return within;
  }

  /** The intervals of a span, each by the day on which it begins. */
  List<LocalDate> of(Span span) {
    return this == WEEK ? span.weeks() : span.months();
  }

  /** That day as days since 1970, which is read many times faster than a date. */
  String startAsNumber() {
    return "cast(sql('(? - date ''1970-01-01'')', " + start + ") as Integer)";
  }

  /** A day in the form in which {@link #within} compares it. */
  Object bound(LocalDate day) {
    return this == WEEK ? day.atStartOfDay() : day;
  }
}
