package org.wraparound.incident.trends;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Incidents by weekday and hour. */
@Schema(
    name = "TrendGrid",
    description = "Incidents by weekday and hour of the clock on the wall in London.")
record Grid(
    @Schema(
            description =
                "7 weekdays, Monday first, of 24 hours, the one from midnight first; null is suppressed")
        List<List<Long>> hours) {
  private static final int DAYS = 7;
  private static final int HOURS = 24;

  /** A grid without incidents. */
  static Grid empty() {
    List<List<Long>> hours = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      hours.add(new ArrayList<>(Collections.nCopies(HOURS, 0L)));
    }
    return new Grid(hours);
  }

  void add(int day, int hour, long incidents) {
    hours.get(day).set(hour, hours.get(day).get(hour) + incidents);
  }

  /** The number of each cell; a cell is known by its hour of the week, 0 to 167. */
  Map<Integer, Long> cells() {
    Map<Integer, Long> cells = new LinkedHashMap<>();
    for (int cell = 0; cell < DAYS * HOURS; cell++) {
      cells.put(cell, hours.get(cell / HOURS).get(cell % HOURS));
    }
    return cells;
  }

  /** Shows the cell no longer and gives the name under which that is listed. */
  String suppress(int cell) {
    hours.get(cell / HOURS).set(cell % HOURS, null);
    return "grid.hours[" + cell / HOURS + "][" + cell % HOURS + "]";
  }
}
