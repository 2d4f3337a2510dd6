package org.wraparound.actionplan.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.actionplan.Conditions;
import org.wraparound.actionplan.actions.ActionView;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.actionplan.actions.PlanTally;
import org.wraparound.actionplan.oversight.Portfolio.PlanStanding;
import org.wraparound.actionplan.plans.Plan;
import org.wraparound.actionplan.plans.PlanFilter;
import org.wraparound.actionplan.plans.Plans;
import org.wraparound.kit.London;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

/** How far plans have come, of those that the caller may see. */
@ApplicationScoped
@Transactional
class Oversight {
  private final Plans plans;
  private final Actions actions;
  private final Clock clock;

  Oversight(Plans plans, Actions actions, Clock clock) {
    this.plans = plans;
    this.actions = actions;
    this.clock = clock;
  }

  PlanProgress progress(UUID planId) {
    LocalDate today = London.today(clock);
    return PlanProgress.of(
        plans.required(planId),
        today,
        actions.tally(new Conditions().equal("a.planId", planId), today));
  }

  Portfolio portfolio(PlanFilter filter, PageRequest page) {
    LocalDate today = London.today(clock);
    List<Plan> found = plans.page(filter, page);
    Map<UUID, List<PlanTally>> tallies =
        actions.standings(found.stream().map(Plan::id).toList(), today).stream()
            .collect(Collectors.groupingBy(PlanTally::planId));
    return new Portfolio(
        today,
        ActionNumbers.of(
            actions.tally(ofPlans(filter), today), list("/v1/portfolio/actions", filter)),
        Portfolio.Plans.of(
            Counted.of(plans.count(filter), list("/v1/plans", filter)),
            Page.of(
                found,
                page,
                plan -> PlanStanding.of(plan, tallies.getOrDefault(plan.id(), List.of())),
                plan -> Cursor.of(plan.id()))));
  }

  Page<ActionView> actions(PlanFilter filter, PortfolioActionFilter narrower, PageRequest page) {
    LocalDate today = London.today(clock);
    Conditions conditions =
        ofPlans(filter)
            .equal("a.terms.party", narrower.party)
            .equal("a.terms.outcomeDomain", narrower.outcomeDomain)
            .equal("a.impact", narrower.impact);
    return Page.of(
        actions.page(actions.stand(conditions, narrower.standing, today), page),
        page,
        action -> ActionView.of(action, today),
        action -> Cursor.of(action.dueOn(), action.id()));
  }

  /** That an action {@code a} is of such a plan. */
  private static Conditions ofPlans(PlanFilter filter) {
    Conditions plans = filter.conditions();
    return plans.where().isEmpty()
        ? plans
        : new Conditions()
            .and("a.planId in (select p.id from Plan p" + plans.where() + ")", plans.values());
  }

  private static ListPath list(String path, PlanFilter filter) {
    ListPath list = new ListPath(path);
    for (var parameter : filter.parameters().entrySet()) {
      list = list.with(parameter.getKey(), parameter.getValue());
    }
    return list;
  }
}
