package org.wraparound.pathway.indicators;

import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/** What is usual for the person. */
@Schema(
    name = "IndicatorBaseline",
    description =
        "What is usual for the person: a value, with the days it was taken over where they are known; or the days"
            + " alone, and it is the mean of their readings once they are over and half of them have one.",
    example =
        """
        {"from": "2026-10-01", "until": "2026-10-28"}
        """)
record Baseline(
    @Digits(integer = 6, fraction = 3, message = "give at most 6 digits and 3 decimals")
        BigDecimal value,
    LocalDate from,
    LocalDate until) {
  private static final int MOST_DAYS = 366;

  /** What it is on a day; empty while it cannot be worked out. */
  Optional<BigDecimal> on(LocalDate day, Series series) {
    if (value != null) {
      return Optional.of(value);
    }
    return day.isAfter(until) ? series.average(from, until) : Optional.empty();
  }

  List<Violation> faults(BigDecimal lowest, BigDecimal highest, LocalDate fromDay) {
    List<Violation> faults = new ArrayList<>();
    if (value == null && (from == null || until == null)) {
      faults.add(
          new Violation("baseline", "give its value, or from and until to work it out from"));
    } else if ((from == null) != (until == null)) {
      faults.add(new Violation("baseline.until", "give both from and until, or neither"));
    } else if (from != null
        && (until.isBefore(from) || until.isAfter(from.plusDays(MOST_DAYS - 1L)))) {
      faults.add(
          new Violation(
              "baseline.until",
              "must not be before from, nor make more than " + MOST_DAYS + " days with it"));
    } else if (value == null && from.isBefore(fromDay)) {
      faults.add(
          new Violation("baseline.from", "must not be before " + fromDay + ", the first day"));
    }
    if (value != null && (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0)) {
      faults.add(new Violation("baseline.value", "must be on the scale, from min to max"));
    }
    return faults;
  }
}
