package org.wraparound.actionplan.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting as it stands in lists. */
@Schema(name = "MeetingOutline")
record MeetingOutline(
    UUID id,
    String reference,
    UUID personId,
    UUID planId,
    MeetingKind kind,
    String purpose,
    MeetingStatus status,
    @Schema(description = "Still to be held, and the day it was due by has ended.") boolean overdue,
    LocalDate dueBy,
    Instant scheduledFor,
    Instant heldAt,
    Instant finalisedAt,
    @Schema(description = "Those invited, each once.") List<String> agencies,
    RequestedBy requestedBy) {

  /** The meeting as it stands on that day. */
  static MeetingOutline of(Meeting meeting, LocalDate today) {
    return new MeetingOutline(
        meeting.id(),
        meeting.reference(),
        meeting.personId(),
        meeting.planId(),
        meeting.kind(),
        meeting.purpose(),
        meeting.status(),
        meeting.isOverdue(today),
        meeting.dueBy(),
        meeting.scheduledFor(),
        meeting.heldAt(),
        meeting.finalisedAt(),
        meeting.invitedAgencies(),
        meeting.requestedBy());
  }
}
