package org.wraparound.pathway.indicators;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@ApplicationScoped
class Indicators implements PanacheRepositoryBase<Indicator, UUID> {

  /**
   * The person's indicator.
   *
   * @throws ProblemException 404 when there is none, or none the caller may see
   */
  Indicator one(UUID personId, UUID id) {
    return find("personId = ?1 and id = ?2", personId, id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.notFound("indicator", id));
  }

  /**
   * Those of the person, held until the transaction ends, so that each series grows one reading at
   * a time; those that are not there are left out.
   */
  List<Indicator> lock(UUID personId, Collection<UUID> ids) {
    return find("personId = ?1 and id in ?2 order by id", personId, ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The latest defined first, one more than the page holds. */
  List<Indicator> page(UUID personId, IndicatorFilter filter, PageRequest page) {
    StringBuilder query = new StringBuilder("personId = :personId");
    Map<String, Object> parameters = new HashMap<>(Map.of("personId", personId));
    filter.apply(query, parameters);
    if (page.after() != null) {
      query.append(" and id < :id");
      parameters.put("id", page.after().uuid(0));
    }
    return find(query.append(" order by id desc").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }

  /** How many of the person's are watched. */
  long countLive(UUID personId) {
    return count("personId = ?1 and endedAt is null", personId);
  }
}
