package org.wraparound.pathway.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which breaches a series of readings amounts to. Days are taken one after the other, and what a
 * day comes to depends on it and on those before alone. A breach begins when a rule is met and
 * lasts until a reading is better than the mildest threshold: in between it can only get worse.
 */
final class Judging {
  private final Direction direction;
  private final List<Terms> terms;
  private final Series series;
  private final Course levels = new Course(Cause.LEVEL);
  private final Course trends = new Course(Cause.TREND);
  private int amberInRow;
  private int redInRow;

  private Judging(Direction direction, List<Terms> terms, Series series) {
    this.direction = direction;
    this.terms = terms;
    this.series = series;
  }

  /**
   * The breaches by level and by trend, each kind in the order of days.
   *
   * @param terms the earliest first; days before the first are looked back at and not judged
   */
  static List<Span> of(Direction direction, List<Terms> terms, Series series) {
    Judging judging = new Judging(direction, terms, series);
    series.forEach(judging::take);
    List<Span> spans = new ArrayList<>(judging.levels.spans());
    spans.addAll(judging.trends.spans());
    return spans;
  }

  /**
   * What a rule makes of a day.
   *
   * @param reached null when the day does not meet it
   * @param inside whether the day is better than the mildest threshold
   * @param saw null unless reached
   */
  private record Finding(Severity reached, boolean inside, Saw saw) {
    static final Finding INSIDE = new Finding(null, true, null);
    static final Finding UNDECIDED = new Finding(null, false, null);
  }

  private void take(LocalDate day, BigDecimal value) {
    Terms inForce = Terms.on(day, terms);
    Finding level = level(day, value, inForce.rules().level());
    if (!day.isBefore(terms.get(0).effectiveFrom())) {
      levels.take(day, level);
      trends.take(day, trend(day, inForce));
    }
  }

  private Finding level(LocalDate day, BigDecimal value, Rules.Level rule) {
    amberInRow = rule != null && reaches(value, rule.amber()) ? amberInRow + 1 : 0;
    redInRow = rule != null && reaches(value, rule.red()) ? redInRow + 1 : 0;
    if (amberInRow == 0 && redInRow == 0) {
      return Finding.INSIDE;
    }
    if (rule.red() != null && redInRow >= rule.redDays()) {
      return new Finding(Severity.RED, false, levelSeen(day, rule.red(), rule.redDays()));
    }
    if (rule.amber() != null && amberInRow >= rule.amberDays()) {
      return new Finding(Severity.AMBER, false, levelSeen(day, rule.amber(), rule.amberDays()));
    }
    return Finding.UNDECIDED;
  }

  private boolean reaches(BigDecimal value, BigDecimal threshold) {
    return threshold != null && direction.hasReached(value, threshold);
  }

  private Saw levelSeen(LocalDate day, BigDecimal threshold, int inRow) {
    return new Saw(
        "%s %s %s."
            .formatted(
                inRow == 1 ? "A reading" : inRow + " readings in a row",
                atOrBeyond(),
                plain(threshold)),
        Math.max(amberInRow, redInRow),
        series.last(inRow, day),
        null,
        null,
        threshold);
  }

  private Finding trend(LocalDate day, Terms inForce) {
    Rules.Trend rule = inForce.rules().trend();
    if (rule == null) {
      return Finding.INSIDE;
    }
    Optional<BigDecimal> average = series.movingAverage(rule.days(), day);
    Optional<BigDecimal> baseline = inForce.baseline().on(day, series);
    if (average.isEmpty() || baseline.isEmpty()) {
      return Finding.UNDECIDED;
    }
    Optional<BigDecimal> red = reached(rule, rule.red(), average.get(), baseline.get());
    Optional<BigDecimal> amber = reached(rule, rule.amber(), average.get(), baseline.get());
    if (red.isEmpty() && amber.isEmpty()) {
      return Finding.INSIDE;
    }
    return new Finding(
        red.isPresent() ? Severity.RED : Severity.AMBER,
        false,
        trendSeen(day, rule, average.get(), baseline.get(), red.or(() -> amber).get()));
  }

  private Optional<BigDecimal> reached(
      Rules.Trend rule, BigDecimal limit, BigDecimal average, BigDecimal baseline) {
    return Optional.ofNullable(limit)
        .flatMap(some -> rule.threshold(direction, baseline, some))
        .filter(threshold -> direction.hasReached(average, threshold));
  }

  private Saw trendSeen(
      LocalDate day,
      Rules.Trend rule,
      BigDecimal average,
      BigDecimal baseline,
      BigDecimal threshold) {
    return new Saw(
        "The average of %d days, %s, is %s %s, against a baseline of %s."
            .formatted(
                rule.days(), plain(average), atOrBeyond(), plain(threshold), plain(baseline)),
        rule.days(),
        series.between(day.minusDays(rule.days() - 1L), day),
        average,
        baseline,
        threshold);
  }

  private String atOrBeyond() {
    return direction == Direction.LOWER_IS_BETTER ? "at or above" : "at or below";
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** The breaches by one rule, as they follow each other. */
  private static final class Course {
    private final Cause cause;
    private final List<Span> over = new ArrayList<>();
    private Span lasting;

    Course(Cause cause) {
      this.cause = cause;
    }

    void take(LocalDate day, Finding finding) {
      if (finding.inside()) {
        end(day, false);
      } else if (finding.reached() != null
          && (lasting == null || finding.reached().compareTo(lasting.severity()) > 0)) {
        end(day, true);
        lasting = new Span(cause, finding.reached(), day, null, false, finding.saw());
      }
    }

    private void end(LocalDate day, boolean byWorse) {
      if (lasting != null) {
        over.add(lasting.endedOn(day, byWorse));
        lasting = null;
      }
    }

    List<Span> spans() {
      List<Span> all = new ArrayList<>(over);
      if (lasting != null) {
        all.add(lasting);
      }
      return all;
    }
  }
}
