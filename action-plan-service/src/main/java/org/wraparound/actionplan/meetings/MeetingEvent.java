package org.wraparound.actionplan.meetings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to a meeting. The time is on the envelope. */
@JsonIgnoreProperties("occurredAt")
sealed interface MeetingEvent extends JournalEvent {
  /** The meeting. */
  UUID meetingId();

  @Override
  default UUID aggregateId() {
    return meetingId();
  }

  record MeetingConvened(
      UUID meetingId,
      String reference,
      UUID planId,
      UUID personId,
      MeetingKind kind,
      LocalDate dueBy,
      List<String> agencies,
      UUID escalationId,
      UUID transitionId,
      UUID follows,
      Instant occurredAt)
      implements MeetingEvent {}

  record MeetingInvited(
      UUID meetingId,
      UUID planId,
      UUID personId,
      MeetingKind kind,
      List<String> agencies,
      Instant occurredAt)
      implements MeetingEvent {}

  record MeetingScheduled(
      UUID meetingId,
      UUID planId,
      UUID personId,
      MeetingKind kind,
      Instant scheduledFor,
      Instant movedFrom,
      LocalDate dueBy,
      Instant occurredAt)
      implements MeetingEvent {}

  record MeetingHeld(
      UUID meetingId,
      UUID planId,
      UUID personId,
      MeetingKind kind,
      LocalDate dueBy,
      boolean late,
      UUID escalationId,
      UUID transitionId,
      Instant occurredAt)
      implements MeetingEvent {}

  record MeetingFinalised(
      UUID meetingId,
      UUID planId,
      UUID personId,
      MeetingKind kind,
      int invited,
      long attended,
      boolean personHeard,
      boolean familyHeard,
      int decisions,
      long decisionsWithoutAction,
      List<UUID> actionIds,
      UUID escalationId,
      UUID transitionId,
      Instant occurredAt)
      implements MeetingEvent {}

  record MeetingAddedTo(
      UUID meetingId,
      UUID planId,
      UUID personId,
      MeetingKind kind,
      int addendum,
      Instant occurredAt)
      implements MeetingEvent {}

  record MeetingCancelled(
      UUID meetingId,
      UUID planId,
      UUID personId,
      MeetingKind kind,
      UUID escalationId,
      UUID transitionId,
      Instant occurredAt)
      implements MeetingEvent {}

  record MeetingOverdue(
      UUID meetingId,
      UUID planId,
      UUID personId,
      MeetingKind kind,
      LocalDate dueBy,
      Instant occurredAt)
      implements MeetingEvent {}
}
