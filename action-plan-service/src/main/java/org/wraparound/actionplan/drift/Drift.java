package org.wraparound.actionplan.drift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.actionplan.actions.Deadlines;
import org.wraparound.kit.London;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;

/**
 * What follows as the due day of an action comes and passes: a reminder, word that it is overdue,
 * and then rung by rung those above its owner. Who was told is kept, so that whatever fires again
 * tells nobody twice.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Drift {
  private final Actions actions;
  private final DueDays dueDays;
  private final Ladder ladder;
  private final DueDates dueDates;
  private final Journal journal;
  private final Clock clock;

  Drift(
      Actions actions,
      DueDays dueDays,
      Ladder ladder,
      DueDates dueDates,
      Journal journal,
      Clock clock) {
    this.actions = actions;
    this.dueDays = dueDays;
    this.ladder = ladder;
    this.dueDates = dueDates;
    this.journal = journal;
    this.clock = clock;
  }

  void remind(UUID actionId) {
    Action action = actions.required(actionId);
    if (action.status().isLive()) {
      dueDays.present(action).remind(action, clock.instant()).ifPresent(journal::append);
    }
  }

  void end(UUID actionId) {
    Action action = actions.required(actionId);
    Instant now = clock.instant();
    LocalDate today = London.dayOf(now);
    if (action.isOverdue(today)) {
      DueDay day = dueDays.present(action);
      day.ends(now);
      action
          .tellOverdue(today, now)
          .ifPresent(
              overdue -> {
                journal.append(overdue);
                day.ownerLearns(action, now);
              });
      climb(action, day, now);
    }
  }

  void climb(UUID actionId) {
    Action action = actions.required(actionId);
    Instant now = clock.instant();
    if (action.isOverdue(London.dayOf(now))) {
      climb(action, dueDays.present(action), now);
    }
  }

  /** Every rung whose time has come, and the clock of the next. */
  private void climb(Action action, DueDay day, Instant now) {
    for (Rung rung : Rung.values()) {
      if (!ladder.timeOf(rung, day.dueOn()).isAfter(now)) {
        day.climb(rung, ladder.agenciesOn(rung, action), action, now).forEach(journal::append);
      }
    }
    Arrays.stream(Rung.values())
        .map(rung -> ladder.timeOf(rung, day.dueOn()))
        .filter(time -> time.isAfter(now))
        .min(Instant::compareTo)
        .ifPresent(time -> dueDates.schedule(Deadlines.DRIFT, action.id(), time));
  }

  /** The due day is near. */
  @ApplicationScoped
  static class Reminder implements DueDateHandler {
    private final Drift drift;

    Reminder(Drift drift) {
      this.drift = drift;
    }

    @Override
    public String kind() {
      return Deadlines.REMINDER;
    }

    @Override
    public void fallDue(DueDate due) {
      drift.remind(due.subjectId());
    }
  }

  /** The due day has ended. */
  @ApplicationScoped
  static class End implements DueDateHandler {
    private final Drift drift;

    End(Drift drift) {
      this.drift = drift;
    }

    @Override
    public String kind() {
      return Deadlines.DUE;
    }

    @Override
    public void fallDue(DueDate due) {
      drift.end(due.subjectId());
    }
  }

  /** The time of a rung has come. */
  @ApplicationScoped
  static class Climb implements DueDateHandler {
    private final Drift drift;

    Climb(Drift drift) {
      this.drift = drift;
    }

    @Override
    public String kind() {
      return Deadlines.DRIFT;
    }

    @Override
    public void fallDue(DueDate due) {
      drift.climb(due.subjectId());
    }
  }
}
