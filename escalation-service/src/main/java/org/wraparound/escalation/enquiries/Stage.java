package org.wraparound.escalation.enquiries;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import org.wraparound.kit.London;

/**
 * A stage of one enquiry.
 *
 * @param dueOn last working day for it; null where there is no limit
 * @param overdue it was not completed by the end of that day
 * @param note what was done, in words
 */
record Stage(
    String code,
    String title,
    @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate dueOn,
    boolean overdue,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant completedAt,
    Author completedBy,
    String note) {

  static Stage planned(StagePlan plan, LocalDate openedOn) {
    return new Stage(plan.code(), plan.title(), plan.dueOn(openedOn), false, null, null, null);
  }

  /** Without what was done and by whom. */
  Stage outline() {
    return new Stage(code, title, dueOn, overdue, completedAt, null, null);
  }

  boolean waits() {
    return completedAt == null;
  }

  boolean isLate(Instant at) {
    return dueOn != null && !at.isBefore(London.endOf(dueOn));
  }

  /** It is late, and nobody has been told. */
  boolean isNewlyLate(Instant at) {
    return waits() && !overdue && isLate(at);
  }

  Stage asOverdue() {
    return new Stage(code, title, dueOn, true, completedAt, completedBy, note);
  }

  Stage completed(String words, Author by, Instant at) {
    return new Stage(code, title, dueOn, isLate(at), at, by, words);
  }
}
