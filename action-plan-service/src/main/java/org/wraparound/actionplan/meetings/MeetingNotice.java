package org.wraparound.actionplan.meetings;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.kit.London;

/**
 * What others have to know of a meeting.
 *
 * @param on the day it is scheduled for, or by which it is to be held, Europe/London
 * @param finalisedAt when its minutes became evidence; null while it is ahead
 * @param decisions how many it took
 */
public record MeetingNotice(
    UUID personId,
    URI uri,
    String reference,
    MeetingKind kind,
    LocalDate on,
    Instant finalisedAt,
    int decisions) {

  static MeetingNotice of(Meeting meeting) {
    return new MeetingNotice(
        meeting.personId(),
        meeting.uri(),
        meeting.reference(),
        meeting.kind(),
        meeting.scheduledFor() == null ? meeting.dueBy() : London.dayOf(meeting.scheduledFor()),
        meeting.finalisedAt(),
        meeting.minutes() == null ? 0 : meeting.minutes().decisions().size());
  }
}
