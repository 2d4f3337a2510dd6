package org.wraparound.incident.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The adversary knows everything that is shown and the rules by which the rest is not: all reports
 * there can be are tried, and each number that is suppressed must have at least two values among
 * those that look the same.
 */
class SuppressionTest {
  private static final long SMALLEST = 3;
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final List<String> CODES = List.of("A", "B", "C");

  /** Numbers that were there, by the name of the cell. */
  private final Map<String, List<Map<String, Long>>> bySight = new HashMap<>();

  @ParameterizedTest(name = "{0} weeks of {1} codes, up to {2} incidents")
  @CsvSource({"1, 2, 14", "1, 3, 14", "2, 2, 13", "2, 3, 11", "3, 2, 10", "3, 3, 7", "5, 1, 10"})
  void nothingSuppressedCanBeReckonedFromWhatIsShown(int weeks, int codes, int most) {
    for (int total = 0; total <= most; total++) {
      spread(total, new long[weeks * codes], 0, cells -> look(cells, cells, codes));
    }
    checkThatNothingIsCertain();
  }

  @Test
  void norWhatIsSuppressedBecauseItIsAboutFewPeople() {
    for (int total = 0; total <= 9; total++) {
      spread(
          total,
          new long[3],
          0,
          cells -> people(cells, new long[3], 0, people -> look(cells, people, 1)));
    }
    checkThatNothingIsCertain();
  }

  @Test
  void aTimeWithFewPeopleIsSmallHoweverManyTheIncidents() {
    Report report = report(new long[] {40, 40, 40}, new long[] {2, 9, 9}, 1);
    new Suppression(SMALLEST).apply(report);
    assertThat(report.tallies().get(0).total()).isNull();
  }

  @Test
  void whatIsLargeEnoughStays() {
    Report report = report(new long[] {9, 3, 8, 0}, new long[] {9, 3, 8, 0}, 2);
    new Suppression(SMALLEST).apply(report);
    assertThat(report.total()).isEqualTo(20);
    assertThat(report.tallies().get(0).week().byKind()).isEqualTo(Map.of("A", 9L, "B", 3L));
    assertThat(report.tallies().get(1).week().byKind()).isEqualTo(Map.of("A", 8L, "B", 0L));
    assertThat(report.tallies().get(1).week().suppressed()).isEmpty();
  }

  @Test
  void minutesOfFewRestrictionsAndSharesOfFewIncidentsAreNotShown() {
    Report report = report(new long[] {20, 20}, new long[] {20, 20}, 1);
    Tally week = report.tallies().get(0);
    week.restrictions(2, 60);
    week.addEarlyIntervention(true, 2);
    week.addEarlyIntervention(false, 18);
    new Suppression(SMALLEST).apply(report);
    assertThat(week.week().restrictiveMinutes()).isNull();
    assertThat(week.week().earlyIntervention().used()).isNull();
    assertThat(week.week().earlyIntervention().share()).isNull();
    assertThat(week.week().suppressed()).contains("restrictiveMinutes", "earlyIntervention.used");
  }

  private void look(long[] cells, long[] people, int codes) {
    Report report = report(cells, people, codes);
    Map<String, Long> there = numbers(report);
    new Suppression(SMALLEST).apply(report);
    bySight.computeIfAbsent(numbers(report).toString(), sight -> new ArrayList<>()).add(there);
  }

  private void checkThatNothingIsCertain() {
    int suppressed = 0;
    for (var sight : bySight.entrySet()) {
      for (String cell : sight.getValue().get(0).keySet()) {
        if (sight.getKey().contains(cell + "=null")) {
          suppressed++;
          Set<Long> possible = new HashSet<>();
          sight.getValue().forEach(numbers -> possible.add(numbers.get(cell)));
          assertThat(possible).as(cell + " in " + sight).hasSizeGreaterThan(1);
        }
      }
    }
    assertThat(suppressed).isPositive();
  }

  private static Map<String, Long> numbers(Report report) {
    Map<String, Long> numbers = new HashMap<>();
    numbers.put("total", report.total());
    for (int i = 0; i < report.tallies().size(); i++) {
      String week = "week" + i;
      numbers.put(week, report.tallies().get(i).total());
      report
          .tallies()
          .get(i)
          .week()
          .byKind()
          .forEach((code, number) -> numbers.put(week + code, number));
    }
    return new java.util.TreeMap<>(numbers);
  }

  /** A report in which each incident of a week is about someone else, or as people says. */
  private static Report report(long[] cells, long[] people, int codes) {
    List<Tally> weeks = new ArrayList<>();
    for (int week = 0; week < cells.length / codes; week++) {
      Tally tally =
          new Tally(MONDAY.plusWeeks(week), Map.of(Dimension.KIND, CODES.subList(0, codes)));
      long incidents = 0;
      long persons = 0;
      for (int code = 0; code < codes; code++) {
        incidents += cells[week * codes + code];
        tally.add(Dimension.KIND, CODES.get(code), cells[week * codes + code]);
        persons += people[week * codes + code];
      }
      tally.total(incidents, persons);
      weeks.add(tally);
    }
    return new Report(weeks, Grid.empty());
  }

  /** All ways to put a total into cells. */
  private static void spread(
      int rest, long[] cells, int next, java.util.function.Consumer<long[]> use) {
    if (next == cells.length - 1) {
      cells[next] = rest;
      use.accept(cells);
      return;
    }
    for (int number = 0; number <= rest; number++) {
      cells[next] = number;
      spread(rest - number, cells, next + 1, use);
    }
  }

  /** All numbers of people that incidents can be about. */
  private static void people(
      long[] cells, long[] people, int next, java.util.function.Consumer<long[]> use) {
    if (next == cells.length) {
      use.accept(people);
      return;
    }
    for (long number = Math.min(1, cells[next]); number <= cells[next]; number++) {
      people[next] = number;
      people(cells, people, next + 1, use);
    }
  }
}
