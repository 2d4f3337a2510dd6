package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.wraparound.kit.London;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;

/** Tells the other services on the morning of a review point that its day has come. */
@ApplicationScoped
class ReviewDays implements DueDateHandler {
  private static final String KIND = "action-review";

  private final Actions actions;
  private final DueDates dueDates;
  private final Journal journal;
  private final Clock clock;

  ReviewDays(Actions actions, DueDates dueDates, Journal journal, Clock clock) {
    this.actions = actions;
    this.dueDates = dueDates;
    this.journal = journal;
    this.clock = clock;
  }

  /** The next of its review points falls due, unless it has none or is no longer to be done. */
  void set(Action action) {
    action
        .nextReviewDay()
        .ifPresentOrElse(
            day -> dueDates.schedule(KIND, action.id(), London.startOf(day)),
            () -> dueDates.cancel(KIND, action.id()));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fallDue(DueDate dueDate) {
    Action action = actions.requiredAlone(dueDate.subjectId());
    action.tellReviewDue(London.today(clock), clock.instant()).ifPresent(journal::append);
    set(action);
  }
}
