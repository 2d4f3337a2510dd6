package org.wraparound.pathway.indicators;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@ApplicationScoped
class IndicatorReadings implements PanacheRepositoryBase<IndicatorReading, UUID> {

  /**
   * The reading of the indicator.
   *
   * @throws ProblemException 404 when there is none, or none the caller may see
   */
  IndicatorReading one(UUID indicatorId, UUID id) {
    return find("indicatorId = ?1 and id = ?2", indicatorId, id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.notFound("reading", id));
  }

  /** The readings of a day that count, by indicator. */
  Map<UUID, IndicatorReading> counting(Collection<UUID> indicatorIds, LocalDate day) {
    return list("indicatorId in ?1 and day = ?2 and supersededBy is null", indicatorIds, day)
        .stream()
        .collect(toMap(IndicatorReading::indicatorId, Function.identity()));
  }

  /** One row of a query. */
  record Taken(UUID indicatorId, LocalDate day, BigDecimal value) {}

  /** All readings that count, by indicator; one without any has no entry. */
  Map<UUID, Series> series(Collection<UUID> indicatorIds) {
    return getEntityManager()
        .createQuery(
            """
            select r.indicatorId, r.day, r.value from IndicatorReading r
            where r.indicatorId in :indicatorIds and r.supersededBy is null
            """,
            Taken.class)
        .setParameter("indicatorIds", indicatorIds)
        .getResultStream()
        .collect(
            groupingBy(
                Taken::indicatorId,
                mapping(
                    taken -> new Series.Point(taken.day(), taken.value()),
                    collectingAndThen(toList(), Series::new))));
  }

  /** The latest day first and of a day the latest first, one more than the page holds. */
  List<IndicatorReading> page(UUID indicatorId, ReadingFilter filter, PageRequest page) {
    StringBuilder query = new StringBuilder("indicatorId = :indicatorId");
    Map<String, Object> parameters = new HashMap<>(Map.of("indicatorId", indicatorId));
    filter.apply(query, parameters);
    if (page.after() != null) {
      query.append(" and (day < :day or day = :day and id < :id)");
      parameters.put("day", page.after().date(0));
      parameters.put("id", page.after().uuid(1));
    }
    return find(query.append(" order by day desc, id desc").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }
}
