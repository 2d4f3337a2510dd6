package org.wraparound.escalation.notices;

import java.time.Instant;
import java.util.UUID;
import org.wraparound.escalation.directory.ContactPoint;

/**
 * A notice as it is shown.
 *
 * @param subject kind of the record it is about
 * @param subjectId id of that record
 * @param reference what people call that record
 * @param agency agency whose record it is
 * @param toAgency agency of the one who is told
 * @param contact who is told, as the directory had it then; null when it is the agency's system
 * @param kind by what; null where there was no way
 * @param address to where, as the directory had it then
 * @param about what is said
 * @param discreet it says nothing that tells what it is about
 * @param respondBy when an answer is due; null when none is
 * @param why why nobody was told by it: a code of the list not-told-reason; null when somebody was,
 *     or may yet be
 * @param attempts how often it was tried
 */
record NoticeView(
    UUID id,
    Subject subject,
    UUID subjectId,
    String reference,
    UUID personId,
    String agency,
    String toAgency,
    Contact contact,
    ContactPoint.Kind kind,
    String address,
    About about,
    boolean discreet,
    Instant respondBy,
    NoticeState state,
    NotTold why,
    Instant queuedAt,
    int attempts,
    Instant attemptedAt,
    Instant sentAt,
    Instant failedAt) {

  /** Who is told. */
  record Contact(UUID id, String name, String jobTitle) {}

  static NoticeView of(Notice notice) {
    return new NoticeView(
        notice.id(),
        notice.subject(),
        notice.subjectId(),
        notice.reference(),
        notice.personId(),
        notice.agency(),
        notice.toAgency(),
        notice.contactId() == null
            ? null
            : new Contact(notice.contactId(), notice.contactName(), notice.jobTitle()),
        notice.kind(),
        notice.address(),
        notice.about(),
        notice.isDiscreet(),
        notice.respondBy(),
        notice.state(),
        notice.why(),
        notice.queuedAt(),
        notice.attempts(),
        notice.attemptedAt(),
        notice.sentAt(),
        notice.failedAt());
  }
}
