package org.wraparound.incident.trends;

import java.util.ArrayList;
import java.util.List;

/** What was counted over a span of days. */
final class Report {
  private final List<Tally> tallies;
  private final Grid grid;
  private final List<String> suppressed = new ArrayList<>();
  private Long total;

  /**
   * @param tallies of its weeks or months, in order
   */
  Report(List<Tally> tallies, Grid grid) {
    this.tallies = tallies;
    this.grid = grid;
    this.total = tallies.stream().mapToLong(Tally::total).sum();
  }

  List<Tally> tallies() {
    return tallies;
  }

  Grid grid() {
    return grid;
  }

  /** Incidents in all; null when suppressed. */
  Long total() {
    return total;
  }

  /** Names of the numbers suppressed, but for those of a week or month, which lists its own. */
  List<String> suppressed() {
    return suppressed;
  }

  /** Shows nothing at all. */
  void suppress() {
    total = null;
    suppressed.add("total");
    tallies.forEach(Tally::suppress);
    grid.cells().keySet().forEach(grid::suppress);
  }

  void suppressHour(int cell) {
    suppressed.add(grid.suppress(cell));
  }
}
