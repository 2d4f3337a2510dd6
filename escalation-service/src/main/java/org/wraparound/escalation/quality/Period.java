package org.wraparound.escalation.quality;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.wraparound.kit.London;
import org.wraparound.kit.web.ProblemException;

/** The days a report covers, in London, both ends included. */
record Period(LocalDate from, LocalDate until) {
  private static final int LONGEST_DAYS = 366;
  private static final int DEFAULT_DAYS = 90;

  /** Which days a report is to cover; a {@code @BeanParam}. */
  static class Request {
    @Parameter(
        description =
            "First day, such as 2026-01-31, in London. If left out, the report covers 90 days.")
    @QueryParam("from")
    LocalDate from;

    @Parameter(
        description =
            "Last day, such as 2026-01-31, in London; it is covered too. If left out, today. At most"
                + " 366 days in all.")
    @QueryParam("until")
    LocalDate until;

    /**
     * @throws ProblemException when they are the wrong way round or too far apart
     */
    Period period(Clock clock) {
      LocalDate last = until == null ? London.today(clock) : until;
      LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : from;
      if (first.isAfter(last)) {
        throw ProblemException.invalid("from", "is after until; give the earlier day first");
      }
      if (!last.isBefore(first.plusDays(LONGEST_DAYS))) {
        throw ProblemException.invalid(
            "from", "ask for at most " + LONGEST_DAYS + " days at a time");
      }
      return new Period(first, last);
    }
  }

  Instant start() {
    return London.startOf(from);
  }

  /** The moment the last day is over. */
  Instant end() {
    return London.endOf(until);
  }
}
