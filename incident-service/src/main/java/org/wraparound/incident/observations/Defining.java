package org.wraparound.incident.observations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.wraparound.incident.RecordingOnTrust;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;

/** Saying what is to be observed about a person, and until when. */
@ApplicationScoped
class Defining {
  private static final int MOST_PER_PERSON = 50;

  private final ObservationDefinitions definitions;
  private final ObservationKinds kinds;
  private final RecordingOnTrust recording;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Defining(
      ObservationDefinitions definitions,
      ObservationKinds kinds,
      RecordingOnTrust recording,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.definitions = definitions;
    this.kinds = kinds;
    this.recording = recording;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  ObservationDefinition define(DefineObservation command) {
    Caller caller = recording.recorderAbout(command.personId());
    Instant now = clock.instant();
    ObservationDefinition definition =
        new ObservationDefinition(command, kinds.of(command.kind()), caller, now);
    List<ObservationDefinition> others = definitions.notOver(command.personId(), now);
    if (others.size() >= MOST_PER_PERSON) {
      throw ProblemException.conflict(
          "This person has "
              + MOST_PER_PERSON
              + " definitions that are not over; end those that nobody needs.");
    }
    try {
      definitions.persistAndFlush(definition);
    } catch (ConstraintViolationException e) {
      // The only constraint left to break: observation_code_means_one.
      throw ProblemException.conflict(
          "The code "
              + definition.code()
              + " means another definition of this person in that time; choose another code, or end the other first.",
          others.stream()
              .filter(other -> other.code().equals(definition.code()))
              .map(other -> URI.create("/v1/observation-definitions/" + other.id()))
              .toArray(URI[]::new));
    }
    journal.append(definition.defined());
    return definition;
  }

  @Transactional
  ObservationDefinition change(UUID id, ChangeObservation command, String ifMatch) {
    ObservationDefinition definition = definitions.one(id);
    mustBeTheirs(definition);
    EntityTags.require(ifMatch, definition.version());
    definition.change(command, clock.instant()).forEach(journal::append);
    definitions.flush();
    return definition;
  }

  @Transactional
  ObservationDefinition end(UUID id, EndObservation command, String ifMatch) {
    ObservationDefinition definition = definitions.one(id);
    mustBeTheirs(definition);
    EntityTags.honour(ifMatch, definition.version());
    journal.append(definition.end(command, provenance.caller(), clock.instant()));
    definitions.flush();
    return definition;
  }

  /** An agency decides on what it has defined itself, also after it has left the circle. */
  private void mustBeTheirs(ObservationDefinition definition) {
    if (!definition.agency().equals(provenance.caller().agency())) {
      recording.recorderAbout(definition.personId());
    }
  }
}
