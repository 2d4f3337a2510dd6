package org.wraparound.actionplan.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.actionplan.Conditions;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.kit.London;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** The audits of actions of which the caller may see any. */
@ApplicationScoped
class Audits implements PanacheRepositoryBase<ActionAudit, UUID> {
  private static final String SEEN =
      "exists (select 1 from AuditedAction d where d.auditId = audit.id)";
  private static final String ONE = "from ActionAudit audit where audit.id = ?1 and " + SEEN;

  ActionAudit required(UUID id) {
    return find(ONE, id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.notFound("audit", id));
  }

  /** The audit, locked: findings are counted one after the other. */
  ActionAudit requiredAlone(UUID id) {
    return find(ONE, id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.notFound("audit", id));
  }

  /** One page, the latest first. */
  List<ActionAudit> page(PageRequest page) {
    Conditions conditions = new Conditions().and(SEEN, Map.of());
    if (page.after() != null) {
      conditions.and("audit.id < :after", Map.of("after", page.after().uuid(0)));
    }
    return find(conditions.query("ActionAudit audit", "audit.id desc"), conditions.values())
        .page(0, page.fetch())
        .list();
  }

  /** The actions of the audit that the caller may see, in the order in which they were drawn. */
  List<AuditedAction> drawn(UUID auditId) {
    return getEntityManager()
        .createQuery(
            "from AuditedAction d join fetch d.action where d.auditId = :audit order by d.id",
            AuditedAction.class)
        .setParameter("audit", auditId)
        .getResultList();
  }

  AuditedAction drawn(UUID auditId, UUID actionId) {
    return getEntityManager()
        .createQuery(
            "from AuditedAction d join fetch d.action where d.auditId = :audit and d.action.id = :action",
            AuditedAction.class)
        .setParameter("audit", auditId)
        .setParameter("action", actionId)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("action of this audit", actionId));
  }

  /** Ids of the closed actions that are asked for, of those that the caller may see. */
  List<UUID> population(DrawAudit asked) {
    Conditions conditions =
        new Conditions()
            .and(
                "coalesce(verifiedAt, withdrawnAt) >= :from and coalesce(verifiedAt, withdrawnAt) < :end",
                Map.of(
                    "from", London.startOf(asked.closedFrom()),
                    "end", London.endOf(asked.closedUntil())))
            .equal("ownerAgency", asked.ownerAgency())
            .equal("agency", asked.provider());
    var query =
        getEntityManager().createQuery("select id " + conditions.query("Action", "id"), UUID.class);
    conditions.values().forEach(query::setParameter);
    return query.getResultList();
  }

  List<Action> actions(List<UUID> ids) {
    return getEntityManager()
        .createQuery("from Action where id in :ids", Action.class)
        .setParameter("ids", ids)
        .getResultList();
  }
}
