package org.wraparound.actionplan.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;

/** Writes down what was seen on shift of what a page says. */
@ApplicationScoped
@Transactional
class PracticeObserving {
  private final Guidances guidances;
  private final PracticeObservations observations;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  PracticeObserving(
      Guidances guidances,
      PracticeObservations observations,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.guidances = guidances;
    this.observations = observations;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  PracticeObservation observe(UUID guidanceId, RecordObservation command) {
    PracticeObservation observation =
        new PracticeObservation(
            guidances.requiredAlone(guidanceId), command, provenance.caller(), clock.instant());
    observations.persistAndFlush(observation);
    journal.append(observation.observed());
    return observation;
  }
}
