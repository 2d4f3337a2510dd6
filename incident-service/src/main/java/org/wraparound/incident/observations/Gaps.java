package org.wraparound.incident.observations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.incident.observations.Schedule.Slot;
import org.wraparound.kit.London;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** What was due and not recorded. */
@ApplicationScoped
class Gaps {
  private static final int MOST_DAYS = 92;
  private static final int DEFAULT_DAYS = 7;
  private static final Comparator<Missed> NEWEST_FIRST =
      Comparator.comparing(Missed::dueAt).thenComparing(Missed::definitionId).reversed();

  private final ObservationDefinitions definitions;
  private final ObservationReadings readings;
  private final Clock clock;

  Gaps(ObservationDefinitions definitions, ObservationReadings readings, Clock clock) {
    this.definitions = definitions;
    this.readings = readings;
    this.clock = clock;
  }

  @Schema(
      name = "ObservationGaps",
      description = "What was due in a period, and what was not recorded.")
  record View(
      UUID personId,
      LocalDate from,
      LocalDate to,
      @Schema(
              description =
                  "By definition, in the order of their codes; those without a schedule are not here.")
          List<Share> definitions,
      @Schema(description = "The newest first.") Page<Missed> missed) {}

  @Schema(name = "ObservationShare")
  record Share(
      UUID definitionId,
      String code,
      ObservationKind kind,
      String title,
      int due,
      int recorded,
      int missed,
      @Schema(
              description =
                  "recorded of due, 0 to 1 with three decimals; null when nothing was due.")
          BigDecimal shareRecorded) {}

  @Schema(
      name = "MissedObservation",
      description = "A reading that was due and has not been recorded.")
  record Missed(UUID definitionId, String code, ObservationKind kind, Instant dueAt) {}

  /**
   * What was due on the days and whose grace has passed.
   *
   * @param from null for six days before {@code to}
   * @param to null for today
   */
  @Transactional
  View of(UUID personId, LocalDate from, LocalDate to, PageRequest page) {
    Instant now = clock.instant();
    LocalDate last = to == null ? London.dayOf(now) : to;
    LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1) : from;
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw ProblemException.invalid(
          "from", "must not be after to, nor be more than " + MOST_DAYS + " days with it");
    }
    // A day more at either end, so that a reading near midnight counts for the same slot whichever
    // days are asked for.
    Instant begin = London.startOf(first.minusDays(1));
    Instant end = London.endOf(last.plusDays(1));
    List<ObservationDefinition> scheduled =
        definitions.inForce(personId, first, last).stream()
            .filter(ObservationDefinition::hasBeenScheduled)
            .toList();
    Map<UUID, List<Instant>> taken =
        scheduled.isEmpty()
            ? Map.of()
            : readings.taken(
                scheduled.stream().map(ObservationDefinition::id).toList(), begin, end);
    List<Share> shares = new ArrayList<>();
    List<Missed> missed = new ArrayList<>();
    for (ObservationDefinition definition : scheduled) {
      List<Slot> slots = definition.slots(begin, end);
      Set<Slot> recorded = Coverage.recorded(slots, taken.getOrDefault(definition.id(), List.of()));
      List<Slot> asked =
          slots.stream()
              .filter(slot -> slot.closes().isBefore(now))
              .filter(slot -> !slot.dueAt().isBefore(London.startOf(first)))
              .filter(slot -> slot.dueAt().isBefore(London.endOf(last)))
              .toList();
      List<Slot> without = asked.stream().filter(slot -> !recorded.contains(slot)).toList();
      shares.add(share(definition, asked.size(), without.size()));
      without.forEach(
          slot ->
              missed.add(
                  new Missed(definition.id(), definition.code(), definition.kind(), slot.dueAt())));
    }
    return new View(personId, first, last, shares, paged(missed, page));
  }

  private static Share share(ObservationDefinition definition, int due, int missed) {
    int recorded = due - missed;
    return new Share(
        definition.id(),
        definition.code(),
        definition.kind(),
        definition.title(),
        due,
        recorded,
        missed,
        due == 0
            ? null
            : BigDecimal.valueOf(recorded)
                .divide(BigDecimal.valueOf(due), 3, RoundingMode.HALF_UP));
  }

  private static Page<Missed> paged(List<Missed> missed, PageRequest page) {
    Missed before =
        page.after() == null
            ? null
            : new Missed(page.after().uuid(1), null, null, page.after().instant(0));
    List<Missed> rows =
        missed.stream()
            .filter(one -> before == null || NEWEST_FIRST.compare(one, before) > 0)
            .sorted(NEWEST_FIRST)
            .limit(page.fetch())
            .toList();
    return Page.of(
        rows, page, Function.identity(), one -> Cursor.of(one.dueAt(), one.definitionId()));
  }
}
