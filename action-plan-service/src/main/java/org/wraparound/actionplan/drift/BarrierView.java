package org.wraparound.actionplan.drift;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A barrier as callers see it. */
@Schema(name = "Barrier")
record BarrierView(
    UUID id,
    UUID actionId,
    @Schema(description = "What people call the action.") String actionReference,
    UUID planId,
    UUID personId,
    @Schema(description = "The provider whose plan the action belongs to.") String provider,
    @Schema(description = "Agency that owns the action.") String ownerAgency,
    @Schema(description = "Code from the list barrier-kind.") String kind,
    String what,
    @Schema(description = "Agency that can remove it.") String removableBy,
    @Schema(description = "Code from the list owner-role.") String removableByRole,
    @Schema(description = "Not removed, and the action is still to be done.") boolean live,
    Instant raisedAt,
    String raisedByAgency,
    Instant removedAt,
    String removedByAgency,
    @Schema(description = "What was done to remove it.") String done) {

  static BarrierView of(Barrier barrier) {
    return new BarrierView(
        barrier.id(),
        barrier.action().id(),
        barrier.action().reference(),
        barrier.action().planId(),
        barrier.personId(),
        barrier.agency(),
        barrier.action().ownerAgency(),
        barrier.kind(),
        barrier.what(),
        barrier.removableBy(),
        barrier.removableByRole(),
        barrier.isLive(),
        barrier.raisedAt(),
        barrier.raisedByAgency(),
        barrier.removedAt(),
        barrier.removedByAgency(),
        barrier.done());
  }
}
