package org.wraparound.escalation.enquiries;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.kit.London;

/**
 * An enquiry, or a part of it, that another agency makes for the authority (Care Act 2014 s42(2)
 * "or cause to be made").
 *
 * @param asked what it is asked to find out or do, in words
 * @param dueOn last day for its report
 * @param overdue it had not reported by the end of that day
 * @param report what it found, in words; null until it has reported
 * @param disclosureId the entry of the ledger that asking it is; null for what was asked before
 *     there was one
 */
record CausedTo(
    String agency,
    String asked,
    @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate dueOn,
    boolean overdue,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant causedAt,
    Author causedBy,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant reportedAt,
    Author reportedBy,
    String report,
    UUID disclosureId) {

  boolean waits() {
    return reportedAt == null;
  }

  boolean isLate(Instant at) {
    return !at.isBefore(London.endOf(dueOn));
  }

  /** It is late, and nobody has been told. */
  boolean isNewlyLate(Instant at) {
    return waits() && !overdue && isLate(at);
  }

  CausedTo asOverdue() {
    return new CausedTo(
        agency,
        asked,
        dueOn,
        true,
        causedAt,
        causedBy,
        reportedAt,
        reportedBy,
        report,
        disclosureId);
  }

  CausedTo reported(String words, Author by, Instant at) {
    return new CausedTo(
        agency, asked, dueOn, isLate(at), causedAt, causedBy, at, by, words, disclosureId);
  }

  CausedTo disclosedAs(UUID entry) {
    return new CausedTo(
        agency, asked, dueOn, overdue, causedAt, causedBy, reportedAt, reportedBy, report, entry);
  }
}
