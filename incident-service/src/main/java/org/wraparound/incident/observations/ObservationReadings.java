package org.wraparound.incident.observations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@ApplicationScoped
class ObservationReadings implements PanacheRepositoryBase<ObservationReading, UUID> {

  /**
   * The reading.
   *
   * @throws ProblemException 404 when there is none, or none the caller may see
   */
  ObservationReading one(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("reading", id));
  }

  /** The newest first, one more than the page holds. */
  List<ObservationReading> page(UUID personId, ReadingFilter filter, PageRequest page) {
    StringBuilder query = new StringBuilder("personId = :personId");
    Map<String, Object> parameters = new HashMap<>(Map.of("personId", personId));
    filter.apply(query, parameters);
    if (page.after() != null) {
      query.append(" and (observedAt < :at or observedAt = :at and id < :id)");
      parameters.put("at", page.after().instant(0));
      parameters.put("id", page.after().uuid(1));
    }
    return find(query.append(" order by observedAt desc, id desc").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }

  /** When the definitions' readings that count were taken, from one moment up to another. */
  Map<UUID, List<Instant>> taken(Collection<UUID> definitionIds, Instant from, Instant to) {
    return getEntityManager()
        .createQuery(
            """
            select r.definitionId, r.observedAt from ObservationReading r
            where r.definitionId in :definitionIds and r.withdrawnAt is null
              and r.observedAt >= :from and r.observedAt < :to
            """,
            Taken.class)
        .setParameter("definitionIds", definitionIds)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                Taken::definitionId, Collectors.mapping(Taken::at, Collectors.toList())));
  }

  /** One row of a query. */
  record Taken(UUID definitionId, Instant at) {}

  /** Those of the incidents that are about the person and that the caller may see. */
  Set<UUID> incidents(UUID personId, Collection<UUID> ids) {
    return getEntityManager()
        .createQuery(
            "select i.id from Incident i where i.personId = :personId and i.id in :ids", UUID.class)
        .setParameter("personId", personId)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toSet());
  }
}
