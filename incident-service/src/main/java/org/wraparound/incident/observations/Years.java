package org.wraparound.incident.observations;

import java.time.Instant;
import java.time.LocalDate;
import org.wraparound.kit.London;
import org.wraparound.kit.web.ProblemException;

/** The years that can be asked for; calendar and database hold fewer than ISO 8601 can write. */
final class Years {
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

  private Years() {}

  /**
   * The day.
   *
   * @throws ProblemException 422 when it is before 2000 or after 2999
   */
  static LocalDate checked(String field, LocalDate day) {
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      throw outside(field);
    }
    return day;
  }

  /**
   * The moment.
   *
   * @throws ProblemException 422 when it is before 2000 or after 2999
   */
  static Instant checked(String field, Instant moment) {
    if (moment.isBefore(London.startOf(FIRST)) || moment.isAfter(London.endOf(LAST))) {
      throw outside(field);
    }
    return moment;
  }

  private static ProblemException outside(String field) {
    return ProblemException.invalid(
        field, "must be in the years " + FIRST.getYear() + " to " + LAST.getYear());
  }
}
