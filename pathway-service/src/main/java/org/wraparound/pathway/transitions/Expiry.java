package org.wraparound.pathway.transitions;

import jakarta.enterprise.context.ApplicationScoped;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;

/** A step-up is never silently current after its review day. */
@ApplicationScoped
class Expiry implements DueDateHandler {
  static final String KIND = "step-up-expiry";

  private final SteppingUp steppingUp;

  Expiry(SteppingUp steppingUp) {
    this.steppingUp = steppingUp;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fallDue(DueDate dueDate) {
    steppingUp.tell(dueDate.subjectId(), Transition::expire);
  }
}
