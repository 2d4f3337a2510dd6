package org.wraparound.incident.incidents;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;

@ApplicationScoped
class Incidents implements PanacheRepositoryBase<Incident, UUID> {
  /** The newest first, one more than the page holds. */
  List<Incident> page(IncidentFilter filter, PageRequest page) {
    StringBuilder query = new StringBuilder("1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    filter.apply(query, parameters);
    if (page.after() != null) {
      // the first bound alone is what an index can start from
      query.append(" and happenedAt <= :at and (happenedAt < :at or id < :id)");
      parameters.put("at", page.after().instant(0));
      parameters.put("id", page.after().uuid(1));
    }
    return find(query.append(" order by happenedAt desc, id desc").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }
}
