package org.wraparound.escalation.directory;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.London;
import org.wraparound.kit.WorkingTime;

/** When an agency is in its office, on working days; the time in hours. */
@Schema(
    name = "OfficeHours",
    description =
        "Mondays to Fridays that are no bank holiday in England and Wales, by the clock on the wall in Europe/London.",
    example = "{\"from\": \"08:45\", \"until\": \"17:15\"}")
record OfficeHours(
    @NotNull(message = WallClock.TIME_FORM)
        @Pattern(regexp = WallClock.TIME, message = WallClock.TIME_FORM)
        String from,
    @NotNull(message = WallClock.TIME_FORM)
        @Pattern(regexp = WallClock.TIME, message = WallClock.TIME_FORM)
        String until) {
  /** Of an agency that has not said otherwise. */
  static final OfficeHours USUAL = new OfficeHours("09:00", "17:00");

  Spans within(Span window) {
    Stream<Span> days =
        London.dayOf(window.from())
            .datesUntil(London.dayOf(window.until()).plusDays(1))
            .filter(WorkingTime::isWorkingDay)
            .map(day -> new Span(WallClock.moment(day, from), WallClock.moment(day, until)));
    return Spans.of(days);
  }
}
