package org.wraparound.incident.trends;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.wraparound.kit.London;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/** Which days a report is to cover; a {@code @BeanParam}. */
class SpanRequest {
  private static final int LONGEST_YEARS = 5;
  private static final int DEFAULT_MONTHS = 12;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2199;

  @Parameter(
      description =
          "First day, such as 2026-01-31, in London. If left out, the report covers twelve months.")
  @QueryParam("from")
  String from;

  @Parameter(
      description =
          "Last day, such as 2026-01-31, in London; it is covered too. If left out, today. At most five years in all.")
  @QueryParam("to")
  String to;

  /**
   * The days asked for.
   *
   * @throws ProblemException when one is no date (malformed), or they are the wrong way round or
   *     too far apart (invalid)
   */
  Span span(Clock clock) {
    LocalDate last = to == null ? London.today(clock) : date("to", to);
    LocalDate first =
        from == null ? last.minusMonths(DEFAULT_MONTHS).plusDays(1) : date("from", from);
    if (first.isAfter(last)) {
      throw ProblemException.invalid("from", "is after to; give the earlier date first");
    }
    if (!last.isBefore(first.plusYears(LONGEST_YEARS))) {
      throw ProblemException.invalid("from", "ask for at most five years at a time");
    }
    return new Span(first, last);
  }

  private static LocalDate date(String parameter, String text) {
    LocalDate date;
    try {
      date = LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.of(
          ProblemType.MALFORMED,
          "The parameter " + parameter + " must be a date such as 2026-01-31.");
    }
    if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
      throw ProblemException.invalid(
          parameter, "must be in a year from " + EARLIEST_YEAR + " to " + LATEST_YEAR);
    }
    return date;
  }
}
