package org.wraparound.pathway.indicators;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/** When an indicator is breached; each rule may be left out. */
@Schema(
    name = "IndicatorRules",
    example =
        """
        {
          "level": {"amber": 6, "amberDays": 3, "red": 8},
          "trend": {"days": 7, "by": "SHARE", "amber": 0.5},
          "missing": {"days": 3}
        }
        """)
record Rules(@Valid Level level, @Valid Trend trend, @Valid Missing missing) {
  private static final String DIGITS = "give at most 6 digits and 3 decimals";

  /** No rule: the indicator is drawn and never breached. */
  static final Rules NONE = new Rules(null, null, null);

  /** By the readings themselves. */
  @Schema(
      name = "LevelRule",
      description =
          "So many readings in a row at the threshold or on the bad side of it; a day without a reading neither counts"
              + " nor breaks the row. The number of days is 1 when left out.")
  record Level(
      @Digits(integer = 6, fraction = 3, message = DIGITS) BigDecimal amber,
      @Min(value = 1, message = "give 1 to 28 days") @Max(value = 28, message = "give 1 to 28 days")
          Integer amberDays,
      @Digits(integer = 6, fraction = 3, message = DIGITS) BigDecimal red,
      @Min(value = 1, message = "give 1 to 28 days") @Max(value = 28, message = "give 1 to 28 days")
          Integer redDays) {
    Level {
      amberDays = amber == null || amberDays != null ? amberDays : Integer.valueOf(1);
      redDays = red == null || redDays != null ? redDays : Integer.valueOf(1);
    }

    private void addFaults(
        List<Violation> faults, Direction direction, BigDecimal lowest, BigDecimal highest) {
      if (amber == null && red == null) {
        faults.add(new Violation("rules.level", "give amber, red or both"));
      }
      if (amber == null && amberDays != null) {
        faults.add(new Violation("rules.level.amberDays", "means nothing without amber"));
      }
      if (red == null && redDays != null) {
        faults.add(new Violation("rules.level.redDays", "means nothing without red"));
      }
      if (isOff(amber, lowest, highest)) {
        faults.add(new Violation("rules.level.amber", "must be on the scale, from min to max"));
      }
      if (isOff(red, lowest, highest)) {
        faults.add(new Violation("rules.level.red", "must be on the scale, from min to max"));
      }
      if (amber != null && red != null && direction.hasReached(amber, red)) {
        faults.add(new Violation("rules.level.red", "must be worse than amber, as direction says"));
      }
    }

    private static boolean isOff(BigDecimal value, BigDecimal lowest, BigDecimal highest) {
      return value != null && (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0);
    }
  }

  /** By the moving average against the baseline. */
  @Schema(
      name = "TrendRule",
      description =
          "The mean of the last days, today's included, so far on the bad side of the baseline: by a share of it or by"
              + " an amount. Not judged while fewer than half of the days have a reading.")
  record Trend(
      @NotNull(message = "say over how many days, 2 to 56")
          @Min(value = 2, message = "give 2 to 56 days")
          @Max(value = 56, message = "give 2 to 56 days")
          Integer days,
      @NotNull(message = "say by what: SHARE or AMOUNT") By by,
      @Digits(integer = 6, fraction = 3, message = DIGITS) BigDecimal amber,
      @Digits(integer = 6, fraction = 3, message = DIGITS) BigDecimal red) {

    /** What amber and red are. */
    enum By {
      /** Of the baseline: 0.5 is half of it. */
      SHARE,
      /** In the unit of the indicator. */
      AMOUNT
    }

    /** Where amber or red begins; empty for a share of nothing. */
    Optional<BigDecimal> threshold(Direction direction, BigDecimal baseline, BigDecimal limit) {
      BigDecimal distance = by == By.SHARE ? baseline.abs().multiply(limit) : limit;
      return Optional.of(distance)
          .filter(some -> some.signum() > 0)
          .map(some -> direction.worse(baseline, some).setScale(3, RoundingMode.HALF_UP));
    }

    private void addFaults(List<Violation> faults, Baseline baseline) {
      if (amber == null && red == null) {
        faults.add(new Violation("rules.trend", "give amber, red or both"));
      }
      if (amber != null && amber.signum() <= 0) {
        faults.add(new Violation("rules.trend.amber", "must be more than 0"));
      }
      if (red != null && red.signum() <= 0) {
        faults.add(new Violation("rules.trend.red", "must be more than 0"));
      } else if (amber != null && red != null && red.compareTo(amber) <= 0) {
        faults.add(new Violation("rules.trend.red", "must be more than amber"));
      }
      if (baseline == null) {
        faults.add(new Violation("baseline", "a trend is held against a baseline; give one"));
      } else if (by == By.SHARE && baseline.value() != null && baseline.value().signum() == 0) {
        faults.add(
            new Violation("rules.trend.by", "a share of a baseline of 0 is nothing; take AMOUNT"));
      }
    }
  }

  /** By the days without a reading. */
  @Schema(
      name = "MissingDataRule",
      description = "So many whole days after the last reading have passed without one.")
  record Missing(
      @NotNull(message = "say after how many days, 1 to 28")
          @Min(value = 1, message = "give 1 to 28 days")
          @Max(value = 28, message = "give 1 to 28 days")
          Integer days) {}

  List<Violation> faults(
      Direction direction, BigDecimal lowest, BigDecimal highest, Baseline baseline) {
    List<Violation> faults = new ArrayList<>();
    if (level != null) {
      level.addFaults(faults, direction, lowest, highest);
    }
    if (trend != null) {
      trend.addFaults(faults, baseline);
    }
    return faults;
  }
}
