package org.wraparound.escalation.notices;

import java.time.Instant;
import java.util.UUID;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.escalation.directory.OnCallContact;

/**
 * Somebody is to be told of something.
 *
 * @param subjectId id of the record it is about
 * @param reference what people call that record, such as {@code ESC-26-000017}
 * @param agency agency whose record it is
 * @param toAgency agency of the one who is told
 * @param contact who is told; null when the agency's system alone is
 * @param about what is said
 * @param by when an answer is due; null when none is
 */
public record Telling(
    Subject subject,
    UUID subjectId,
    String reference,
    UUID personId,
    String agency,
    String toAgency,
    OnCallContact contact,
    About about,
    Instant by) {

  /** The same to someone else of the agency. */
  Telling to(OnCallContact another) {
    return new Telling(
        subject, subjectId, reference, personId, agency, toAgency, another, about, by);
  }

  /**
   * What came of it, for each way that was considered.
   *
   * @param kind the way; null when there was none
   * @param why why nothing is sent this way; null when it is on its way or has gone out
   */
  public record Outcome(UUID noticeId, ContactPoint.Kind kind, NotTold why) {}
}
