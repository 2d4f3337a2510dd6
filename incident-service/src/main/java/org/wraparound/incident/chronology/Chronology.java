package org.wraparound.incident.chronology;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.web.Cursor;

/**
 * What happened around each person, over all services, ordered by when it happened; ties stay in
 * one order.
 */
@ApplicationScoped
class Chronology implements PanacheRepositoryBase<ChronologyEntry, UUID> {

  /**
   * The earliest first.
   *
   * @param after time and id of the entry to go on from; null for the beginning
   * @param atMost how many entries
   */
  List<ChronologyEntry> page(UUID personId, ChronologyFilter filter, Cursor after, int atMost) {
    StringBuilder query = new StringBuilder("personId = :personId");
    Map<String, Object> parameters = new HashMap<>(Map.of("personId", personId));
    filter.apply(query, parameters);
    if (after != null) {
      // in this form, and not as "later or, at the same time, …", the index is entered here
      query.append(" and happenedAt >= :at and (happenedAt > :at or id > :id)");
      parameters.put("at", after.instant(0));
      parameters.put("id", after.uuid(1));
    }
    return find(query.append(" order by happenedAt, id").toString(), parameters)
        .page(0, atMost)
        .list();
  }
}
