package org.wraparound.actionplan.actions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.wraparound.kit.Caller;

/** A step towards an action that others can see. */
@Embeddable
record Milestone(
    @Column(name = "title") String title,
    @Column(name = "due_on") LocalDate dueOn,
    @Column(name = "reached_at") Instant reachedAt,
    @Column(name = "reached_by_agency") String reachedByAgency,
    @Column(name = "reached_by") String reachedBy) {

  /** One that is to be reached by that day. */
  static Milestone of(String title, LocalDate dueOn) {
    return new Milestone(title, dueOn, null, null, null);
  }

  Milestone reached(Caller caller, Instant at) {
    return new Milestone(title, dueOn, at, caller.agency(), caller.userId());
  }

  boolean isReached() {
    return reachedAt != null;
  }

  /** Whether both mean the same step. */
  boolean isThatOf(Milestone other) {
    return title.equals(other.title) && dueOn.equals(other.dueOn);
  }
}
