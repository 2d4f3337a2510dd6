package org.wraparound.pathway.transitions;

import jakarta.enterprise.context.ApplicationScoped;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;

/** A step-up is reviewed on its review day. */
@ApplicationScoped
class ReviewDue implements DueDateHandler {
  static final String KIND = "step-up-review";

  private final SteppingUp steppingUp;

  ReviewDue(SteppingUp steppingUp) {
    this.steppingUp = steppingUp;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fallDue(DueDate dueDate) {
    steppingUp.tell(dueDate.subjectId(), Transition::fallDueForReview);
  }
}
