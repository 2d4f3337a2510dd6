package org.wraparound.actionplan.drift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.ActionStatus;
import org.wraparound.actionplan.templates.Party;

/** An action that is not done by its day, in a list of such. */
@Schema(name = "DriftingAction")
record DriftingView(
    UUID actionId,
    String reference,
    UUID planId,
    UUID personId,
    @Schema(description = "The provider whose plan it belongs to.") String provider,
    String title,
    ActionStatus status,
    Party party,
    @Schema(description = "Agency that owns it.") String ownerAgency,
    @Schema(description = "Who there; null while nobody has taken it on.") String ownerName,
    @Schema(description = "Code from the list owner-role.") String ownerRole,
    @Schema(description = "The day by which it was to be done, Europe/London.") LocalDate dueOn,
    @Schema(description = "When it was found overdue.") Instant overdueAt,
    @Schema(description = "How far its drift has climbed; null: no further than its owner.")
        Rung rung,
    @Schema(description = "Barriers that stand in its way.") long barriers) {

  static DriftingView of(Drifting drifting, long barriers) {
    Action action = drifting.action();
    DueDay day = drifting.day();
    return new DriftingView(
        action.id(),
        action.reference(),
        action.planId(),
        action.personId(),
        action.agency(),
        action.title(),
        action.status(),
        action.party(),
        action.ownerAgency(),
        action.ownerName(),
        action.ownerRole(),
        action.dueOn(),
        day == null ? null : day.overdueAt(),
        day == null ? null : day.rung(),
        barriers);
  }
}
