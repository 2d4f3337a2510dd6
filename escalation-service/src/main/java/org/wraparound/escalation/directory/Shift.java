package org.wraparound.escalation.directory;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.London;
import org.wraparound.kit.WorkingTime;
import org.wraparound.kit.web.Violation;

/** A time each week at which a contact covers a tier. */
@Schema(
    name = "Shift",
    description =
        "By the clock on the wall in Europe/London: the night on which the clocks go back is an hour longer.",
    example =
        """
        {"tier": 1, "contact": "DUTY-MANAGER", "days": ["FRIDAY", "SATURDAY"], "from": "17:00", "until": "09:00",
         "validFrom": "2026-11-02"}
        """)
record Shift(
    @Schema(description = "1 is told first, 5 last.")
        @NotNull(message = "say which tier it covers, 1 to 5")
        @Min(value = 1, message = "tiers go from 1 to 5")
        @Max(value = 5, message = "tiers go from 1 to 5")
        Integer tier,
    @Schema(description = "Code of a contact of the team.")
        @NotNull(message = "name a contact of the team by its code")
        String contact,
    @Schema(description = "Days on which it begins; leave out for every day.")
        @Size(min = 1, max = 7, message = "name 1 to 7 days, or leave them out for every day")
        List<@NotNull(message = "name a day such as MONDAY") DayOfWeek> days,
    @NotNull(message = WallClock.TIME_FORM)
        @Pattern(regexp = WallClock.TIME, message = WallClock.TIME_FORM)
        String from,
    @Schema(description = "At or before from, it ends on the day after.")
        @NotNull(message = WallClock.TIME_FORM)
        @Pattern(regexp = WallClock.TIME, message = WallClock.TIME_FORM)
        String until,
    @Schema(description = "First day on which it begins; null for no first.")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        LocalDate validFrom,
    @Schema(description = "Last day on which it begins; null for no last.")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        LocalDate validUntil,
    @Schema(
            description =
                "Does not begin on Saturdays, Sundays and bank holidays of England and Wales.")
        boolean workingDaysOnly) {

  /** What is wrong with it, beyond each field for itself. */
  void check(String place, List<Violation> flaws) {
    Years.check(place + ".validFrom", validFrom, flaws);
    Years.check(place + ".validUntil", validUntil, flaws);
    if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
      flaws.add(new Violation(place + ".validUntil", "must not be before validFrom"));
    }
  }

  /** All of it that touches the window. */
  Spans within(Span window) {
    Stream<Span> turns =
        London.dayOf(window.from())
            .minusDays(1)
            .datesUntil(London.dayOf(window.until()).plusDays(1))
            .filter(this::beginsOn)
            .filter(day -> !workingDaysOnly || WorkingTime.isWorkingDay(day))
            .flatMap(this::beginningOn);
    return Spans.of(turns);
  }

  private boolean beginsOn(LocalDate day) {
    return (days == null || days.contains(day.getDayOfWeek()))
        && (validFrom == null || !day.isBefore(validFrom))
        && (validUntil == null || !day.isAfter(validUntil));
  }

  private Stream<Span> beginningOn(LocalDate day) {
    boolean overnight = until.compareTo(from) <= 0;
    var begin = WallClock.moment(day, from);
    var end = WallClock.moment(overnight ? day.plusDays(1) : day, until);
    // a shift in the hour that is missing in spring does not take place
    return begin.isBefore(end) ? Stream.of(new Span(begin, end)) : Stream.empty();
  }
}
