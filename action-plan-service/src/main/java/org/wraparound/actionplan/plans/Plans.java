package org.wraparound.actionplan.plans;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wraparound.actionplan.Conditions;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** The plans that the caller may see. */
@ApplicationScoped
class Plans implements PanacheRepositoryBase<Plan, UUID> {

  Plan required(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("plan", id));
  }

  /** Locked, so that it is not closed while an action is added to it, nor the other way round. */
  Plan requiredAlone(UUID id) {
    return find("id", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.notFound("plan", id));
  }

  /** The open plan of that kind for the person, locked. */
  Optional<Plan> open(UUID personId, PlanKind kind) {
    return find("personId = ?1 and kind = ?2 and closedAt is null", personId, kind)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** One page, the newest first. */
  List<Plan> page(PlanFilter filter, PageRequest page) {
    Conditions conditions =
        new Conditions().equal("personId", filter.personId).equal("kind", filter.kind);
    if (filter.status != null) {
      conditions.and(
          filter.status == PlanStatus.OPEN ? "closedAt is null" : "closedAt is not null", Map.of());
    }
    if (page.after() != null) {
      conditions.and("id < :after", Map.of("after", page.after().uuid(0)));
    }
    return find(conditions.query("Plan", "id desc"), conditions.values())
        .page(0, page.fetch())
        .list();
  }
}
