package org.wraparound.pathway.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;

/** An indicator that nobody records is noticed. */
@ApplicationScoped
class MissingData implements DueDateHandler {
  static final String KIND = "indicator-missing";

  private final Watching watching;

  MissingData(Watching watching) {
    this.watching = watching;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fallDue(DueDate dueDate) {
    watching.patienceEnds(dueDate.subjectId());
  }
}
