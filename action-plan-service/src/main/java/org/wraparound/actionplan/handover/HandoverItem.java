package org.wraparound.actionplan.handover;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.Change;

/**
 * One thing the next shift has to know.
 *
 * @param record where it is found
 * @param reference to say on the phone; null where there is none
 * @param what it, in words
 * @param at when it changed; null of what is pending
 * @param dueOn last day for it, Europe/London; null of what has none
 * @param overdue that day has ended
 */
@Schema(name = "HandoverItem")
public record HandoverItem(
    Kind kind,
    URI record,
    String reference,
    String what,
    Instant at,
    LocalDate dueOn,
    boolean overdue) {

  /** What it is; the list {@code handover-item}. */
  public enum Kind {
    GUIDANCE_PUBLISHED,
    GUIDANCE_WITHDRAWN,
    PLAN_OPENED,
    PLAN_CLOSED,
    SUPPORT_STEPPED_UP,
    MEETING_DECIDED,
    ACTION_ADDED,
    ACTION_AMENDED,
    ACTION_ACCEPTED,
    ACTION_DECLINED,
    ACTION_REASSIGNED,
    ACTION_EXTENDED,
    ACTION_WITHDRAWN,
    ACTION_STARTED,
    ACTION_COMPLETED,
    ACTION_VERIFIED,
    GUIDANCE_UNREAD,
    ACTION_DUE,
    REVIEW_DUE,
    MEETING_DUE;

    /** An action's, after a change of what was agreed. */
    static Kind of(Change change) {
      return valueOf("ACTION_" + change.name());
    }
  }

  /** Something changed. */
  static HandoverItem changed(
      Kind kind, URI record, String reference, String what, LocalDate dueOn, Instant at) {
    return new HandoverItem(kind, record, reference, what, at, dueOn, false);
  }

  /** Something is to be done by a day. */
  static HandoverItem pending(
      Kind kind, URI record, String reference, String what, LocalDate dueOn, LocalDate today) {
    return new HandoverItem(kind, record, reference, what, null, dueOn, dueOn.isBefore(today));
  }
}
