package org.wraparound.actionplan.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.wraparound.kit.London;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.journal.Journal;

/** Tells the other services that the day by which a meeting was to be held ended without it. */
@ApplicationScoped
class OverdueMeetings implements DueDateHandler {
  static final String KIND = "meeting-due";

  private final Meetings meetings;
  private final Journal journal;
  private final Clock clock;

  OverdueMeetings(Meetings meetings, Journal journal, Clock clock) {
    this.meetings = meetings;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fallDue(DueDate dueDate) {
    meetings
        .required(dueDate.subjectId())
        .tellOverdue(London.today(clock), clock.instant())
        .ifPresent(journal::append);
  }
}
