package org.wraparound.escalation.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.wraparound.escalation.policies.Policies;
import org.wraparound.escalation.policies.Policy;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;

/**
 * An escalation that nobody answers in time climbs, step by step, to the top of its policy's
 * ladder.
 */
@ApplicationScoped
class Climbing {
  /** Falls due when an escalation should have been acknowledged. */
  static final String ACKNOWLEDGEMENT = "escalation-acknowledgement";

  /** Falls due when an acknowledged escalation should have been decided. */
  static final String DECISION = "escalation-decision";

  private final Escalations escalations;
  private final Policies policies;
  private final DueDates dueDates;
  private final Journal journal;
  private final Clock clock;

  Climbing(
      Escalations escalations, Policies policies, DueDates dueDates, Journal journal, Clock clock) {
    this.escalations = escalations;
    this.policies = policies;
    this.dueDates = dueDates;
    this.journal = journal;
    this.clock = clock;
  }

  void climb(DueDate due, Unanswered because) {
    Escalation escalation = escalations.get(due.subjectId());
    Policy.Climb ladder = policies.version(escalation.policyVersion()).policy().climb();
    Instant now = clock.instant();
    escalation
        .climb(because, ladder.steps(), now)
        .ifPresent(
            climbed -> {
              journal.append(climbed);
              if (climbed.step() < ladder.steps()) {
                dueDates.schedule(due.kind(), due.subjectId(), now.plus(ladder.every()));
              }
            });
  }

  /** Not acknowledged in time. */
  @ApplicationScoped
  static class Acknowledgement implements DueDateHandler {
    private final Climbing climbing;

    Acknowledgement(Climbing climbing) {
      this.climbing = climbing;
    }

    @Override
    public String kind() {
      return ACKNOWLEDGEMENT;
    }

    @Override
    public void fallDue(DueDate due) {
      climbing.climb(due, Unanswered.NOT_ACKNOWLEDGED);
    }
  }

  /** Acknowledged, and then forgotten. */
  @ApplicationScoped
  static class Deciding implements DueDateHandler {
    private final Climbing climbing;

    Deciding(Climbing climbing) {
      this.climbing = climbing;
    }

    @Override
    public String kind() {
      return DECISION;
    }

    @Override
    public void fallDue(DueDate due) {
      climbing.climb(due, Unanswered.NOT_DECIDED);
    }
  }
}
