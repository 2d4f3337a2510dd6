package org.wraparound.actionplan.drift;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.actionplan.Conditions;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** The barriers that the caller may see. */
@ApplicationScoped
class Barriers implements PanacheRepositoryBase<Barrier, UUID> {
  private static final String LIVE =
      "(b.removedAt is null and a.status in (PROPOSED, OPEN, STARTED, DECLINED))";

  Barrier required(UUID id) {
    return find("from Barrier b join fetch b.action where b.id = ?1", id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.notFound("barrier", id));
  }

  /** One page, the newest first. */
  List<Barrier> page(BarrierFilter filter, PageRequest page) {
    Conditions conditions =
        new Conditions()
            .equal("b.personId", filter.personId)
            .equal("a.id", filter.actionId)
            .equal("b.removableBy", filter.removableBy);
    if (filter.live != null) {
      conditions.and((filter.live ? "" : "not ") + LIVE, Map.of());
    }
    if (page.after() != null) {
      conditions.and("b.id < :after", Map.of("after", page.after().uuid(0)));
    }
    return find(
            conditions.query("Barrier b join fetch b.action a", "b.id desc"), conditions.values())
        .page(0, page.fetch())
        .list();
  }

  /** All there ever were to an action. */
  List<Barrier> of(UUID actionId) {
    return list("from Barrier b join fetch b.action a where a.id = ?1 order by b.id", actionId);
  }

  /** How many stand in the way of each of these actions; an action without any has no entry. */
  Map<UUID, Long> standing(Collection<UUID> actions) {
    return actions.isEmpty()
        ? Map.of()
        : getEntityManager()
            .createQuery(
                "select b.action.id, count(*) from Barrier b"
                    + " where b.action.id in :actions and b.removedAt is null group by b.action.id",
                Object[].class)
            .setParameter("actions", actions)
            .getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
  }
}
