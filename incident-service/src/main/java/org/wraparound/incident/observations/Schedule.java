package org.wraparound.incident.observations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.London;
import org.wraparound.kit.web.Violation;

@Schema(
    name = "ObservationSchedule",
    description =
        "When readings are due, by the clock on the wall in Europe/London. When the clocks go forward, a time in the"
            + " hour that is missing is due an hour later; when they go back, a time in the hour that comes twice is"
            + " due the first time.",
    example =
        """
        {"times": ["08:00", "20:00"], "days": ["MONDAY", "THURSDAY"], "graceMinutes": 60}
        """)
record Schedule(
    @NotEmpty(message = "give at least one time of day, or leave the schedule out")
        @Size(max = 24, message = "give at most 24 times of day")
        List<
                @NotNull(message = "write a time of day such as 08:00")
                @Pattern(
                    regexp = "([01][0-9]|2[0-3]):[0-5][0-9]",
                    message = "write a time of day such as 08:00")
                String>
            times,
    @Schema(description = "Leave out for every day.")
        @Size(min = 1, max = 7, message = "name 1 to 7 days, or leave them out for every day")
        List<@NotNull(message = "name a day such as MONDAY") DayOfWeek> days,
    @Schema(
            description =
                "Minutes before and after a time within which a reading counts for it; at most half the time between"
                    + " two of them.")
        @NotNull(message = "say within how many minutes a reading counts")
        @Min(value = 0, message = "minutes cannot be negative")
        @Max(value = 720, message = "give at most 720 minutes")
        Integer graceMinutes) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final int MINUTES_OF_A_WEEK = 7 * MINUTES_OF_A_DAY;

  /** The same in one form: every day named, times and days in order. */
  Schedule ordered() {
    return new Schedule(
        times.stream().sorted().toList(),
        days == null ? List.of(DayOfWeek.values()) : days.stream().distinct().sorted().toList(),
        graceMinutes);
  }

  /** What is wrong with it, beyond each field for itself. */
  List<Violation> flaws() {
    List<Violation> flaws = new ArrayList<>();
    if (times.stream().distinct().count() < times.size()) {
      flaws.add(new Violation("schedule.times", "give each time once"));
    } else if (2 * graceMinutes > shortestMinutesBetweenTwo()) {
      flaws.add(
          new Violation(
              "schedule.graceMinutes",
              "is more than half the time between two readings, so that one reading could be for either; give at"
                  + " most "
                  + shortestMinutesBetweenTwo() / 2));
    }
    return flaws;
  }

  private int shortestMinutesBetweenTwo() {
    List<Integer> week =
        ordered().days().stream()
            .flatMap(
                day ->
                    clockTimes()
                        .map(time -> day.getValue() * MINUTES_OF_A_DAY + time.toSecondOfDay() / 60))
            .sorted()
            .toList();
    int shortest = MINUTES_OF_A_WEEK - week.get(week.size() - 1) + week.get(0);
    for (int i = 1; i < week.size(); i++) {
      shortest = Math.min(shortest, week.get(i) - week.get(i - 1));
    }
    return shortest;
  }

  /**
   * When readings are due.
   *
   * @param from the first moment at which one can be due
   * @param to the moment from which on none is
   */
  Stream<Slot> slots(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return Stream.empty();
    }
    List<LocalTime> clock = clockTimes().toList();
    Duration grace = Duration.ofMinutes(graceMinutes);
    return London.dayOf(from)
        .datesUntil(London.dayOf(to).plusDays(1))
        .filter(day -> days.contains(day.getDayOfWeek()))
        .flatMap(day -> clock.stream().map(time -> day.atTime(time).atZone(LONDON).toInstant()))
        // A time in the missing hour of spring can fall on another that is due anyway.
        .distinct()
        .filter(due -> !due.isBefore(from) && due.isBefore(to))
        .map(due -> new Slot(due, grace));
  }

  private Stream<LocalTime> clockTimes() {
    return times.stream().map(LocalTime::parse);
  }

  /**
   * A moment at which a reading is due.
   *
   * @param grace how much before or after it a reading may be taken
   */
  record Slot(Instant dueAt, Duration grace) {
    Instant opens() {
      return dueAt.minus(grace);
    }

    Instant closes() {
      return dueAt.plus(grace);
    }
  }
}
