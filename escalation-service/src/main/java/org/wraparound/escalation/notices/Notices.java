package org.wraparound.escalation.notices;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@ApplicationScoped
class Notices implements PanacheRepositoryBase<Notice, UUID> {

  Notice get(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("notice", id));
  }

  /**
   * Those that are to be tried, the one that has waited longest first. Of several replicas each is
   * given others, for as long as its transaction lasts.
   */
  List<Notice> due(Instant now, int most) {
    return getEntityManager()
        .createQuery("from Notice where attemptAt <= :now order by attemptAt, id", Notice.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
        .getResultList();
  }

  /** Those that pass the filter, the latest first; one more than the page holds. */
  List<Notice> page(NoticeFilter filter, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    if (filter.personId != null) {
      conditions.add("personId = :personId");
      values.put("personId", filter.personId);
    }
    if (filter.subjectId != null) {
      conditions.add("subjectId = :subjectId");
      values.put("subjectId", filter.subjectId);
    }
    if (filter.agency != null) {
      conditions.add("agency = :agency");
      values.put("agency", filter.agency);
    }
    if (filter.toAgency != null) {
      conditions.add("toAgency = :toAgency");
      values.put("toAgency", filter.toAgency);
    }
    if (filter.state != null) {
      conditions.add(filter.state.condition());
    }
    if (page.after() != null) {
      conditions.add("id < :after");
      values.put("after", page.after().uuid(0));
    }
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return find(where + " order by id desc", values).page(0, page.fetch()).list();
  }
}
