package org.wraparound.pathway.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgingTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final Baseline OF_FOUR = new Baseline(BigDecimal.valueOf(4), null, null);

  /** Values of the days from the first on; null for a day without one. */
  private static Series series(Integer... values) {
    List<Series.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        points.add(new Series.Point(FIRST.plusDays(i), BigDecimal.valueOf(values[i])));
      }
    }
    return new Series(points);
  }

  private static Rules level(Integer amber, Integer amberDays, Integer red, Integer redDays) {
    return new Rules(new Rules.Level(number(amber), amberDays, number(red), redDays), null, null);
  }

  private static Rules trend(int days, Rules.Trend.By by, String amber, String red) {
    return new Rules(
        null,
        new Rules.Trend(
            days,
            by,
            amber == null ? null : new BigDecimal(amber),
            red == null ? null : new BigDecimal(red)),
        null);
  }

  private static BigDecimal number(Integer value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }

  private static List<String> judged(Direction direction, List<Terms> terms, Series series) {
    return Judging.of(direction, terms, series).stream()
        .map(
            span ->
                "%s %d-%s%s"
                    .formatted(
                        span.severity(),
                        dayOfMonth(span.beganOn()),
                        span.endedOn() == null ? "" : dayOfMonth(span.endedOn()),
                        span.worsened() ? " worsened" : ""))
        .toList();
  }

  private static int dayOfMonth(LocalDate day) {
    return day.getDayOfMonth();
  }

  private static List<String> lowIsGood(Rules rules, Series series) {
    return judged(Direction.LOWER_IS_BETTER, List.of(new Terms(FIRST, OF_FOUR, rules)), series);
  }

  @Test
  void aLevelIsBreachedWhenItLastsAndOverWithTheFirstBetterReading() {
    Rules rules = level(6, 3, null, null);
    assertThat(lowIsGood(rules, series(6, 7, 5, 6, 6))).isEmpty();
    assertThat(lowIsGood(rules, series(6, 7, 6, 9, 5, 6))).containsExactly("AMBER 3-5");
    assertThat(lowIsGood(rules, series(6, 7, 6, 9))).containsExactly("AMBER 3-");
  }

  @Test
  void aDayWithoutAReadingNeitherCountsNorBreaksTheRow() {
    assertThat(lowIsGood(level(6, 3, null, null), series(6, null, 6, null, null, 6)))
        .containsExactly("AMBER 6-");
  }

  @Test
  void aBreachCanOnlyGetWorseUntilItIsOver() {
    Rules rules = level(6, 2, 8, null);
    assertThat(lowIsGood(rules, series(6, 6, 8, 6, 8, 7, 5, 6, 6)))
        .containsExactly("AMBER 2-3 worsened", "RED 3-7", "AMBER 9-");
    assertThat(lowIsGood(rules, series(8, 6, 6, 5))).containsExactly("RED 1-4");
  }

  @Test
  void whereMoreIsBetterALowReadingIsTheBreach() {
    assertThat(
            judged(
                Direction.HIGHER_IS_BETTER,
                List.of(new Terms(FIRST, null, level(4, 1, 2, 1))),
                series(5, 4, 2, 5)))
        .containsExactly("AMBER 2-3 worsened", "RED 3-4");
  }

  @Test
  void aTrendIsTheAverageAgainstTheBaselineByShareOrByAmount() {
    Series rising = series(4, 4, 6, 8, 8, 4, 4, 4);
    // averages of three: -, 4, 4.667, 6, 7.333, 6.667, 5.333, 4
    assertThat(lowIsGood(trend(3, Rules.Trend.By.SHARE, "0.5", "0.75"), rising))
        .containsExactly("AMBER 4-5 worsened", "RED 5-7");
    assertThat(lowIsGood(trend(3, Rules.Trend.By.AMOUNT, "3", null), rising))
        .containsExactly("AMBER 5-6");
  }

  @Test
  void aTrendIsNotJudgedByFewerThanHalfOfItsDays() {
    Rules rules = trend(4, Rules.Trend.By.AMOUNT, "1", null);
    assertThat(lowIsGood(rules, series(9))).isEmpty();
    assertThat(lowIsGood(rules, series(9, 9))).containsExactly("AMBER 2-");
    // what has too few readings says neither that it is over nor that it is not
    assertThat(lowIsGood(rules, series(9, 9, null, null, null, 1))).containsExactly("AMBER 2-");
  }

  @Test
  void aBaselineIsWorkedOutFromItsDaysOnceTheyAreOver() {
    Baseline firstFour = new Baseline(null, FIRST, FIRST.plusDays(3));
    Rules rules = trend(2, Rules.Trend.By.AMOUNT, "2", null);
    Series series = series(2, 9, 2, 3, 6, 6);
    assertThat(firstFour.on(FIRST.plusDays(3), series)).isEmpty();
    assertThat(firstFour.on(FIRST.plusDays(4), series)).contains(new BigDecimal("4.000"));
    assertThat(
            judged(Direction.LOWER_IS_BETTER, List.of(new Terms(FIRST, firstFour, rules)), series))
        .containsExactly("AMBER 6-");
  }

  @Test
  void aShareOfNothingIsNotJudged() {
    assertThat(
            judged(
                Direction.LOWER_IS_BETTER,
                List.of(
                    new Terms(
                        FIRST,
                        new Baseline(BigDecimal.ZERO, null, null),
                        trend(2, Rules.Trend.By.SHARE, "0.5", null))),
                series(0, 0, 0)))
        .isEmpty();
  }

  @Test
  void otherTermsHoldFromTheirDayOn() {
    List<Terms> terms =
        List.of(
            new Terms(FIRST, null, level(6, 1, null, null)),
            new Terms(FIRST.plusDays(2), null, level(8, 1, null, null)));
    assertThat(judged(Direction.LOWER_IS_BETTER, terms, series(7, 7, 7, 9)))
        .containsExactly("AMBER 1-3", "AMBER 4-");
  }

  @Test
  void daysBeforeTheDefinitionAreLookedBackAtAndNotJudged() {
    List<Terms> terms = List.of(new Terms(FIRST.plusDays(3), null, level(6, 3, 9, 1)));
    assertThat(judged(Direction.LOWER_IS_BETTER, terms, series(9, 6, 6, 6)))
        .containsExactly("AMBER 4-");
  }

  @Test
  void aBreachSaysWhatItWasFoundBy() {
    Saw level =
        Judging.of(
                Direction.LOWER_IS_BETTER,
                List.of(new Terms(FIRST, OF_FOUR, level(6, 2, null, null))),
                series(3, 6, null, 7))
            .get(0)
            .saw();
    assertThat(level.why()).isEqualTo("2 readings in a row at or above 6.");
    assertThat(level.days()).isEqualTo(2);
    assertThat(level.readings()).extracting(Series.Point::day).containsExactly(day(2), day(4));
    Saw trend =
        Judging.of(
                Direction.LOWER_IS_BETTER,
                List.of(new Terms(FIRST, OF_FOUR, trend(2, Rules.Trend.By.SHARE, "0.25", null))),
                series(4, 7))
            .get(0)
            .saw();
    assertThat(trend.why())
        .isEqualTo("The average of 2 days, 5.5, is at or above 5, against a baseline of 4.");
    assertThat(trend.average()).isEqualByComparingTo("5.5");
    assertThat(trend.baseline()).isEqualByComparingTo("4");
    assertThat(trend.threshold()).isEqualByComparingTo("5");
  }

  private static LocalDate day(int number) {
    return FIRST.plusDays(number - 1L);
  }
}
