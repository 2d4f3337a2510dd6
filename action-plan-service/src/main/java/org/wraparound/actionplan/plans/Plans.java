package org.wraparound.actionplan.plans;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wraparound.actionplan.Conditions;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** The plans that the caller may see. */
@ApplicationScoped
public class Plans implements PanacheRepositoryBase<Plan, UUID> {

  /**
   * The plan, to read it.
   *
   * @throws ProblemException 404 when there is none that the caller may see
   */
  public Plan required(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("plan", id));
  }

  /**
   * Locked, so that it is not closed while an action is added to it, nor the other way round.
   *
   * @throws ProblemException 404 when there is none that the caller may see
   */
  public Plan requiredAlone(UUID id) {
    return find("id", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.notFound("plan", id));
  }

  /** As {@link #requiredAlone}, without asking again for one that is locked in this transaction. */
  Plan locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> ProblemException.notFound("plan", id));
  }

  /** The open plan of that kind for the person, locked. */
  Optional<Plan> open(UUID personId, PlanKind kind) {
    return find("personId = ?1 and kind = ?2 and closedAt is null", personId, kind)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Plans for these people that were opened or closed since. */
  public List<Plan> openedOrClosed(Collection<UUID> people, Instant since) {
    return people.isEmpty()
        ? List.of()
        : list("personId in ?1 and (openedAt >= ?2 or closedAt >= ?2)", people, since);
  }

  /** One page, the newest first. */
  public List<Plan> page(PlanFilter filter, PageRequest page) {
    Conditions conditions = filter.conditions();
    if (page.after() != null) {
      conditions.and("p.id < :after", Map.of("after", page.after().uuid(0)));
    }
    return find(conditions.query("Plan p", "p.id desc"), conditions.values())
        .page(0, page.fetch())
        .list();
  }

  /** How many there are on all pages. */
  public long count(PlanFilter filter) {
    Conditions conditions = filter.conditions();
    return count("from Plan p" + conditions.where(), conditions.values());
  }
}
