package org.wraparound.pathway.indicators;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@ApplicationScoped
class Breaches implements PanacheRepositoryBase<Breach, UUID> {

  /**
   * The breach.
   *
   * @throws ProblemException 404 when there is none, or none the caller may see
   */
  Breach one(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("breach", id));
  }

  /** Those that have not been withdrawn, by indicator, the earliest first. */
  Map<UUID, List<Breach>> standing(Collection<UUID> indicatorIds) {
    return list(
            "indicatorId in ?1 and (ending is null or ending <> ?2) order by beganOn, id",
            indicatorIds,
            Ending.CORRECTED)
        .stream()
        .collect(Collectors.groupingBy(Breach::indicatorId));
  }

  /** Those of an indicator that last. */
  List<Breach> open(UUID indicatorId) {
    return list("indicatorId = ?1 and endedAt is null order by id", indicatorId);
  }

  /** Those of an indicator that touch the days and have not been withdrawn, the earliest first. */
  List<Breach> touching(UUID indicatorId, LocalDate from, LocalDate to) {
    return list(
        "indicatorId = ?1 and beganOn <= ?3 and (endedOn is null or endedOn > ?2)"
            + " and (ending is null or ending <> ?4) order by beganOn, id",
        indicatorId,
        from,
        to,
        Ending.CORRECTED);
  }

  /** The latest found first, one more than the page holds. */
  List<Breach> page(BreachFilter filter, PageRequest page) {
    StringBuilder query = new StringBuilder("1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    filter.apply(query, parameters);
    if (page.after() != null) {
      query.append(" and id < :id");
      parameters.put("id", page.after().uuid(0));
    }
    return find(query.append(" order by id desc").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }
}
