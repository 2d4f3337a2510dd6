package org.wraparound.incident.trends;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes small numbers out of a report about several people, and as many others as it needs for none
 * of them to be reckoned from the rest, also by someone who knows these rules.
 *
 * <ul>
 *   <li>A number of incidents below the smallest is suppressed, and so is a week or month in which
 *       they are about fewer people than that. 0 is no small number.
 *   <li>Where a total is shown and some of its parts are small, all parts below the smallest are
 *       suppressed, the zeros too. That leaves one part, or parts that must all be as large as a
 *       small number can be, recoverable; then the next larger ones are suppressed with them.
 *   <li>A week or month that is suppressed shows nothing at all, and neither does a report that has
 *       no week or month about enough people, or nothing but one that is suppressed.
 * </ul>
 *
 * @param smallest number of incidents or people that is shown, at least 2
 */
record Suppression(long smallest) {

  void apply(Report report) {
    if (report.total() == 0) {
      return;
    }
    if (report.tallies().stream().noneMatch(this::isAboutEnough)
        || allLargestSmall(report.grid().cells())) {
      report.suppress();
      return;
    }
    Map<Tally, Long> totals =
        report.tallies().stream().collect(Collectors.toMap(tally -> tally, Tally::total));
    Set<Tally> small = report.tallies().stream().filter(this::isSmall).collect(Collectors.toSet());
    Set<Tally> suppressed = suppressed(totals, small);
    if (suppressed.size() == 1) {
      report.suppress();
      return;
    }
    for (Tally tally : report.tallies()) {
      if (suppressed.contains(tally)) {
        tally.suppress();
      } else {
        suppressWithin(tally);
      }
    }
    Map<Integer, Long> hours = report.grid().cells();
    suppressed(hours, smallOf(hours)).stream().sorted().forEach(report::suppressHour);
  }

  private void suppressWithin(Tally tally) {
    tally
        .counts()
        .forEach(
            (dimension, cells) ->
                suppressed(cells, smallOf(cells)).stream()
                    .sorted()
                    .forEach(code -> tally.suppress(dimension, code)));
    if (isSmall(tally.restricted())) {
      tally.suppressMinutes();
    }
  }

  /** Which parts of a total are not to be shown, if these must not be. */
  private <K> Set<K> suppressed(Map<K, Long> parts, Set<K> small) {
    if (small.isEmpty()) {
      return small;
    }
    Set<K> suppressed = new HashSet<>(small);
    parts.forEach((part, number) -> addIf(number < smallest, part, suppressed));
    long sum = suppressed.stream().mapToLong(parts::get).sum();
    if (suppressed.size() == 1 || sum == (smallest - 1) * suppressed.size()) {
      Map<K, Long> shown = new HashMap<>(parts);
      shown.keySet().removeAll(suppressed);
      shown.values().stream()
          .min(Long::compare)
          .ifPresent(
              next ->
                  shown.forEach((part, number) -> addIf(number.equals(next), part, suppressed)));
    }
    return suppressed;
  }

  private static <K> void addIf(boolean condition, K part, Set<K> parts) {
    if (condition) {
      parts.add(part);
    }
  }

  private <K> Set<K> smallOf(Map<K, Long> parts) {
    return parts.entrySet().stream()
        .filter(part -> isSmall(part.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private boolean isSmall(Tally tally) {
    return isSmall(tally.total())
        || isSmall(tally.people())
        || tally.counts().values().stream().anyMatch(this::allLargestSmall);
  }

  private boolean isAboutEnough(Tally tally) {
    return tally.people() >= smallest;
  }

  private boolean isSmall(long number) {
    return number > 0 && number < smallest;
  }

  /** Suppressing every part of such a total would hide nothing. */
  private boolean allLargestSmall(Map<?, Long> parts) {
    return !parts.isEmpty() && parts.values().stream().allMatch(number -> number == smallest - 1);
  }
}
