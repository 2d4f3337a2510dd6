package org.wraparound.actionplan.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.wraparound.actionplan.guidance.GuidanceEvent.GuidanceUnread;
import org.wraparound.kit.London;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;

/**
 * Chases for those who have not read what changed: told when their day has ended, reminded after
 * it, then put to their manager, a few times.
 */
@ApplicationScoped
class Chasing implements DueDateHandler {
  static final String KIND = "guidance-unread";

  private final Guidances guidances;
  private final Readings readings;
  private final GuidanceConfig config;
  private final DueDates dueDates;
  private final Journal journal;
  private final Clock clock;

  Chasing(
      Guidances guidances,
      Readings readings,
      GuidanceConfig config,
      DueDates dueDates,
      Journal journal,
      Clock clock) {
    this.guidances = guidances;
    this.readings = readings;
    this.config = config;
    this.dueDates = dueDates;
    this.journal = journal;
    this.clock = clock;
  }

  /** Readers have been named: begins, unless a chase for others is on its way. */
  void begin(Guidance guidance, ReadingTally tally) {
    boolean onItsWay = tally.overdue() > 0 && delayAfter(guidance.chases()).isPresent();
    if (!onItsWay) {
      guidance.beginChaseAnew();
      await(guidance.id(), tally.nextReadBy());
    }
  }

  /** There is nobody left to chase for. */
  void end(UUID guidanceId) {
    dueDates.cancel(KIND, guidanceId);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fallDue(DueDate dueDate) {
    Guidance guidance = guidances.requiredAlone(dueDate.subjectId());
    Instant now = clock.instant();
    ReadingTally tally = readings.tally(guidance.id(), London.dayOf(now));
    Optional<GuidanceUnread> unread = guidance.chase(tally, now);
    if (unread.isPresent()) {
      journal.append(unread.get());
      delayAfter(guidance.chases())
          .ifPresent(delay -> dueDates.schedule(KIND, guidance.id(), now.plus(delay)));
    } else if (guidance.status() == GuidanceStatus.PUBLISHED) {
      guidance.beginChaseAnew();
      await(guidance.id(), tally.nextReadBy());
    }
  }

  private void await(UUID guidanceId, LocalDate readBy) {
    if (readBy != null) {
      dueDates.schedule(KIND, guidanceId, London.endOf(readBy));
    }
  }

  /** How long to wait for the step that follows so many; empty when none does. */
  private Optional<Duration> delayAfter(int chases) {
    if (chases >= ChaseStep.STEPS + config.mostRepeats()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (chases) {
          case 0 -> Duration.ZERO;
          case 1 -> config.remindAfter();
          case 2 -> config.tellManagerAfter();
          default -> config.repeatEvery();
        });
  }
}
