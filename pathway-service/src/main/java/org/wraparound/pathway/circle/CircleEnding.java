package org.wraparound.pathway.circle;

import jakarta.enterprise.context.ApplicationScoped;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;

/** A membership with a last day ends by itself when that day is over. */
@ApplicationScoped
class CircleEnding implements DueDateHandler {
  static final String KIND = "circle-membership-end";

  private final Circle circle;

  CircleEnding(Circle circle) {
    this.circle = circle;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fallDue(DueDate dueDate) {
    circle.expire(dueDate.subjectId());
  }
}
