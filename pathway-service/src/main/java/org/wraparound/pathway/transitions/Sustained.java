package org.wraparound.pathway.transitions;

import jakarta.enterprise.context.ApplicationScoped;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;

/** A step-up that lasts calls for a meeting of those around the person. */
@ApplicationScoped
class Sustained implements DueDateHandler {
  static final String KIND = "step-up-sustained";

  private final SteppingUp steppingUp;

  Sustained(SteppingUp steppingUp) {
    this.steppingUp = steppingUp;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fallDue(DueDate dueDate) {
    steppingUp.tell(dueDate.subjectId(), Transition::sustain);
  }
}
