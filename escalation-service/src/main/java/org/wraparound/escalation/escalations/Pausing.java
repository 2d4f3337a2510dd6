package org.wraparound.escalation.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;

/** Stopping the clocks of an escalation for a while. */
@ApplicationScoped
class Pausing {
  /** Falls due when a pause is over. */
  static final String RESUMPTION = "escalation-resumption";

  private final Escalations escalations;
  private final Climbing climbing;
  private final DueDates dueDates;
  private final Journal journal;
  private final Provenance provenance;
  private final ClocksConfig config;
  private final Clock clock;

  Pausing(
      Escalations escalations,
      Climbing climbing,
      DueDates dueDates,
      Journal journal,
      Provenance provenance,
      ClocksConfig config,
      Clock clock) {
    this.escalations = escalations;
    this.climbing = climbing;
    this.dueDates = dueDates;
    this.journal = journal;
    this.provenance = provenance;
    this.config = config;
    this.clock = clock;
  }

  @Transactional
  Escalation pause(UUID id, String ifMatch, PauseEscalation asked) {
    Escalation escalation = escalations.get(id);
    EntityTags.honour(ifMatch, escalation.version());
    journal.append(
        escalation.pause(asked, config.longestPause(), provenance.caller(), clock.instant()));
    climbing.stop(escalation);
    dueDates.schedule(RESUMPTION, id, escalation.pausedUntil());
    escalations.flush();
    return escalation;
  }

  @Transactional
  Escalation resume(UUID id, String ifMatch) {
    Escalation escalation = escalations.get(id);
    EntityTags.honour(ifMatch, escalation.version());
    resume(escalation, provenance.caller(), clock.instant());
    escalations.flush();
    return escalation;
  }

  void resume(Escalation escalation, Caller caller, Instant now) {
    journal.append(escalation.resume(caller, now));
    dueDates.cancel(RESUMPTION, escalation.id());
    climbing.resumed(escalation, now);
  }

  /** The pause is over. */
  @ApplicationScoped
  static class Over implements DueDateHandler {
    private final Escalations escalations;
    private final Pausing pausing;
    private final Clock clock;

    Over(Escalations escalations, Pausing pausing, Clock clock) {
      this.escalations = escalations;
      this.pausing = pausing;
      this.clock = clock;
    }

    @Override
    public String kind() {
      return RESUMPTION;
    }

    @Override
    public void fallDue(DueDate due) {
      Escalation escalation = escalations.get(due.subjectId());
      if (escalation.isPaused()) {
        pausing.resume(escalation, Caller.SYSTEM_CALLER, clock.instant());
      }
    }
  }
}
