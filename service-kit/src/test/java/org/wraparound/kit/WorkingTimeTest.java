package org.wraparound.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final WorkingTime.Hours NINE_TO_FIVE =
      new WorkingTime.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0));

  /** Bank holidays of England and Wales as the government published them. */
  private static final Set<LocalDate> PUBLISHED =
      Stream.of(
              "2026-01-01",
              "2026-04-03",
              "2026-04-06",
              "2026-05-04",
              "2026-05-25",
              "2026-08-31",
              "2026-12-25",
              "2026-12-28",
              "2027-01-01",
              "2027-03-26",
              "2027-03-29",
              "2027-05-03",
              "2027-05-31",
              "2027-08-30",
              "2027-12-27",
              "2027-12-28")
          .map(LocalDate::parse)
          .collect(Collectors.toSet());

  private static Instant london(String localTime) {
    return LocalDateTime.parse(localTime).atZone(LONDON).toInstant();
  }

  private static Instant plus(String localTime, String amount) {
    return WorkingTime.plus(london(localTime), Duration.parse(amount), NINE_TO_FIVE);
  }

  @Test
  void wholeDaysAreWorkingDaysAndTheRestIsWorkingHours() {
    assertThat(plus("2026-11-27T16:00", "P1D")).isEqualTo(london("2026-11-30T16:00"));
    assertThat(plus("2026-11-27T16:00", "PT4H")).isEqualTo(london("2026-11-30T12:00"));
    assertThat(plus("2026-11-27T16:00", "P2DT2H")).isEqualTo(london("2026-12-02T10:00"));
    assertThat(plus("2026-11-28T03:00", "PT30M")).isEqualTo(london("2026-11-30T09:30"));
    assertThat(plus("2026-11-27T18:30", "P1D")).isEqualTo(london("2026-11-30T17:00"));
  }

  @Test
  void noTimePassesInNoTime() {
    assertThat(plus("2026-11-28T03:00", "PT0S")).isEqualTo(london("2026-11-28T03:00"));
    assertThatThrownBy(() -> plus("2026-11-28T03:00", "-PT1S"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void easterAndSubstituteDaysAreNoWorkingDays() {
    assertThat(plus("2026-04-02T16:00", "PT2H")).isEqualTo(london("2026-04-07T10:00"));
    // 25 December 2027 is a Saturday: Monday and Tuesday stand in
    assertThat(plus("2027-12-24T16:00", "PT2H")).isEqualTo(london("2027-12-29T10:00"));
    assertThat(WorkingTime.isWorking(london("2027-12-28T12:00"), NINE_TO_FIVE)).isFalse();
  }

  @Test
  void aWorkingHourIsTheSameHourWhenTheClocksChange() {
    assertThat(plus("2026-03-27T16:00", "PT2H")).isEqualTo(Instant.parse("2026-03-30T09:00:00Z"));
    assertThat(plus("2026-10-23T16:00", "PT2H")).isEqualTo(Instant.parse("2026-10-26T10:00:00Z"));
  }

  @Test
  void englandAndWalesHaveTheBankHolidaysThatWerePublished() {
    HolidayManager library =
        HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    for (int year = 2026; year <= 2027; year++) {
      int of = year;
      for (String nation : Set.of("eng", "wls")) {
        assertThat(library.getHolidays(Year.of(year), nation))
            .extracting(Holiday::getDate)
            .filteredOn(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .containsExactlyInAnyOrderElementsOf(
                PUBLISHED.stream().filter(day -> day.getYear() == of).toList());
      }
    }
  }

  /** Against a minute hand that walks through the time and counts. */
  @Test
  void whateverIsAddedHasPassedMinuteByMinute() {
    Random random = new Random(20_260_403);
    Instant first = london("2026-01-01T00:00");
    for (int i = 0; i < 400; i++) {
      Instant start = first.plus(random.nextInt(690 * 24 * 60), ChronoUnit.MINUTES);
      int days = random.nextInt(8);
      int minutes = random.nextInt(24 * 60);
      Duration amount = Duration.ofDays(days).plusMinutes(minutes);
      Instant end = WorkingTime.plus(start, amount, NINE_TO_FIVE);

      long worked = workedMinutes(start, end);
      assertThat(worked).as("%s + %s", start, amount).isEqualTo(days * 480L + minutes);
      if (worked > 0) {
        assertThat(isWorked(end.minus(1, ChronoUnit.MINUTES))).isTrue();
      }
      Duration between = WorkingTime.between(start, end, NINE_TO_FIVE);
      assertThat(WorkingTime.plus(start, between, NINE_TO_FIVE)).isEqualTo(end);
      // whichever way it is split, it comes to the same
      Instant half = WorkingTime.plus(start, Duration.ofMinutes(minutes), NINE_TO_FIVE);
      assertThat(WorkingTime.plus(half, Duration.ofDays(days), NINE_TO_FIVE)).isEqualTo(end);
    }
  }

  private static long workedMinutes(Instant start, Instant end) {
    long worked = 0;
    for (Instant minute = start; minute.isBefore(end); minute = minute.plusSeconds(60)) {
      if (isWorked(minute)) {
        worked++;
      }
    }
    return worked;
  }

  private static boolean isWorked(Instant minute) {
    ZonedDateTime local = minute.atZone(LONDON);
    return local.getDayOfWeek() != DayOfWeek.SATURDAY
        && local.getDayOfWeek() != DayOfWeek.SUNDAY
        && !PUBLISHED.contains(local.toLocalDate())
        && local.getHour() >= 9
        && local.getHour() < 17;
  }

  @Test
  void noWorkingTimePassesBackwardsOrOverNight() {
    Instant evening = london("2026-11-26T17:00");
    Instant morning = london("2026-11-27T09:00");
    assertThat(WorkingTime.between(evening, morning, NINE_TO_FIVE)).isZero();
    assertThat(WorkingTime.between(morning, evening, NINE_TO_FIVE)).isZero();
    assertThat(WorkingTime.isWorking(evening, NINE_TO_FIVE)).isFalse();
    assertThat(WorkingTime.isWorking(morning, NINE_TO_FIVE)).isTrue();
  }

  @Test
  void workingDaysAreCountedForwardsAndBackwardsOverBankHolidays() {
    // 2026-12-25 is a Friday, and the 28th stands in for Boxing Day
    LocalDate christmasEve = LocalDate.parse("2026-12-24");
    LocalDate after = LocalDate.parse("2026-12-29");
    assertThat(WorkingTime.workingDaysFrom(christmasEve, 1)).isEqualTo(after);
    assertThat(WorkingTime.workingDaysFrom(after, -1)).isEqualTo(christmasEve);
    assertThat(WorkingTime.workingDaysFrom(LocalDate.parse("2026-12-26"), 0))
        .isEqualTo(LocalDate.parse("2026-12-26"));
  }
}
