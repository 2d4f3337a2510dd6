package org.wraparound.pathway.indicators;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What changes when the breaches that are known are brought in line with what the readings now
 * amount to. A breach that overlaps one of the same rule and severity is that one, so it is told
 * once while it lasts, however late a day is recorded or corrected.
 *
 * @param begun breaches that were not known, to be kept
 * @param events what is to be told, in order
 */
record Reconciliation(List<Breach> begun, List<IndicatorEvent> events) {

  /**
   * Brings them in line.
   *
   * @param known those of the indicator by level and trend that have not been withdrawn, the
   *     earliest first; they are changed
   * @param judged what the readings amount to, the earliest first by each rule
   */
  static Reconciliation of(
      Indicator indicator, List<Breach> known, List<Span> judged, Instant now) {
    List<Breach> unmatched = new ArrayList<>(known);
    List<Breach> begun = new ArrayList<>();
    List<IndicatorEvent> events = new ArrayList<>();
    UUID worsened = null;
    for (Span span : judged) {
      Optional<Breach> same = unmatched.stream().filter(breach -> breach.is(span)).findFirst();
      Breach breach;
      if (same.isPresent()) {
        breach = same.get();
        unmatched.remove(breach);
      } else {
        breach = new Breach(indicator, span, worsened, now);
        begun.add(breach);
        events.add(breach.breached(indicator.direction(), now));
      }
      breach.follow(span, indicator.direction(), now).ifPresent(events::add);
      worsened = span.worsened() ? breach.id() : null;
    }
    unmatched.forEach(breach -> events.add(breach.withdraw(now)));
    return new Reconciliation(begun, events);
  }
}
