package org.wraparound.actionplan.actions;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.actionplan.Conditions;
import org.wraparound.kit.WorkingTime;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** The actions that the caller may see. */
@ApplicationScoped
public class Actions implements PanacheRepositoryBase<Action, UUID> {
  private static final String LIVE = "status in (PROPOSED, OPEN, STARTED, DECLINED)";

  private static final String TALLY =
      """
      select a.planId, a.terms.party,
             count(*) filter (where a.status = PROPOSED),
             count(*) filter (where a.status = OPEN),
             count(*) filter (where a.status = STARTED),
             count(*) filter (where a.status = COMPLETED),
             count(*) filter (where a.status = VERIFIED),
             count(*) filter (where a.status = DECLINED),
             count(*) filter (where a.status = WITHDRAWN),
             count(*) filter (where a.status in (PROPOSED, OPEN, STARTED, DECLINED) and a.terms.dueOn < :today)
      from Action a where a.planId in :plans
      group by a.planId, a.terms.party
      """;

  private static final String AGENCY_TALLY =
      """
      select a.planId, a.ownerAgency,
             count(*) filter (where a.status = PROPOSED),
             count(*) filter (where a.status in (OPEN, STARTED, COMPLETED, VERIFIED)),
             count(*) filter (where a.status = DECLINED)
      from Action a where a.planId in :plans and a.status <> WITHDRAWN
      group by a.planId, a.ownerAgency
      order by a.planId, a.ownerAgency
      """;

  private final StandingConfig config;

  Actions(StandingConfig config) {
    this.config = config;
  }

  /**
   * The action, to read it.
   *
   * @throws ProblemException 404 when there is none that the caller may see
   */
  public Action required(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("action", id));
  }

  /**
   * The action, locked to change it: who changes it at the same moment waits and then sees this
   * change, so that their If-Match fails. Lock it before its plan.
   *
   * @throws ProblemException 404 when there is none that the caller may see
   */
  public Action requiredAlone(UUID id) {
    return find("id", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.notFound("action", id));
  }

  /** One page, the soonest due first. */
  List<Action> page(ActionFilter filter, LocalDate today, PageRequest page) {
    Conditions conditions =
        new Conditions()
            .equal("a.personId", filter.personId)
            .equal("a.planId", filter.planId)
            .equal("a.terms.party", filter.party)
            .equal("a.ownerAgency", filter.ownerAgency)
            .equal("a.status", filter.status)
            .equal("a.terms.outcomeDomain", filter.outcomeDomain)
            .equal("a.impact", filter.impact);
    if (filter.overdue != null) {
      conditions.and(
          (filter.overdue ? "" : "not ") + "(" + Standing.OVERDUE.condition() + ")", days(today));
    }
    return page(stand(conditions, filter.standing, today), page);
  }

  /** One page of those actions {@code a} that meet the conditions, the soonest due first. */
  public List<Action> page(Conditions conditions, PageRequest page) {
    if (page.after() != null) {
      conditions.and(
          "a.terms.dueOn > :afterDay or (a.terms.dueOn = :afterDay and a.id > :afterId)",
          Map.of("afterDay", page.after().date(0), "afterId", page.after().uuid(1)));
    }
    return find(conditions.query("Action a", "a.terms.dueOn, a.id"), conditions.values())
        .page(0, page.fetch())
        .list();
  }

  /**
   * Adds that an action {@code a} stands so on that day.
   *
   * @param standing null for any
   */
  public Conditions stand(Conditions conditions, Standing standing, LocalDate today) {
    return standing == null ? conditions : conditions.and(standing.condition(), days(today));
  }

  /** How those actions {@code a} stand on that day that meet the conditions. */
  public List<ActionTally> tally(Conditions conditions, LocalDate today) {
    return counted(
        "a.terms.party as party, a.terms.outcomeDomain as domain, %s as standing, a.impact as impact",
        "party, domain, standing, impact", conditions, today, ActionTally.class);
  }

  /** How the actions of these plans stand on that day, by plan. */
  public List<PlanTally> standings(Collection<UUID> plans, LocalDate today) {
    return plans.isEmpty()
        ? List.of()
        : counted(
            "a.planId as plan, %s as standing",
            "plan, standing",
            new Conditions().and("a.planId in :plans", Map.of("plans", plans)),
            today,
            PlanTally.class);
  }

  /** Those of these that the caller may see. */
  public List<Action> of(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  private <T> List<T> counted(
      String alike, String by, Conditions conditions, LocalDate today, Class<T> row) {
    TypedQuery<T> query =
        getEntityManager()
            .createQuery(
                "select %s, count(*) from Action a%s group by %s"
                    .formatted(alike.formatted(Standing.OF_ACTION), conditions.where(), by),
                row);
    conditions.values().forEach(query::setParameter);
    days(today).forEach(query::setParameter);
    return query.getResultList();
  }

  /** The values that the conditions of {@link Standing} name. */
  private Map<String, Object> days(LocalDate today) {
    return Map.of(
        "today",
        today,
        "soon",
        WorkingTime.workingDaysFrom(today, config.startWorkingDaysBefore()));
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

  /** Which agencies have agreed to their actions in these plans, by plan and agency. */
  public List<AgencyTally> agreement(Collection<UUID> plans) {
    return plans.isEmpty()
        ? List.of()
        : getEntityManager()
            .createQuery(AGENCY_TALLY, AgencyTally.class)
            .setParameter("plans", plans)
            .getResultList();
  }

  /** Actions that keep a plan from being closed, the soonest due first. */
  public List<Action> unsettled(UUID planId) {
    return list(
        "planId = ?1 and status not in (VERIFIED, WITHDRAWN) order by terms.dueOn, id", planId);
  }

  /**
   * Actions for these people that are to be done, or were done or checked since; soonest due first.
   */
  public List<Action> currentFor(Collection<UUID> people, Instant since, int limit) {
    return people.isEmpty()
        ? List.of()
        : find(
                "personId in ?1 and ("
                    + LIVE
                    + " or completedAt >= ?2 or verifiedAt >= ?2) order by terms.dueOn, id",
                people,
                since)
            .page(0, limit)
            .list();
  }

  /** Those of these actions that are still to be done. */
  List<Action> live(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : list("id in ?1 and " + LIVE + " order by terms.dueOn, id", ids);
  }

  /** Actions of the plan that others may depend on. */
  Set<UUID> dependable(UUID planId) {
    return new HashSet<>(
        getEntityManager()
            .createQuery(
                "select a.id from Action a where a.planId = :plan and a.status <> WITHDRAWN",
                UUID.class)
            .setParameter("plan", planId)
            .getResultList());
  }

  /** What each action of the plan depends on; those that depend on none are left out. */
  Map<UUID, Set<UUID>> dependencies(UUID planId) {
    return getEntityManager()
        .createQuery(
            "select a.id, d from Action a join a.dependsOn d where a.planId = :plan",
            Dependency.class)
        .setParameter("plan", planId)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                Dependency::action, Collectors.mapping(Dependency::dependsOn, Collectors.toSet())));
  }

  /** One action that depends on another. */
  record Dependency(UUID action, UUID dependsOn) {}

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

  /** Actions still to be done for the person that have no agency of the type they need, locked. */
  List<Action> lacking(UUID personId, String agencyType) {
    return find(
            "personId = ?1 and ownerAgencyMissing = ?2 and " + LIVE + " order by id",
            personId,
            agencyType)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
