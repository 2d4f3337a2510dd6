package org.wraparound.escalation.escalations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@ApplicationScoped
class Escalations implements PanacheRepositoryBase<Escalation, UUID> {

  Escalation get(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("escalation", id));
  }

  /** Those that pass the filter, the latest first; one more than the page holds. */
  List<Escalation> page(EscalationFilter filter, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    if (filter.personId != null) {
      conditions.add("personId = :personId");
      values.put("personId", filter.personId);
    }
    if (filter.status != null) {
      conditions.add(filter.status.condition());
    }
    if (filter.route != null) {
      conditions.add("route = :route");
      values.put("route", filter.route);
    }
    if (filter.ruleCode != null) {
      conditions.add("ruleCode = :ruleCode");
      values.put("ruleCode", filter.ruleCode);
    }
    if (page.after() != null) {
      conditions.add("id < :after");
      values.put("after", page.after().uuid(0));
    }
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return find(where + " order by id desc", values).page(0, page.fetch()).list();
  }

  /** Codes of the pattern rules that have an escalation of the person's still open. */
  List<String> openPatterns(UUID personId) {
    return getEntityManager()
        .createQuery(
            """
            select distinct e.ruleCode from Escalation e
            where e.personId = :person and e.pattern and e.closedAt is null
            """,
            String.class)
        .setParameter("person", personId)
        .getResultList();
  }
}
