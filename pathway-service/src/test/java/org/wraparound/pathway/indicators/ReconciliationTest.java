package org.wraparound.pathway.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wraparound.kit.Caller;

class ReconciliationTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final Caller MANAGER =
      new Caller("OAKFIELD", "PROVIDER", "manager", Set.of("manager"));
  private static final int DAYS = 40;

  /** The breaches of an indicator as its readings come in. */
  private static final class Book {
    final Indicator indicator;
    final Map<LocalDate, BigDecimal> values = new TreeMap<>();
    final List<Breach> breaches = new ArrayList<>();
    final List<IndicatorEvent> told = new ArrayList<>();

    Book(Rules rules) {
      indicator =
          new Indicator(
              new DefineIndicator(
                  IndicatorKind.ANXIETY,
                  "Anxiety",
                  null,
                  BigDecimal.ZERO,
                  BigDecimal.TEN,
                  Direction.LOWER_IS_BETTER,
                  null,
                  TODAY.plusMonths(3),
                  new Baseline(null, TODAY, TODAY.plusDays(5)),
                  rules),
              UUID.randomUUID(),
              "OAKFIELD",
              MANAGER,
              NOW);
    }

    Book enter(int day, int value) {
      values.put(TODAY.plusDays(day - 1L), BigDecimal.valueOf(value));
      List<Breach> standing =
          breaches.stream()
              .filter(breach -> breach.view().ending() != Ending.CORRECTED)
              .sorted((one, other) -> one.beganOn().compareTo(other.beganOn()))
              .toList();
      Reconciliation changes = Reconciliation.of(indicator, standing, judged(), NOW);
      breaches.addAll(changes.begun());
      told.addAll(changes.events());
      return this;
    }

    List<Span> judged() {
      return indicator.judged(
          new Series(
              values.entrySet().stream()
                  .map(one -> new Series.Point(one.getKey(), one.getValue()))
                  .toList()));
    }

    Set<String> judgedAnew() {
      return judged().stream()
          .map(
              span ->
                  text(
                      span.because(),
                      span.severity(),
                      span.beganOn(),
                      span.endedOn(),
                      span.endedOn() == null
                          ? null
                          : span.worsened() ? Ending.WORSENED : Ending.RECOVERED))
          .collect(Collectors.toSet());
    }

    Set<String> kept() {
      return breaches.stream()
          .map(Breach::view)
          .filter(breach -> breach.ending() != Ending.CORRECTED)
          .map(
              breach ->
                  text(
                      breach.because(),
                      breach.severity(),
                      breach.beganOn(),
                      breach.endedOn(),
                      breach.ending()))
          .collect(Collectors.toSet());
    }

    private static String text(
        Cause because, Severity severity, LocalDate from, LocalDate to, Ending ending) {
      return "%s %s %s to %s %s".formatted(because, severity, from, to, ending);
    }

    List<String> toldTypes() {
      return told.stream().map(IndicatorEvent::type).toList();
    }
  }

  private static Rules someRules(Random random) {
    BigDecimal amber = BigDecimal.valueOf(4 + random.nextInt(2));
    return new Rules(
        new Rules.Level(
            random.nextInt(4) == 0 ? null : amber,
            null,
            BigDecimal.valueOf(7 + random.nextInt(2)),
            1 + random.nextInt(2)),
        new Rules.Trend(
            2 + random.nextInt(6),
            random.nextBoolean() ? Rules.Trend.By.SHARE : Rules.Trend.By.AMOUNT,
            new BigDecimal("0.2"),
            BigDecimal.ONE),
        null);
  }

  static List<Integer> seeds() {
    return IntStream.range(0, 80).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void judgingEachNewReadingComesToTheSameAsJudgingTheWholeSeries(int seed) {
    Random random = new Random(seed);
    Book book = new Book(someRules(random));
    for (int day = 1; day <= DAYS; day++) {
      if (random.nextInt(5) > 0) {
        book.enter(day, random.nextInt(11));
        assertThat(book.kept()).isEqualTo(book.judgedAnew());
      }
    }
    // each was told once when it began, and those that recovered once when they did
    assertThat(book.toldTypes()).doesNotContain("indicator-breach-withdrawn");
    assertThat(ids(book, IndicatorEvent.IndicatorBreached.class))
        .doesNotHaveDuplicates()
        .hasSize(book.judged().size());
    assertThat(ids(book, IndicatorEvent.IndicatorRecovered.class))
        .doesNotHaveDuplicates()
        .hasSize(
            (int)
                book.judged().stream()
                    .filter(span -> span.endedOn() != null && !span.worsened())
                    .count());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void soDoReadingsThatComeLateOrAreCorrected(int seed) {
    Random random = new Random(seed);
    Book book = new Book(someRules(random));
    List<Integer> days = new ArrayList<>();
    IntStream.rangeClosed(1, DAYS).forEach(days::add);
    IntStream.range(0, DAYS / 2).forEach(i -> days.add(1 + random.nextInt(DAYS)));
    Collections.shuffle(days, random);
    for (int day : days) {
      int before = book.told.size();
      book.enter(day, random.nextInt(11));
      assertThat(book.kept()).isEqualTo(book.judgedAnew());
      // nothing is told of a breach twice because of one reading
      assertThat(
              book.told.subList(before, book.told.size()).stream()
                  .map(event -> event.aggregateId() + event.type()))
          .doesNotHaveDuplicates();
    }
  }

  private static List<UUID> ids(Book book, Class<? extends IndicatorEvent.OfBreach> type) {
    return book.told.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .map(IndicatorEvent.OfBreach::breachId)
        .toList();
  }

  private static final Rules SIX_AND_NINE =
      new Rules(new Rules.Level(BigDecimal.valueOf(6), 1, BigDecimal.valueOf(9), 1), null, null);

  @Test
  void aWorseBreachFollowsTheMilderOne() {
    Book book = new Book(SIX_AND_NINE).enter(1, 6).enter(2, 9).enter(3, 7).enter(4, 2);
    assertThat(book.toldTypes())
        .containsExactly("indicator-breached", "indicator-breached", "indicator-recovered");
    assertThat(book.breaches.get(1).view().follows()).isEqualTo(book.breaches.get(0).id());
    assertThat(book.breaches.get(0).view().ending()).isEqualTo(Ending.WORSENED);
  }

  @Test
  void aLateDayThatMakesABreachLongerTellsNothing() {
    Book book = new Book(SIX_AND_NINE).enter(3, 6).enter(2, 7).enter(1, 7);
    assertThat(book.toldTypes()).containsExactly("indicator-breached");
    assertThat(book.breaches.get(0).beganOn()).isEqualTo(TODAY);
  }

  @Test
  void aCorrectionWithdrawsWhatNeverWas() {
    Book book = new Book(SIX_AND_NINE).enter(1, 9).enter(1, 2);
    assertThat(book.toldTypes())
        .containsExactly("indicator-breached", "indicator-breach-withdrawn");
    assertThat(book.breaches).extracting(Breach::isOpen).containsExactly(false);
  }

  @Test
  void aCorrectionThatShowsThatItWasNotOverTellsItAgain() {
    Book book = new Book(SIX_AND_NINE).enter(1, 6).enter(2, 3).enter(2, 7);
    assertThat(book.toldTypes())
        .containsExactly("indicator-breached", "indicator-recovered", "indicator-breached");
    assertThat(book.breaches).hasSize(1);
    assertThat(book.breaches.get(0).isOpen()).isTrue();
  }
}
