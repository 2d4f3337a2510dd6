package org.wraparound.actionplan.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.AgencyTally;
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
    @Schema(description = "Code of the plan template it was opened from; null when empty.")
        String template,
    @Schema(description = "Day of the move or discharge, Europe/London.") LocalDate keyDate,
    Instant openedAt,
    @Schema(description = "Agency that opened and drafted it; SYSTEM where an event did.")
        String openedByAgency,
    Instant closedAt,
    String closedByAgency,
    @Schema(description = "The escalations it answers.") List<UUID> escalationIds,
    @Schema(description = "Number of the last change of what is agreed; see its versions.")
        int version,
    @Schema(description = "Whether each agency named has agreed to all its actions.")
        boolean agreed,
    @Schema(description = "Whether each agency named has agreed to its own actions.")
        List<AgencyAgreement> agreement,
    @Schema(description = "How its actions stand, for each party apart.")
        List<PartyProgress> progress) {

  /** Where one agency stands with what is asked of it. */
  enum Stance {
    /** It took on every action asked of it, by name. */
    AGREED,
    /** It has yet to answer for some. */
    PROPOSED,
    /** It did not take some on, and they are neither handed on nor withdrawn yet. */
    DECLINED
  }

  /**
   * How far one agency has agreed to its own actions; withdrawn ones are not counted.
   *
   * @param agreed those it took on by name, done or not
   */
  @Schema(name = "AgencyAgreement")
  record AgencyAgreement(String agency, Stance stance, long proposed, long agreed, long declined) {

    private static AgencyAgreement of(AgencyTally tally) {
      return new AgencyAgreement(
          tally.agency(),
          tally.declined() > 0
              ? Stance.DECLINED
              : tally.proposed() > 0 ? Stance.PROPOSED : Stance.AGREED,
          tally.proposed(),
          tally.agreed(),
          tally.declined());
    }
  }

  /**
   * How one party's actions stand.
   *
   * @param overdue those still to be done (proposed, open, started or declined) whose due day has
   *     ended
   */
  @Schema(name = "PartyProgress")
  record PartyProgress(
      Party party,
      long proposed,
      long open,
      long started,
      long completed,
      long verified,
      long declined,
      long withdrawn,
      long overdue) {

    private static PartyProgress of(PartyTally tally) {
      return new PartyProgress(
          tally.party(),
          tally.proposed(),
          tally.open(),
          tally.started(),
          tally.completed(),
          tally.verified(),
          tally.declined(),
          tally.withdrawn(),
          tally.overdue());
    }
  }

  /**
   * @param tallies by party, of this plan and perhaps of others
   * @param agreements by agency, of this plan and perhaps of others
   */
  static PlanView of(Plan plan, List<PartyTally> tallies, List<AgencyTally> agreements) {
    List<AgencyAgreement> agreement =
        agreements.stream()
            .filter(tally -> tally.planId().equals(plan.id()))
            .map(AgencyAgreement::of)
            .toList();
    return new PlanView(
        plan.id(),
        plan.reference(),
        plan.personId(),
        plan.agency(),
        plan.kind(),
        plan.status(),
        plan.template(),
        plan.keyDate(),
        plan.openedAt(),
        plan.openedByAgency(),
        plan.closedAt(),
        plan.closedByAgency(),
        plan.escalations().stream().sorted().toList(),
        plan.agreedVersion(),
        agreement.stream().allMatch(own -> own.stance() == Stance.AGREED),
        agreement,
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
