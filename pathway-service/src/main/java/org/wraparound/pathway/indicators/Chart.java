package org.wraparound.pathway.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.London;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.pathway.transitions.StepUps;

/** An indicator drawn over time, with what it was held against and how much support there was. */
@ApplicationScoped
class Chart {
  private static final int MOST_DAYS = 366;
  private static final int DEFAULT_DAYS = 90;
  private static final int DEFAULT_AVERAGE = 7;

  private final Indicators indicators;
  private final IndicatorReadings readings;
  private final Breaches breaches;
  private final StepUps stepUps;
  private final Clock clock;

  Chart(
      Indicators indicators,
      IndicatorReadings readings,
      Breaches breaches,
      StepUps stepUps,
      Clock clock) {
    this.indicators = indicators;
    this.readings = readings;
    this.breaches = breaches;
    this.stepUps = stepUps;
    this.clock = clock;
  }

  @Schema(name = "IndicatorChart", description = "What it takes to draw an indicator over time.")
  record View(
      UUID personId,
      UUID indicatorId,
      IndicatorKind kind,
      String title,
      String unit,
      BigDecimal min,
      BigDecimal max,
      Direction direction,
      LocalDate from,
      LocalDate to,
      @Schema(description = "The days that have a reading, the earliest first") List<Day> days,
      @Schema(description = "What it was held against, the earliest first") List<Held> terms,
      @Schema(description = "The earliest first; those that were withdrawn are not here")
          List<Outside> breaches,
      @Schema(description = "When the person was stepped up, the earliest first")
          List<StepUps.Band> levelBands) {}

  /** A day's value. */
  @Schema(name = "ChartDay")
  record Day(
      LocalDate day,
      BigDecimal value,
      @Schema(
              description =
                  "Mean of the days until this one, as many as the trend takes (7 without one); null when fewer than"
                      + " half of them have a reading")
          BigDecimal average) {}

  /** What the days were held against. */
  @Schema(name = "ChartTerms")
  record Held(
      LocalDate from,
      @Schema(description = "Last day; null while they are in force") LocalDate until,
      @Schema(
              description =
                  "Given, or worked out from its days; null when there is none or it cannot be worked out yet")
          BigDecimal baseline,
      @Schema(description = "Of the level; null when there is none") BigDecimal levelAmber,
      BigDecimal levelRed,
      @Schema(description = "Days of the moving average") int averageDays,
      @Schema(description = "Where the average reaches amber; null when there is none")
          BigDecimal trendAmber,
      BigDecimal trendRed) {}

  /** A breach. */
  @Schema(name = "ChartBreach")
  record Outside(
      UUID breachId,
      Cause because,
      Severity severity,
      LocalDate from,
      @Schema(description = "The day that ended it; null while it lasts") LocalDate until) {}

  /**
   * The chart of the days, both included.
   *
   * @param from null for 89 days before {@code to}
   * @param to null for today
   * @throws ProblemException 404, 422 for days in the wrong order or more than 366
   */
  View of(UUID personId, UUID indicatorId, LocalDate from, LocalDate to) {
    LocalDate today = London.today(clock);
    LocalDate last = to == null ? today : to;
    LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1) : from;
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw ProblemException.invalid(
          "from", "must not be after to, nor make more than " + MOST_DAYS + " days with it");
    }
    Indicator indicator = indicators.one(personId, indicatorId);
    IndicatorView about = indicator.view();
    Series series =
        readings.series(List.of(indicatorId)).getOrDefault(indicatorId, new Series(List.of()));
    return new View(
        personId,
        indicatorId,
        about.kind(),
        about.title(),
        about.unit(),
        about.min(),
        about.max(),
        about.direction(),
        first,
        last,
        days(indicator, series, first, last),
        held(indicator, series, first, last, today),
        breaches.touching(indicatorId, first, last).stream()
            .map(
                breach ->
                    new Outside(
                        breach.id(),
                        breach.because(),
                        breach.severity(),
                        breach.beganOn(),
                        breach.endedOn()))
            .toList(),
        stepUps.begun(personId, last));
  }

  private static List<Day> days(Indicator indicator, Series series, LocalDate from, LocalDate to) {
    return series.between(from, to).stream()
        .map(
            point ->
                new Day(
                    point.day(),
                    point.value(),
                    series
                        .movingAverage(
                            averageDays(Terms.on(point.day(), indicator.terms()).rules().trend()),
                            point.day())
                        .orElse(null)))
        .toList();
  }

  private static int averageDays(Rules.Trend trend) {
    return trend == null ? DEFAULT_AVERAGE : trend.days();
  }

  private static List<Held> held(
      Indicator indicator, Series series, LocalDate from, LocalDate to, LocalDate today) {
    List<Held> held = new ArrayList<>();
    List<Terms> all = indicator.terms();
    for (int i = 0; i < all.size(); i++) {
      Terms terms = all.get(i);
      LocalDate until = i + 1 < all.size() ? all.get(i + 1).effectiveFrom().minusDays(1) : null;
      if (!terms.effectiveFrom().isAfter(to) && (until == null || !until.isBefore(from))) {
        held.add(held(indicator.direction(), series, terms, until, today));
      }
    }
    return held;
  }

  private static Held held(
      Direction direction, Series series, Terms terms, LocalDate until, LocalDate today) {
    Rules.Level level = terms.rules().level();
    Rules.Trend trend = terms.rules().trend();
    Optional<BigDecimal> baseline =
        Optional.ofNullable(terms.baseline())
            .flatMap(usual -> usual.on(until == null ? today : until, series));
    return new Held(
        terms.effectiveFrom(),
        until,
        baseline.orElse(null),
        level == null ? null : level.amber(),
        level == null ? null : level.red(),
        averageDays(trend),
        trend == null ? null : threshold(trend, direction, baseline, trend.amber()),
        trend == null ? null : threshold(trend, direction, baseline, trend.red()));
  }

  private static BigDecimal threshold(
      Rules.Trend trend, Direction direction, Optional<BigDecimal> baseline, BigDecimal limit) {
    return baseline
        .flatMap(
            usual ->
                Optional.ofNullable(limit).flatMap(some -> trend.threshold(direction, usual, some)))
        .orElse(null);
  }
}
