package org.wraparound.actionplan.actions;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wraparound.actionplan.Conditions;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** The actions that the caller may see. */
@ApplicationScoped
public class Actions implements PanacheRepositoryBase<Action, UUID> {
  private static final String TALLY =
      """
      select a.planId, a.terms.party,
             count(*) filter (where a.status = OPEN),
             count(*) filter (where a.status = COMPLETED),
             count(*) filter (where a.status = VERIFIED),
             count(*) filter (where a.status = WITHDRAWN),
             count(*) filter (where a.status = OPEN and a.terms.dueOn < :today)
      from Action a where a.planId in :plans
      group by a.planId, a.terms.party
      """;

  Action required(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("action", id));
  }

  /** One page, the soonest due first. */
  List<Action> page(ActionFilter filter, LocalDate today, PageRequest page) {
    Conditions conditions =
        new Conditions()
            .equal("personId", filter.personId)
            .equal("planId", filter.planId)
            .equal("terms.party", filter.party)
            .equal("ownerAgency", filter.ownerAgency)
            .equal("status", filter.status);
    if (filter.overdue != null) {
      conditions.and(
          (filter.overdue ? "" : "not ") + "(status = OPEN and terms.dueOn < :today)",
          Map.of("today", today));
    }
    if (page.after() != null) {
      conditions.and(
          "terms.dueOn > :afterDay or (terms.dueOn = :afterDay and id > :afterId)",
          Map.of("afterDay", page.after().date(0), "afterId", page.after().uuid(1)));
    }
    return find(conditions.query("Action", "terms.dueOn, id"), conditions.values())
        .page(0, page.fetch())
        .list();
  }

  /** How the actions of these plans stand, by plan and party; parties without any are left out. */
  public List<PartyTally> tally(Collection<UUID> plans, LocalDate today) {
    return plans.isEmpty()
        ? List.of()
        : getEntityManager()
            .createQuery(TALLY, PartyTally.class)
            .setParameter("plans", plans)
            .setParameter("today", today)
            .getResultList();
  }

  /** Actions that keep a plan from being closed. */
  public List<Action> unsettled(UUID planId) {
    return list("planId = ?1 and status in (OPEN, COMPLETED) order by terms.dueOn, id", planId);
  }

  /** Templates that were already put to use for one firing of a rule. */
  public Set<String> templatesUsedFor(UUID thresholdId) {
    return new HashSet<>(
        getEntityManager()
            .createQuery(
                "select a.origin.template from Action a where a.origin.thresholdId = :threshold",
                String.class)
            .setParameter("threshold", thresholdId)
            .getResultList());
  }

  /** Open actions for the person that have no agency of the type they need. */
  List<Action> lacking(UUID personId, String agencyType) {
    return list(
        "personId = ?1 and ownerAgencyMissing = ?2 and status = OPEN", personId, agencyType);
  }
}
