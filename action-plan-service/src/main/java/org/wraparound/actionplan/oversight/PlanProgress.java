package org.wraparound.actionplan.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.ActionTally;
import org.wraparound.actionplan.plans.Plan;
import org.wraparound.actionplan.plans.PlanKind;
import org.wraparound.actionplan.plans.PlanStatus;

/** How far a plan has come. */
@Schema(name = "PlanProgress")
record PlanProgress(
    UUID planId,
    String reference,
    UUID personId,
    @Schema(description = "The provider whose plan it is.") String provider,
    PlanKind kind,
    PlanStatus status,
    Instant openedAt,
    @Schema(description = "The day by which it is told how actions stand, Europe/London.")
        LocalDate day,
    ActionNumbers actions) {

  static PlanProgress of(Plan plan, LocalDate day, List<ActionTally> tallies) {
    return new PlanProgress(
        plan.id(),
        plan.reference(),
        plan.personId(),
        plan.agency(),
        plan.kind(),
        plan.status(),
        plan.openedAt(),
        day,
        ActionNumbers.of(tallies, new ListPath("/v1/actions").with("planId", plan.id())));
  }
}
