package org.wraparound.pathway.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wraparound.kit.London;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;

/** Keeps the breaches of indicators in line with their readings, and with the days without one. */
@ApplicationScoped
class Watching {
  private static final Series NOTHING = new Series(List.of());

  private final Indicators indicators;
  private final IndicatorReadings readings;
  private final Breaches breaches;
  private final Journal journal;
  private final DueDates dueDates;
  private final Clock clock;

  Watching(
      Indicators indicators,
      IndicatorReadings readings,
      Breaches breaches,
      Journal journal,
      DueDates dueDates,
      Clock clock) {
    this.indicators = indicators;
    this.readings = readings;
    this.breaches = breaches;
    this.journal = journal;
    this.dueDates = dueDates;
    this.clock = clock;
  }

  /** Readings or terms of these have changed. One that has ended is left as it was. */
  @Transactional(Transactional.TxType.MANDATORY)
  void look(Collection<Indicator> changed) {
    List<Indicator> live = changed.stream().filter(Indicator::isLive).toList();
    List<UUID> ids = live.stream().map(Indicator::id).toList();
    if (ids.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Map<UUID, Series> series = readings.series(ids);
    Map<UUID, List<Breach>> standing = breaches.standing(ids);
    List<IndicatorEvent> events = new ArrayList<>();
    for (Indicator indicator : live) {
      Series taken = series.getOrDefault(indicator.id(), NOTHING);
      List<Breach> known = standing.getOrDefault(indicator.id(), List.of());
      Reconciliation changes =
          Reconciliation.of(
              indicator,
              known.stream().filter(breach -> breach.because() != Cause.MISSING_DATA).toList(),
              indicator.judged(taken),
              now);
      breaches.persist(changes.begun());
      events.addAll(changes.events());
      Optional<Breach> gap =
          known.stream()
              .filter(breach -> breach.because() == Cause.MISSING_DATA && breach.isOpen())
              .findFirst();
      events.addAll(watchGap(indicator, taken.lastDay(), gap, now));
    }
    breaches.flush();
    journal.appendAll(events);
  }

  /** So many days have passed without a reading, unless one has come in since. */
  @Transactional(Transactional.TxType.MANDATORY)
  void patienceEnds(UUID indicatorId) {
    indicators.findByIdOptional(indicatorId).ifPresent(indicator -> look(List.of(indicator)));
  }

  /** It is no longer watched: what lasted is over with it. */
  @Transactional(Transactional.TxType.MANDATORY)
  void stop(Indicator indicator) {
    Instant now = clock.instant();
    breaches
        .open(indicator.id())
        .forEach(breach -> breach.endWithIndicator(London.dayOf(now), now));
    dueDates.cancel(MissingData.KIND, indicator.id());
  }

  private List<IndicatorEvent> watchGap(
      Indicator indicator, Optional<LocalDate> lastReading, Optional<Breach> gap, Instant now) {
    Optional<Instant> until =
        indicator.lastDayOfPatience(lastReading).map(day -> London.endOf(day));
    if (until.isPresent() && !now.isBefore(until.get())) {
      return gap.isPresent() ? List.of() : List.of(begin(indicator, lastReading, now));
    }
    until.ifPresentOrElse(
        end -> dueDates.schedule(MissingData.KIND, indicator.id(), end),
        () -> dueDates.cancel(MissingData.KIND, indicator.id()));
    LocalDate today = London.dayOf(now);
    return gap.map(
            breach ->
                List.of(
                    breach.recover(
                        lastReading.filter(day -> !day.isBefore(breach.beganOn())).orElse(today),
                        now)))
        .orElse(List.of());
  }

  private IndicatorEvent begin(Indicator indicator, Optional<LocalDate> lastReading, Instant now) {
    LocalDate first = indicator.firstDayWithout(lastReading);
    long days = ChronoUnit.DAYS.between(first, London.dayOf(now));
    Saw saw =
        new Saw(
            "No reading on %d days, since %s.".formatted(days, first),
            0,
            List.of(),
            null,
            null,
            null);
    Breach breach =
        new Breach(
            indicator,
            new Span(Cause.MISSING_DATA, Severity.AMBER, first, null, false, saw),
            null,
            now);
    breaches.persist(breach);
    return breach.breached(indicator.direction(), now);
  }
}
