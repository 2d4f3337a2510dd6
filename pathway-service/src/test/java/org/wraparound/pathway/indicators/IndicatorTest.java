package org.wraparound.pathway.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;
import org.wraparound.kit.web.Violation;

class IndicatorTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final UUID PERSON = UUID.randomUUID();
  private static final Caller MANAGER =
      new Caller("OAKFIELD", "PROVIDER", "manager", Set.of("manager"));
  private static final Rules RULES =
      new Rules(
          new Rules.Level(new BigDecimal("4"), 2, new BigDecimal("2"), null),
          null,
          new Rules.Missing(3));

  private static DefineIndicator mobility(
      LocalDate from, LocalDate reviewOn, Baseline baseline, Rules rules) {
    return new DefineIndicator(
        IndicatorKind.MOBILITY,
        "Transfers",
        "points",
        BigDecimal.ZERO,
        BigDecimal.TEN,
        Direction.HIGHER_IS_BETTER,
        from,
        reviewOn,
        baseline,
        rules);
  }

  private static Indicator defined(DefineIndicator command) {
    return new Indicator(command, PERSON, "OAKFIELD", MANAGER, NOW);
  }

  private static Indicator defined() {
    return defined(mobility(TODAY.minusDays(30), TODAY.plusMonths(3), null, RULES));
  }

  private static void assertFields(Runnable action, String... fields) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problem("", "").violations())
                    .extracting(Violation::field)
                    .containsExactly(fields));
  }

  private static void assertConflict(Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
  }

  @Test
  void whatIsDefinedIsToldInCodes() {
    Indicator indicator = defined();
    assertThat(indicator.defined())
        .isEqualTo(
            new IndicatorEvent.IndicatorDefined(
                indicator.id(),
                PERSON,
                "OAKFIELD",
                IndicatorKind.MOBILITY,
                Direction.HIGHER_IS_BETTER,
                TODAY.minusDays(30),
                TODAY.plusMonths(3),
                NOW));
    assertThat(indicator.terms()).containsExactly(new Terms(TODAY, null, RULES));
  }

  @Test
  void everythingThatIsUnsoundIsNamedAtOnce() {
    Rules unsound =
        new Rules(
            new Rules.Level(new BigDecimal("4"), 1, new BigDecimal("11"), 1),
            new Rules.Trend(7, Rules.Trend.By.SHARE, BigDecimal.ZERO, null),
            null);
    assertFields(
        () -> defined(mobility(TODAY.plusDays(1), TODAY, null, unsound)),
        "from",
        "reviewOn",
        "rules.level.red",
        "rules.level.red",
        "rules.trend.amber",
        "baseline");
    assertFields(
        () ->
            defined(
                mobility(
                    null,
                    TODAY.plusDays(1),
                    new Baseline(BigDecimal.ZERO, TODAY, null),
                    new Rules(
                        new Rules.Level(null, 2, null, 2),
                        new Rules.Trend(7, Rules.Trend.By.SHARE, null, null),
                        null))),
        "baseline.until",
        "rules.level",
        "rules.level.amberDays",
        "rules.level.redDays",
        "rules.trend",
        "rules.trend.by");
    assertFields(
        () ->
            defined(
                mobility(
                    null, TODAY.plusDays(1), new Baseline(null, TODAY.minusDays(5), TODAY), null)),
        "baseline.from");
  }

  @Test
  void otherTermsHoldFromTodayOnAndEarlierOnesStay() {
    Indicator indicator = defined();
    Rules other = new Rules(null, null, new Rules.Missing(5));
    ChangeIndicator change = new ChangeIndicator("Stairs", TODAY.plusMonths(4), null, other);
    indicator.change(change, NOW);
    assertThat(indicator.terms()).containsExactly(new Terms(TODAY, null, other));
    indicator.change(
        new ChangeIndicator("Stairs", TODAY.plusMonths(4), null, null),
        NOW.plus(Duration.ofDays(2)));
    assertThat(indicator.terms())
        .containsExactly(
            new Terms(TODAY, null, other), new Terms(TODAY.plusDays(2), null, Rules.NONE));
    assertThat(indicator.view().title()).isEqualTo("Stairs");
  }

  @Test
  void whatHasEndedNeitherChangesNorEndsAgain() {
    Indicator indicator = defined();
    assertThat(indicator.end("Settled", MANAGER, NOW))
        .isEqualTo(
            new IndicatorEvent.IndicatorEnded(indicator.id(), PERSON, IndicatorKind.MOBILITY, NOW));
    assertConflict(() -> indicator.end("Settled", MANAGER, NOW));
    assertConflict(
        () -> indicator.change(new ChangeIndicator("x", TODAY.plusMonths(1), null, null), NOW));
    assertThat(indicator.lastDayOfPatience(Optional.empty())).isEmpty();
  }

  @Test
  void patienceRunsFromTheLastReadingOrTheDefinition() {
    Indicator indicator = defined();
    assertThat(indicator.lastDayOfPatience(Optional.empty())).contains(TODAY.plusDays(2));
    assertThat(indicator.lastDayOfPatience(Optional.of(TODAY.minusDays(20))))
        .contains(TODAY.plusDays(2));
    assertThat(indicator.lastDayOfPatience(Optional.of(TODAY.plusDays(4))))
        .contains(TODAY.plusDays(7));
    assertThat(indicator.firstDayWithout(Optional.of(TODAY.plusDays(4))))
        .isEqualTo(TODAY.plusDays(5));
  }

  @Test
  void aReadingIsOnTheScaleAndOnADayOfTheIndicator() {
    Indicator indicator = defined();
    assertThat(faults(indicator, TODAY, "10")).isEmpty();
    assertThat(faults(indicator, TODAY.minusDays(30), "0.125")).isEmpty();
    assertThat(faults(indicator, TODAY.minusDays(31), "0.1255")).containsExactly("day", "value");
    assertThat(faults(indicator, TODAY.plusDays(1), "10.1")).containsExactly("day", "value");
    indicator.end("Settled", MANAGER, NOW.minus(Duration.ofDays(1)));
    assertThat(faults(indicator, TODAY.minusDays(1), "-1")).containsExactly("value");
    assertThat(faults(indicator, TODAY, "1")).containsExactly("day");
  }

  private static List<String> faults(Indicator indicator, LocalDate day, String value) {
    return indicator.faultsOf(day, "day", new BigDecimal(value), "", TODAY).stream()
        .map(Violation::field)
        .toList();
  }
}
