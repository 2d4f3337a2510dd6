package org.wraparound.pathway.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wraparound.kit.Caller;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;
import org.wraparound.pathway.circle.Circle;

/** Entering the values of a day; what they amount to is told in the same transaction. */
@ApplicationScoped
class Entering {
  private final Indicators indicators;
  private final IndicatorReadings readings;
  private final Watching watching;
  private final Circle circle;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Entering(
      Indicators indicators,
      IndicatorReadings readings,
      Watching watching,
      Circle circle,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.indicators = indicators;
    this.readings = readings;
    this.watching = watching;
    this.circle = circle;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * A value as it came.
   *
   * @param at where it is in the request, such as {@code readings[3].}
   * @param counting the reading of that day that counts so far, or null
   */
  private record Resolved(
      String at, Indicator indicator, EnterReading entry, IndicatorReading counting) {}

  /**
   * Enters one value.
   *
   * @throws ProblemException 404, 409 when the day has a reading and this corrects none, 422
   */
  @Transactional
  IndicatorReading enter(UUID personId, UUID indicatorId, EnterReading entry) {
    Instant now = clock.instant();
    LocalDate day = entry.day() == null ? London.dayOf(now) : entry.day();
    List<Indicator> held = indicators.lock(personId, List.of(indicatorId));
    if (held.isEmpty()) {
      throw ProblemException.notFound("indicator", indicatorId);
    }
    IndicatorReading counting = readings.counting(List.of(indicatorId), day).get(indicatorId);
    return keep(
            List.of(new Resolved("", held.get(0), entry, counting)), day, new ArrayList<>(), now)
        .get(0);
  }

  /**
   * Enters several values of a day, all or none.
   *
   * @throws ProblemException 404, 409 when one has a reading of that day and this corrects none,
   *     422 with everything that is wrong with any of them
   */
  @Transactional
  List<IndicatorReading> enter(UUID personId, EnterReadings batch) {
    circle.ownerOf(personId);
    Instant now = clock.instant();
    LocalDate day = batch.day() == null ? London.dayOf(now) : batch.day();
    Set<UUID> ids =
        batch.readings().stream().map(EnterReadings.Entry::indicatorId).collect(Collectors.toSet());
    Map<UUID, Indicator> held =
        indicators.lock(personId, ids).stream()
            .collect(Collectors.toMap(Indicator::id, Function.identity()));
    Map<UUID, IndicatorReading> counting = readings.counting(ids, day);
    List<Violation> violations = new ArrayList<>();
    List<Resolved> taken = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < batch.readings().size(); i++) {
      EnterReadings.Entry entry = batch.readings().get(i);
      String at = "readings[" + i + "].";
      Indicator indicator = held.get(entry.indicatorId());
      if (indicator == null) {
        violations.add(new Violation(at + "indicatorId", "is no indicator of this person"));
      } else if (!seen.add(entry.indicatorId())) {
        violations.add(new Violation(at + "indicatorId", "is here already; give each one once"));
      } else {
        taken.add(new Resolved(at, indicator, entry.on(day), counting.get(indicator.id())));
      }
    }
    return keep(taken, day, violations, now);
  }

  private List<IndicatorReading> keep(
      List<Resolved> taken, LocalDate day, List<Violation> violations, Instant now) {
    LocalDate today = London.dayOf(now);
    for (Resolved one : taken) {
      BigDecimal value = one.entry().value();
      violations.addAll(one.indicator().faultsOf(day, "day", value, one.at(), today));
      violations.addAll(faultsOfCorrection(one));
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations.stream().distinct().toList());
    }
    refuseSecond(taken, day);
    Caller caller = provenance.caller();
    if (caller.agency() == null) {
      throw ProblemException.forbidden("Only someone who acts for an agency can enter this.");
    }
    List<IndicatorReading> recorded = new ArrayList<>();
    List<IndicatorEvent> events = new ArrayList<>();
    for (Resolved one : taken) {
      IndicatorReading reading =
          new IndicatorReading(one.indicator(), day, one.entry(), one.counting(), caller, now);
      recorded.add(reading);
      events.add(reading.recorded(one.indicator().kind()));
    }
    readings.persist(recorded);
    readings.flush();
    journal.appendAll(events);
    watching.look(taken.stream().map(Resolved::indicator).toList());
    return recorded;
  }

  private static List<Violation> faultsOfCorrection(Resolved one) {
    UUID supersedes = one.entry().supersedes();
    List<Violation> violations = new ArrayList<>();
    if (supersedes == null) {
      if (one.entry().reason() != null) {
        violations.add(
            new Violation(one.at() + "reason", "goes with supersedes, the reading to correct"));
      }
      return violations;
    }
    if (one.counting() == null || !one.counting().id().equals(supersedes)) {
      violations.add(
          new Violation(
              one.at() + "supersedes", "must be the reading of that day which counts so far"));
    }
    if (one.entry().reason() == null) {
      violations.add(new Violation(one.at() + "reason", "say why the reading was wrong"));
    }
    return violations;
  }

  private static void refuseSecond(List<Resolved> taken, LocalDate day) {
    List<IndicatorReading> there =
        taken.stream()
            .filter(one -> one.entry().supersedes() == null && one.counting() != null)
            .map(Resolved::counting)
            .toList();
    if (!there.isEmpty()) {
      throw ProblemException.conflict(
          "There is a reading of "
              + day
              + " already; to correct it, send its id as supersedes, with a reason.",
          there.stream().map(reading -> URI.create(reading.path())).toArray(URI[]::new));
    }
  }
}
