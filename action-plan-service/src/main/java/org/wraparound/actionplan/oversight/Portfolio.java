package org.wraparound.actionplan.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.PlanTally;
import org.wraparound.actionplan.actions.Standing;
import org.wraparound.actionplan.plans.Plan;
import org.wraparound.actionplan.plans.PlanKind;
import org.wraparound.actionplan.plans.PlanStatus;
import org.wraparound.kit.web.Page;

/** How far many plans have come: all of them together, and a page of them one by one. */
@Schema(name = "Portfolio")
record Portfolio(
    @Schema(description = "The day by which it is told how actions stand, Europe/London.")
        LocalDate day,
    @Schema(description = "Of all plans of the portfolio.") ActionNumbers actions,
    Plans plans) {

  /**
   * The plans of a portfolio, the newest first.
   *
   * @param count all of them
   * @param href the list that has them all
   * @param items those on this page
   * @param next pass it as {@code after} to get the following page; null on the last one
   */
  @Schema(name = "PortfolioPlans")
  record Plans(long count, String href, List<PlanStanding> items, String next) {
    static Plans of(Counted all, Page<PlanStanding> page) {
      return new Plans(all.count(), all.href(), page.items(), page.next());
    }
  }

  /** How the actions of one plan stand. */
  @Schema(name = "PlanStanding")
  record PlanStanding(
      UUID planId,
      String reference,
      UUID personId,
      @Schema(description = "The provider whose plan it is.") String provider,
      PlanKind kind,
      PlanStatus status,
      Instant openedAt,
      Map<Standing, Counted> byStanding,
      @Schema(description = "Path of its progress, by party and with what was achieved.")
          String progress) {

    /**
     * @param tallies of this plan
     */
    static PlanStanding of(Plan plan, List<PlanTally> tallies) {
      ListPath actions = new ListPath("/v1/actions").with("planId", plan.id());
      return new PlanStanding(
          plan.id(),
          plan.reference(),
          plan.personId(),
          plan.agency(),
          plan.kind(),
          plan.status(),
          plan.openedAt(),
          ActionNumbers.each(
              Standing.class,
              standing ->
                  Counted.of(
                      tallies.stream()
                          .filter(tally -> tally.standing() == standing)
                          .mapToLong(PlanTally::actions)
                          .sum(),
                      actions.with("standing", standing))),
          plan.uri() + "/progress");
    }
  }
}
