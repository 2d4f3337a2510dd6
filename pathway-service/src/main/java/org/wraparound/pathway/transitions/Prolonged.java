package org.wraparound.pathway.transitions;

import jakarta.enterprise.context.ApplicationScoped;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;

/** A step-up that goes on and on calls for a senior review. */
@ApplicationScoped
class Prolonged implements DueDateHandler {
  static final String KIND = "step-up-prolonged";

  private final SteppingUp steppingUp;

  Prolonged(SteppingUp steppingUp) {
    this.steppingUp = steppingUp;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fallDue(DueDate dueDate) {
    steppingUp.tell(dueDate.subjectId(), Transition::prolong);
  }
}
