package org.wraparound.incident.observations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.wraparound.incident.RecordingOnTrust;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.reference.CodeList;
import org.wraparound.kit.reference.CodeLists;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Recording readings, on shift and in batches. Never waits for another service. */
@ApplicationScoped
class Recording {
  private final ObservationDefinitions definitions;
  private final ObservationReadings readings;
  private final CodeLists codes;
  private final RecordingOnTrust people;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Recording(
      ObservationDefinitions definitions,
      ObservationReadings readings,
      CodeLists codes,
      RecordingOnTrust people,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.definitions = definitions;
    this.readings = readings;
    this.codes = codes;
    this.people = people;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * A reading as it came.
   *
   * @param at where it is in the request, such as {@code readings[3].}
   * @param definition what it is a reading of
   */
  private record Resolved(String at, ObservationDefinition definition, RecordReading reading) {}

  /** Records one reading of a definition. */
  @Transactional
  ObservationReading take(UUID definitionId, RecordReading reading) {
    ObservationDefinition definition = definitions.one(definitionId);
    Caller caller = people.recorderAbout(definition.personId());
    return keep(
            definition.personId(),
            List.of(new Resolved("", definition, reading)),
            new ArrayList<>(),
            caller)
        .get(0);
  }

  /**
   * Records several readings about a person, all or none.
   *
   * @throws ProblemException 422 with everything that is wrong with any of them
   */
  @Transactional
  List<ObservationReading> take(UUID personId, RecordReadings batch) {
    Caller caller = people.recorderAbout(personId);
    List<Violation> violations = new ArrayList<>();
    List<Resolved> taken = resolved(personId, batch.readings(), violations);
    return keep(personId, taken, violations, caller);
  }

  private List<Resolved> resolved(
      UUID personId, List<RecordReadings.Entry> entries, List<Violation> violations) {
    List<ObservationDefinition> known =
        definitions.named(
            personId,
            distinct(entries, RecordReadings.Entry::definitionId),
            distinct(entries, RecordReadings.Entry::code));
    List<Resolved> taken = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      RecordReadings.Entry entry = entries.get(i);
      String at = "readings[" + i + "].";
      if ((entry.code() == null) == (entry.definitionId() == null)) {
        violations.add(new Violation(at + "code", "give either code or definitionId"));
      } else {
        definitionOf(entry, known)
            .ifPresentOrElse(
                definition -> taken.add(new Resolved(at, definition, entry.reading())),
                () ->
                    violations.add(
                        new Violation(
                            at + (entry.code() == null ? "definitionId" : "code"),
                            "nothing is defined under it for this person")));
      }
    }
    return taken;
  }

  /** A code can mean one definition after another: the one at the time, else one of that day. */
  private Optional<ObservationDefinition> definitionOf(
      RecordReadings.Entry entry, List<ObservationDefinition> known) {
    Instant at = entry.observedAt() == null ? clock.instant() : entry.observedAt();
    return known.stream()
        .filter(
            definition ->
                definition.id().equals(entry.definitionId())
                    || definition.code().equals(entry.code()))
        .min(Comparator.comparing(one -> one.isInForce(at) ? 0 : one.covers(at) ? 1 : 2));
  }

  private List<ObservationReading> keep(
      UUID personId, List<Resolved> taken, List<Violation> violations, Caller caller) {
    Instant now = clock.instant();
    taken.forEach(one -> violations.addAll(one.definition().flawsOf(one.reading(), one.at(), now)));
    violations.addAll(brokenLinks(personId, taken));
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    List<ObservationReading> recorded =
        taken.stream()
            .map(one -> new ObservationReading(one.definition(), one.reading(), caller, now))
            .toList();
    try {
      readings.persist(recorded);
      readings.flush();
    } catch (ConstraintViolationException e) {
      // The only constraint left to break: a reading is replaced once.
      throw ProblemException.conflict(
          "One of the readings to be replaced has been replaced already; withdraw its replacement first and replace"
              + " that one.");
    }
    recorded.forEach(reading -> journal.append(reading.recorded()));
    return recorded;
  }

  /** What the readings refer to that is not there, or not what it should be. */
  private List<Violation> brokenLinks(UUID personId, List<Resolved> taken) {
    List<Violation> violations = new ArrayList<>();
    List<RecordReading> all = taken.stream().map(Resolved::reading).toList();
    Set<UUID> incidentIds = distinct(all, RecordReading::incidentId);
    Set<UUID> incidents =
        incidentIds.isEmpty() ? Set.of() : readings.incidents(personId, incidentIds);
    Set<UUID> replaced = distinct(all, RecordReading::replaces);
    Map<UUID, ObservationReading> withdrawn =
        (replaced.isEmpty()
                ? List.<ObservationReading>of()
                : readings.list("id in ?1 and withdrawnAt is not null", replaced))
            .stream().collect(Collectors.toMap(ObservationReading::id, Function.identity()));
    for (Resolved one : taken) {
      RecordReading reading = one.reading();
      if (reading.incidentId() != null && !incidents.contains(reading.incidentId())) {
        violations.add(
            new Violation(
                one.at() + "incidentId", "is no incident of this person that you may see"));
      }
      if (reading.antecedentCode() != null && !isAntecedent(reading.antecedentCode())) {
        violations.add(
            new Violation(one.at() + "antecedentCode", "choose a code of the list antecedent"));
      }
      if (reading.replaces() != null) {
        ObservationReading wrong = withdrawn.get(reading.replaces());
        if (wrong == null || !wrong.definitionId().equals(one.definition().id())) {
          violations.add(
              new Violation(
                  one.at() + "replaces",
                  "must be a reading of the same definition that has been withdrawn"));
        }
      }
    }
    return violations;
  }

  private boolean isAntecedent(String code) {
    return codes.named("antecedent").map(CodeList::codes).orElse(List.of()).stream()
        .anyMatch(known -> known.active() && known.code().equals(code));
  }

  @Transactional
  ObservationReading withdraw(UUID id, WithdrawReading command, String ifMatch) {
    ObservationReading reading = readings.one(id);
    EntityTags.honour(ifMatch, reading.version());
    journal.append(reading.withdraw(command, provenance.caller(), clock.instant()));
    readings.flush();
    return reading;
  }

  private static <T, R> Set<R> distinct(List<T> from, Function<T, R> part) {
    return from.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
