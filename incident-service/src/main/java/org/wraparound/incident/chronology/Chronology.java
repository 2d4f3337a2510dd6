package org.wraparound.incident.chronology;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;

/**
 * What happened around each person, over all services, ordered by when it happened; ties stay in
 * one order.
 */
@ApplicationScoped
class Chronology implements PanacheRepositoryBase<ChronologyEntry, UUID> {

  /** The earliest first, one more than the page holds. */
  List<ChronologyEntry> page(UUID personId, ChronologyFilter filter, PageRequest page) {
    StringBuilder query = new StringBuilder("personId = :personId");
    Map<String, Object> parameters = new HashMap<>(Map.of("personId", personId));
    filter.apply(query, parameters);
    if (page.after() != null) {
      query.append(" and (happenedAt > :at or happenedAt = :at and id > :id)");
      parameters.put("at", page.after().instant(0));
      parameters.put("id", page.after().uuid(1));
    }
    return find(query.append(" order by happenedAt, id").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }
}
