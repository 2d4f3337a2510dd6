package org.wraparound.incident.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wraparound.incident.observations.Schedule.Slot;
import org.wraparound.kit.London;
import org.wraparound.kit.web.Violation;

class ScheduleTest {
  private static final LocalDate CLOCKS_GO_FORWARD = LocalDate.of(2026, 3, 29);
  private static final LocalDate CLOCKS_GO_BACK = LocalDate.of(2026, 10, 25);

  private static Schedule daily(String... times) {
    return new Schedule(List.of(times), null, 0).ordered();
  }

  private static Schedule hourly() {
    return daily(
        IntStream.range(0, 24)
            .mapToObj(hour -> String.format(Locale.ROOT, "%02d:00", hour))
            .toArray(String[]::new));
  }

  private static List<Instant> due(Schedule schedule, LocalDate day) {
    return schedule.slots(London.startOf(day), London.endOf(day)).map(Slot::dueAt).toList();
  }

  private static List<Instant> at(String... times) {
    return List.of(times).stream().map(Instant::parse).toList();
  }

  @Test
  void aTimeIsByTheClockOnTheWall() {
    assertThat(due(daily("08:00"), LocalDate.of(2026, 1, 10)))
        .isEqualTo(at("2026-01-10T08:00:00Z"));
    assertThat(due(daily("08:00"), LocalDate.of(2026, 7, 10)))
        .isEqualTo(at("2026-07-10T07:00:00Z"));
  }

  @Test
  void aTimeInTheMissingHourIsDueAnHourLater() {
    assertThat(due(daily("00:30", "01:30", "08:00"), CLOCKS_GO_FORWARD))
        .isEqualTo(at("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29T07:00:00Z"));
  }

  @Test
  void twoTimesThatTheClockMakesOneAreDueOnce() {
    assertThat(due(daily("01:30", "02:30"), CLOCKS_GO_FORWARD))
        .isEqualTo(at("2026-03-29T01:30:00Z"));
  }

  @Test
  void aTimeInTheHourThatComesTwiceIsDueTheFirstTime() {
    assertThat(due(daily("01:30", "02:00"), CLOCKS_GO_BACK))
        .isEqualTo(at("2026-10-25T00:30:00Z", "2026-10-25T02:00:00Z"));
  }

  @Test
  void anHourlyScheduleFollowsTheLengthOfTheDay() {
    assertThat(due(hourly(), CLOCKS_GO_FORWARD)).hasSize(23).doesNotHaveDuplicates();
    assertThat(due(hourly(), LocalDate.of(2026, 6, 1))).hasSize(24);
    assertThat(due(hourly(), CLOCKS_GO_BACK)).hasSize(24).doesNotHaveDuplicates();
  }

  @Test
  void onlyTheDaysNamedAreDue() {
    Schedule schedule =
        new Schedule(List.of("08:00"), List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY), 0).ordered();
    assertThat(
            schedule
                .slots(Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-30T08:00:00Z"))
                .map(Slot::dueAt))
        .containsExactlyElementsOf(
            at("2026-11-22T08:00:00Z", "2026-11-23T08:00:00Z", "2026-11-29T08:00:00Z"));
  }

  @Test
  void oneReadingCannotBeForEitherOfTwoTimes() {
    assertThat(flaws(60, null, "08:00", "10:00")).isEmpty();
    assertThat(flaws(61, null, "10:00", "08:00"))
        .singleElement()
        .satisfies(
            flaw -> {
              assertThat(flaw.field()).isEqualTo("schedule.graceMinutes");
              assertThat(flaw.message()).endsWith("at most 60");
            });
    assertThat(flaws(31, null, "23:30", "00:30")).hasSize(1);
    assertThat(flaws(31, List.of(DayOfWeek.MONDAY), "23:30", "00:30")).isEmpty();
    assertThat(flaws(31, List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY), "23:30", "00:30")).hasSize(1);
    assertThat(flaws(720, List.of(DayOfWeek.MONDAY), "08:00")).isEmpty();
    assertThat(flaws(0, null, "08:00", "08:00"))
        .extracting(Violation::field)
        .containsExactly("schedule.times");
  }

  private static List<Violation> flaws(int grace, List<DayOfWeek> days, String... times) {
    return new Schedule(List.of(times), days, grace).flaws();
  }
}
