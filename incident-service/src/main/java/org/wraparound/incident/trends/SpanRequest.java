package org.wraparound.incident.trends;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.wraparound.kit.London;
import org.wraparound.kit.web.ProblemException;

/** Which days a report is to cover; a {@code @BeanParam}. */
class SpanRequest {
  private static final int LONGEST_YEARS = 5;
  private static final int DEFAULT_MONTHS = 12;

  @Parameter(
      description =
          "First day, such as 2026-01-31, in London. If left out, the report covers twelve months.")
  @QueryParam("from")
  LocalDate from;

  @Parameter(
      description =
          "Last day, such as 2026-01-31, in London; it is covered too. If left out, today. At most five years in all.")
  @QueryParam("to")
  LocalDate to;

  /**
   * The days asked for.
   *
   * @throws ProblemException when they are the wrong way round or too far apart
   */
  Span span(Clock clock) {
    LocalDate last = to == null ? London.today(clock) : to;
    LocalDate first = from == null ? last.minusMonths(DEFAULT_MONTHS).plusDays(1) : from;
    if (first.isAfter(last)) {
      throw ProblemException.invalid("from", "is after to; give the earlier date first");
    }
    if (!last.isBefore(first.plusYears(LONGEST_YEARS))) {
      throw ProblemException.invalid("from", "ask for at most five years at a time");
    }
    return new Span(first, last);
  }
}
