package org.wraparound.escalation.notices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to a notice. */
sealed interface NoticeEvent extends JournalEvent {
  /** The notice. */
  UUID noticeId();

  @Override
  default UUID aggregateId() {
    return noticeId();
  }

  /**
   * Someone was told. Of kind SYSTEM this is the notice itself: the system of {@code toAgency}
   * takes it from here.
   *
   * @param provider agency whose record it is about
   * @param respondBy when an answer is due; null when none is
   */
  record NoticeIssued(
      UUID noticeId,
      UUID personId,
      Subject subject,
      UUID subjectId,
      String reference,
      String provider,
      String toAgency,
      UUID contactId,
      ContactPoint.Kind kind,
      About about,
      Instant respondBy,
      Instant issuedAt)
      implements NoticeEvent {
    @Override
    public Instant occurredAt() {
      return issuedAt;
    }
  }

  /** It was tried as often as is configured, and nobody was told by it. */
  record NoticeFailed(
      UUID noticeId,
      UUID personId,
      Subject subject,
      UUID subjectId,
      String reference,
      String provider,
      String toAgency,
      UUID contactId,
      ContactPoint.Kind kind,
      About about,
      int attempts,
      @JsonIgnore Instant occurredAt)
      implements NoticeEvent {}
}
