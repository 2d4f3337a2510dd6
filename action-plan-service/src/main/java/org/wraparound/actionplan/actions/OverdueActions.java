package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.wraparound.kit.London;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.journal.Journal;

/** Tells the other services that an action's day ended and it is still open. */
@ApplicationScoped
class OverdueActions implements DueDateHandler {
  static final String KIND = "action-due";

  private final Actions actions;
  private final Journal journal;
  private final Clock clock;

  OverdueActions(Actions actions, Journal journal, Clock clock) {
    this.actions = actions;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fallDue(DueDate dueDate) {
    actions
        .required(dueDate.subjectId())
        .tellOverdue(London.today(clock), clock.instant())
        .ifPresent(journal::append);
  }
}
