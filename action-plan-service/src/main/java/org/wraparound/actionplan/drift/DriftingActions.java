package org.wraparound.actionplan.drift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.wraparound.actionplan.Conditions;
import org.wraparound.kit.web.PageRequest;

/** The actions that drift, of those that the caller may see. */
@ApplicationScoped
class DriftingActions {
  private static final String WITH_DAY =
      "Action a left join DueDay d on d.actionId = a.id and d.dueOn = a.terms.dueOn";

  private final EntityManager entities;

  DriftingActions(EntityManager entities) {
    this.entities = entities;
  }

  /** One page, by owner and the longest overdue first. */
  List<Drifting> page(DriftFilter filter, LocalDate today, PageRequest page) {
    Conditions conditions =
        new Conditions()
            .and(
                "a.status in (PROPOSED, OPEN, STARTED, DECLINED) and a.terms.dueOn < :today",
                Map.of("today", today))
            .equal("a.personId", filter.personId)
            .equal("a.agency", filter.provider)
            .equal("a.ownerAgency", filter.ownerAgency)
            .equal("d.rung", filter.rung);
    if (page.after() != null) {
      conditions.and(
          "a.ownerAgency > :afterOwner or (a.ownerAgency = :afterOwner and (a.terms.dueOn > :afterDay"
              + " or (a.terms.dueOn = :afterDay and a.id > :afterId)))",
          Map.of(
              "afterOwner", page.after().parts().get(0),
              "afterDay", page.after().date(1),
              "afterId", page.after().uuid(2)));
    }
    TypedQuery<Drifting> query =
        entities.createQuery(
            "select a, d " + conditions.query(WITH_DAY, "a.ownerAgency, a.terms.dueOn, a.id"),
            Drifting.class);
    conditions.values().forEach(query::setParameter);
    return query.setMaxResults(page.fetch()).getResultList();
  }
}
