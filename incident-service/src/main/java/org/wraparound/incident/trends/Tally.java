package org.wraparound.incident.trends;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is counted in one week or month; a number that was suppressed is null from then on. */
final class Tally {
  static final String NOT_RECORDED = "NOT_RECORDED";
  static final String NONE = "NONE";
  private static final String TOTAL = "total";
  private static final String MINUTES = "restrictiveMinutes";
  private static final String USED = "used";
  private static final String NOT_USED = "notUsed";
  private static final String NO_NOTE = "notRecorded";

  private final LocalDate start;
  private final Map<Dimension, Map<String, Long>> counts = new EnumMap<>(Dimension.class);
  private final Set<String> suppressed = new LinkedHashSet<>();
  private Long total = 0L;
  private Long people = 0L;
  private Long restrictiveMinutes = 0L;
  private long restricted;

  /**
   * Nothing counted yet.
   *
   * @param codes what is counted by; each starts at 0
   */
  Tally(LocalDate start, Map<Dimension, List<String>> codes) {
    this.start = start;
    codes.forEach(this::count);
    count(Dimension.EARLY_INTERVENTION, List.of(USED, NOT_USED, NO_NOTE));
  }

  private void count(Dimension dimension, List<String> codes) {
    Map<String, Long> cells = new LinkedHashMap<>();
    codes.forEach(code -> cells.put(code, 0L));
    counts.put(dimension, cells);
  }

  void add(Dimension dimension, String code, long incidents) {
    counts.get(dimension).merge(code == null ? NOT_RECORDED : code, incidents, Long::sum);
  }

  /** Counts the incidents once for each of the codes, which have commas between them. */
  void addEach(Dimension dimension, String codes, long incidents) {
    for (String code : codes.split(",", -1)) {
      add(dimension, code, incidents);
    }
  }

  void addEarlyIntervention(Boolean used, long incidents) {
    String code = NO_NOTE;
    if (used != null) {
      code = used ? USED : NOT_USED;
    }
    add(Dimension.EARLY_INTERVENTION, code, incidents);
  }

  /**
   * Sets the total.
   *
   * @param different number of people they are about
   */
  void total(long incidents, long different) {
    total = incidents;
    people = different;
  }

  /**
   * Sets what there was of restrictive intervention.
   *
   * @param incidents in which there was one
   */
  void restrictions(long incidents, long minutes) {
    restricted = incidents;
    restrictiveMinutes = minutes;
  }

  /** Incidents in all; null when suppressed. */
  Long total() {
    return total;
  }

  /** Different people the incidents are about; null when suppressed. */
  Long people() {
    return people;
  }

  /** How many of the incidents had a restrictive intervention. */
  long restricted() {
    return restricted;
  }

  Map<Dimension, Map<String, Long>> counts() {
    return counts;
  }

  /** Shows nothing of this week or month. */
  void suppress() {
    total = null;
    people = null;
    restrictiveMinutes = null;
    counts.values().forEach(cells -> cells.replaceAll((code, incidents) -> null));
    suppressed.add(TOTAL);
  }

  void suppress(Dimension dimension, String code) {
    counts.get(dimension).put(code, null);
    suppressed.add(dimension.field() + "." + code);
  }

  void suppressMinutes() {
    restrictiveMinutes = null;
    suppressed.add(MINUTES);
  }

  Week week() {
    return new Week(
        start,
        total,
        counts.get(Dimension.SEVERITY),
        counts.get(Dimension.KIND),
        counts.get(Dimension.ANTECEDENT),
        counts.get(Dimension.LOCATION),
        counts.get(Dimension.TYPE_OF_RISK),
        earlyIntervention(),
        restrictiveMinutes,
        List.copyOf(suppressed));
  }

  /** As a month; settings are shown where they were counted. */
  Month month() {
    return new Month(
        start,
        total,
        people,
        counts.get(Dimension.SEVERITY),
        counts.get(Dimension.KIND),
        counts.get(Dimension.ANTECEDENT),
        counts.get(Dimension.LOCATION),
        counts.get(Dimension.TYPE_OF_RISK),
        counts.get(Dimension.SETTING),
        earlyIntervention(),
        restrictiveMinutes,
        List.copyOf(suppressed));
  }

  private EarlyIntervention earlyIntervention() {
    Map<String, Long> cells = counts.get(Dimension.EARLY_INTERVENTION);
    return EarlyIntervention.of(cells.get(USED), cells.get(NOT_USED), cells.get(NO_NOTE));
  }
}
