package org.wraparound.escalation.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.wraparound.kit.London;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** The years that the directory knows; calendar and database hold fewer than ISO 8601 can write. */
final class Years {
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
  private static final String OUTSIDE =
      "must be in the years " + FIRST.getYear() + " to " + LAST.getYear();

  private Years() {}

  /** Adds a violation when the day is given and outside. */
  static void check(String field, LocalDate day, List<Violation> flaws) {
    if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) {
      flaws.add(new Violation(field, OUTSIDE));
    }
  }

  /** Adds a violation when the moment is given and outside. */
  static void check(String field, Instant moment, List<Violation> flaws) {
    if (moment != null
        && (moment.isBefore(London.startOf(FIRST)) || moment.isAfter(London.endOf(LAST)))) {
      flaws.add(new Violation(field, OUTSIDE));
    }
  }

  /**
   * The moment.
   *
   * @throws ProblemException 422 when it is outside
   */
  static Instant checked(String field, Instant moment) {
    if (moment.isBefore(London.startOf(FIRST)) || moment.isAfter(London.endOf(LAST))) {
      throw ProblemException.invalid(field, OUTSIDE);
    }
    return moment;
  }
}
