package org.wraparound.actionplan.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.ActionView;
import org.wraparound.actionplan.actions.ActionView.CheckView;
import org.wraparound.actionplan.actions.ActionView.EvidenceView;
import org.wraparound.actionplan.templates.Party;

/** A day of a plan, with what shows that it was kept. */
@Schema(name = "TimelineEntry")
record TimelineView(
    @Schema(description = "Day it is, or was, to be done by, Europe/London.") LocalDate day,
    TimelineKind kind,
    TimelineState state,
    @Schema(description = "Of the milestone, the action or the meeting; null for the key date.")
        String title,
    @Schema(description = "When it was reached, reviewed, completed, verified or held.")
        Instant doneAt,
    @Schema(description = "What the review found; null for all but a review point that was held.")
        Boolean onTrack,
    @Schema(description = "Path of the action or meeting; null for the key date.") String href,
    @Schema(description = "Reference of the action; null where it is none's, as all that follows.")
        String actionReference,
    Party party,
    @Schema(description = "Agency that does the action.") String ownerAgency,
    @Schema(description = "What was shown by the owner, beside the due day of the action.")
        List<EvidenceView> evidence,
    @Schema(description = "What the checks found, beside the due day of the action.")
        List<CheckView> checks) {

  /**
   * @param action the action it belongs to; null where it belongs to none
   */
  static TimelineView of(TimelineEntry entry, ActionView action, LocalDate today) {
    boolean due = entry.kind() == TimelineKind.ACTION_DUE;
    return new TimelineView(
        entry.day(),
        entry.kind(),
        entry.state(today),
        entry.title(),
        entry.doneAt(),
        entry.onTrack(),
        href(entry),
        action == null ? null : action.reference(),
        action == null ? null : action.party(),
        action == null ? null : action.ownerAgency(),
        due ? action.evidence() : List.of(),
        due ? action.checks() : List.of());
  }

  private static String href(TimelineEntry entry) {
    if (entry.kind() == TimelineKind.KEY_DATE) {
      return null;
    }
    return (entry.kind() == TimelineKind.MEETING ? "/v1/meetings/" : "/v1/actions/")
        + entry.recordId();
  }
}
