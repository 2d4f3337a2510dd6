package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.wraparound.kit.London;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;

/** Tells the other services that the day has come to repeat a check that was made too early. */
@ApplicationScoped
class CheckDays implements DueDateHandler {
  private static final String KIND = "action-check";

  private final Actions actions;
  private final DueDates dueDates;
  private final Journal journal;
  private final Clock clock;

  CheckDays(Actions actions, DueDates dueDates, Journal journal, Clock clock) {
    this.actions = actions;
    this.dueDates = dueDates;
    this.journal = journal;
    this.clock = clock;
  }

  /** Its next check falls due, if it is to be checked again. */
  void set(Action action) {
    if (action.checkAgainOn() == null) {
      dueDates.cancel(KIND, action.id());
    } else {
      dueDates.schedule(KIND, action.id(), London.startOf(action.checkAgainOn()));
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fallDue(DueDate dueDate) {
    actions
        .required(dueDate.subjectId())
        .tellCheckDue(London.today(clock), clock.instant())
        .ifPresent(journal::append);
  }
}
