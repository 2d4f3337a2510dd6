package org.wraparound.actionplan.drift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an action stands towards its day, and all that was said and told of it. */
@Schema(name = "Drift")
record DriftView(
    UUID actionId,
    String reference,
    UUID planId,
    UUID personId,
    @Schema(description = "The provider whose plan it belongs to.") String provider,
    @Schema(description = "Agency that owns it.") String ownerAgency,
    @Schema(description = "Last day to do it as it is now, Europe/London.") LocalDate dueOn,
    @Schema(description = "The day has ended, and it is still to be done.") boolean overdue,
    @Schema(description = "How far its drift has climbed; null: no further than its owner.")
        Rung rung,
    @Schema(description = "Where it climbs next unless it is done; null: nowhere.") Next next,
    @Schema(description = "Extensions it has had.") int extensions,
    @Schema(description = "Extensions it may still have; the owner's manager makes the last ones.")
        int extensionsLeft,
    @Schema(description = "What stands in its way now.") List<BarrierView> barriers,
    @Schema(description = "Oldest first, of all its due days.") List<Entry> log) {

  /** The next rung. */
  @Schema(name = "DriftNext")
  record Next(Rung rung, Instant at) {}

  /** One thing that was said or told. */
  @Schema(name = "DriftLogEntry")
  record Entry(
      Instant at,
      DriftLogKind kind,
      @Schema(description = "Due day it is about, as it was then.") LocalDate dueOn,
      @Schema(description = "Agency that did it; null for what the clock did.") String byAgency,
      @Schema(
              description =
                  "Agency that was told, or that can remove the barrier. Who there was reached, and"
                      + " how: /v1/notices?subjectId= with the action's id.")
          String toAgency,
      @Schema(description = "Where its drift climbed.") Rung rung,
      @Schema(description = "The barrier.") UUID barrierId,
      @Schema(description = "Due day that was asked for.") LocalDate askedFor,
      @Schema(description = "The barrier, what was done about it, or the reason, in words.")
          String words) {}
}
