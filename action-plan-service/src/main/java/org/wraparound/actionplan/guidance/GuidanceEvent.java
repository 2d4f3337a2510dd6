package org.wraparound.actionplan.guidance;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/**
 * What happens to shift guidance from when it is published; drafts are nobody else's concern. Staff
 * are counted, never named. The time is on the envelope.
 */
@JsonIgnoreProperties("occurredAt")
sealed interface GuidanceEvent extends JournalEvent {
  /** The version of the page. */
  UUID guidanceId();

  @Override
  default UUID aggregateId() {
    return guidanceId();
  }

  /**
   * @param replaces the version published before it, or null
   * @param settings codes of the settings it applies in; empty is wherever the person is supported
   */
  record GuidancePublished(
      UUID guidanceId,
      String reference,
      UUID personId,
      String provider,
      UUID planId,
      int number,
      UUID replaces,
      SettingKind settingKind,
      List<String> settings,
      int readers,
      LocalDate readBy,
      Instant occurredAt)
      implements GuidanceEvent {}

  record GuidanceReadersNamed(
      UUID guidanceId, UUID personId, int named, LocalDate readBy, Instant occurredAt)
      implements GuidanceEvent {}

  record GuidanceAcknowledged(
      UUID guidanceId, UUID personId, long readers, long unread, Instant occurredAt)
      implements GuidanceEvent {}

  record GuidanceAnswersAssessed(
      UUID guidanceId, UUID personId, Understanding result, Instant occurredAt)
      implements GuidanceEvent {}

  /**
   * @param unread those who have not read it and should have
   */
  record GuidanceUnread(
      UUID guidanceId,
      String reference,
      UUID personId,
      String provider,
      ChaseStep step,
      int chases,
      long readers,
      long unread,
      Instant occurredAt)
      implements GuidanceEvent {}

  record GuidanceWithdrawn(
      UUID guidanceId, String reference, UUID personId, String provider, Instant occurredAt)
      implements GuidanceEvent {}

  /** How the page was seen to be followed; counted, step by step it stays here. */
  record PracticeObserved(
      UUID observationId,
      UUID guidanceId,
      UUID personId,
      String settingId,
      long seen,
      long notSeen,
      long noOccasion,
      Instant occurredAt)
      implements GuidanceEvent {}
}
