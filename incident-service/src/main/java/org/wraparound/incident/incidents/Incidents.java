package org.wraparound.incident.incidents;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.incident.FreshPlans;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** The incidents the caller's agency may see. */
@ApplicationScoped
public class Incidents implements PanacheRepositoryBase<Incident, UUID> {
  private final FreshPlans plans;

  Incidents(FreshPlans plans) {
    this.plans = plans;
  }

  /**
   * @throws ProblemException 404
   */
  public Incident get(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("incident", id));
  }

  /**
   * The incident, for a change that no other change of it may cross.
   *
   * @param ifMatch the ETag the caller has seen, where they say so
   * @throws ProblemException 404; 412 when it has moved on since
   */
  public Incident forChange(UUID id, String ifMatch) {
    Incident incident =
        findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
            .orElseThrow(() -> ProblemException.notFound("incident", id));
    EntityTags.honour(ifMatch, incident.version());
    return incident;
  }

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
    plans.use();
    return find(query.append(" order by happenedAt desc, id desc").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }
}
