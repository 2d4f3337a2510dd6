package org.wraparound.actionplan.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;

/** That staff have read a page and explain it back, and that a senior looks at how. */
@ApplicationScoped
@Transactional
class Acknowledging {
  private final Guidances guidances;
  private final Readings readings;
  private final Chasing chasing;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Acknowledging(
      Guidances guidances,
      Readings readings,
      Chasing chasing,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.guidances = guidances;
    this.readings = readings;
    this.chasing = chasing;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  Reading acknowledge(UUID guidanceId, AcknowledgeGuidance command) {
    Guidance guidance = guidances.requiredAlone(guidanceId);
    guidance.mustBeInForce("acknowledged");
    Caller caller = provenance.caller();
    Instant now = clock.instant();
    String staffId = command.staffId() == null ? caller.userId() : command.staffId();
    Reading reading =
        readings
            .of(guidanceId, staffId)
            .orElseGet(() -> unasked(guidance, staffId, command.name(), caller, now));
    reading.acknowledge(guidance.page().questions(), command.answers(), caller, now);
    readings.flush();
    ReadingTally tally = readings.tally(guidanceId, London.dayOf(now));
    journal.append(guidance.acknowledged(tally, now));
    if (tally.unread() == 0) {
      chasing.end(guidanceId);
    }
    return reading;
  }

  Reading assess(UUID guidanceId, UUID id, String ifMatch, AssessAnswers command) {
    guidances.requiredAlone(guidanceId);
    Reading reading = readings.required(guidanceId, id);
    EntityTags.honour(ifMatch, reading.version());
    journal.append(reading.assess(command, provenance.caller(), clock.instant()));
    readings.flush();
    return reading;
  }

  /** Someone who was not named reads it too: whoever stands in for a night should. */
  private Reading unasked(
      Guidance guidance, String staffId, String name, Caller caller, Instant now) {
    if (!staffId.equals(caller.userId())) {
      throw ProblemException.conflict(
          "They are not among those who must read it; name them: POST "
              + guidance.uri()
              + "/readers.");
    }
    if (name == null || name.isBlank()) {
      throw ProblemException.invalid(
          "name", "you are not among those who must read it: give your name");
    }
    Reading reading =
        new Reading(
            guidance,
            new ReaderNamed(staffId, name, caller.agency()),
            London.dayOf(now),
            caller,
            now);
    readings.persist(reading);
    return reading;
  }
}
