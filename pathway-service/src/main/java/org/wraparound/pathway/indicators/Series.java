package org.wraparound.pathway.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The readings of an indicator that count: at most one a day, days without one left out. */
final class Series {
  private static final int DECIMALS = 3;

  private final NavigableMap<LocalDate, BigDecimal> values = new TreeMap<>();

  Series(List<Point> points) {
    points.forEach(point -> values.put(point.day(), point.value()));
  }

  /** The value of a day. */
  record Point(LocalDate day, BigDecimal value) {}

  /** Each day with its value, the earliest first. */
  void forEach(BiConsumer<LocalDate, BigDecimal> each) {
    values.forEach(each);
  }

  /** Those of the days, both included, the earliest first. */
  List<Point> between(LocalDate from, LocalDate to) {
    return values.subMap(from, true, to, true).entrySet().stream()
        .map(one -> new Point(one.getKey(), one.getValue()))
        .toList();
  }

  /** The last so many until a day, which is included, the earliest first. */
  List<Point> last(int count, LocalDate until) {
    List<Point> all =
        values.headMap(until, true).descendingMap().entrySet().stream()
            .limit(count)
            .map(one -> new Point(one.getKey(), one.getValue()))
            .toList();
    return all.stream().sorted(Comparator.comparing(Point::day)).toList();
  }

  /** The last day that has a reading. */
  Optional<LocalDate> lastDay() {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.lastKey());
  }

  /**
   * The mean of the days, both included, with three decimals; empty when fewer than half of them
   * have a reading.
   */
  Optional<BigDecimal> average(LocalDate from, LocalDate to) {
    var taken = values.subMap(from, true, to, true).values();
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (taken.isEmpty() || 2L * taken.size() < days) {
      return Optional.empty();
    }
    return Optional.of(
        taken.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(taken.size()), DECIMALS, RoundingMode.HALF_UP));
  }

  /** The mean of so many days, the last of which is given. */
  Optional<BigDecimal> movingAverage(int days, LocalDate last) {
    return average(last.minusDays(days - 1L), last);
  }
}
