package org.wraparound.actionplan.plans;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.PartyTally;
import org.wraparound.actionplan.templates.Party;

/** A plan as callers see it. */
@Schema(name = "Plan")
record PlanView(
    UUID id,
    String reference,
    UUID personId,
    @Schema(description = "The provider whose plan it is.") String provider,
    PlanKind kind,
    PlanStatus status,
    Instant openedAt,
    @Schema(description = "Agency that opened it; SYSTEM where an event did.")
        String openedByAgency,
    Instant closedAt,
    String closedByAgency,
    @Schema(description = "The escalations it answers.") List<UUID> escalationIds,
    @Schema(description = "How its actions stand, for each party apart.")
        List<PartyProgress> progress) {

  /**
   * How one party's actions stand.
   *
   * @param overdue those of the open ones whose due day has ended
   */
  @Schema(name = "PartyProgress")
  record PartyProgress(
      Party party, long open, long completed, long verified, long withdrawn, long overdue) {

    private static PartyProgress of(PartyTally tally) {
      return new PartyProgress(
          tally.party(),
          tally.open(),
          tally.completed(),
          tally.verified(),
          tally.withdrawn(),
          tally.overdue());
    }
  }

  /**
   * @param tallies of this plan, and perhaps of others
   */
  static PlanView of(Plan plan, List<PartyTally> tallies) {
    return new PlanView(
        plan.id(),
        plan.reference(),
        plan.personId(),
        plan.agency(),
        plan.kind(),
        plan.status(),
        plan.openedAt(),
        plan.openedByAgency(),
        plan.closedAt(),
        plan.closedByAgency(),
        plan.escalations().stream().sorted().toList(),
        Arrays.stream(Party.values())
            .map(
                party ->
                    tallies.stream()
                        .filter(tally -> tally.planId().equals(plan.id()))
                        .filter(tally -> tally.party() == party)
                        .findFirst()
                        .orElseGet(() -> PartyTally.none(plan.id(), party)))
            .map(PartyProgress::of)
            .toList());
  }
}
