package org.wraparound.incident.observations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@ApplicationScoped
class ObservationDefinitions implements PanacheRepositoryBase<ObservationDefinition, UUID> {

  /**
   * The definition.
   *
   * @throws ProblemException 404 when there is none, or none the caller may see
   */
  ObservationDefinition one(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(() -> ProblemException.notFound("observation definition", id));
  }

  /** The latest defined first, one more than the page holds. */
  List<ObservationDefinition> page(DefinitionFilter filter, Instant now, PageRequest page) {
    StringBuilder query = new StringBuilder("1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    filter.apply(query, parameters, now);
    if (page.after() != null) {
      query.append(" and id < :id");
      parameters.put("id", page.after().uuid(0));
    }
    return find(query.append(" order by id desc").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }

  /** Those of a person that are in force on any day of a period. */
  List<ObservationDefinition> inForce(UUID personId, LocalDate from, LocalDate to) {
    return list(
        "personId = ?1 and fromDay <= ?3 and (untilDay is null or untilDay >= ?2) order by code, id",
        personId,
        from,
        to);
  }

  /** Those of a person that are not over, also those that have yet to begin. */
  List<ObservationDefinition> notOver(UUID personId, Instant now) {
    return list("personId = ?1 and (endsAt is null or endsAt > ?2)", personId, now);
  }

  /** Those of a person with one of the ids or one of the short codes, the latest first. */
  List<ObservationDefinition> named(UUID personId, Collection<UUID> ids, Collection<String> codes) {
    return list(
        "personId = ?1 and (id in ?2 or code in ?3) order by fromDay desc", personId, ids, codes);
  }
}
