package org.wraparound.escalation.quality;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@ApplicationScoped
class Samples implements PanacheRepositoryBase<AuditSample, UUID> {
  private static final String COUNTS =
      """
      select s.reason, s.finding, count(*) from AuditSample s
      where s.sampledAt >= :from and s.sampledAt < :until
      group by s.reason, s.finding order by s.reason, s.finding nulls last
      """;

  AuditSample get(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("sample", id));
  }

  /** Those that pass the filter, the latest first; one more than the page holds. */
  List<AuditSample> page(SampleFilter filter, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    if (filter.reason != null) {
      conditions.add("reason = :reason");
      values.put("reason", filter.reason);
    }
    if (filter.awaiting != null) {
      conditions.add(filter.awaiting ? "foundAt is null" : "foundAt is not null");
    }
    if (page.after() != null) {
      conditions.add("id < :after");
      values.put("after", page.after().uuid(0));
    }
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return find(where + " order by id desc", values).page(0, page.fetch()).list();
  }

  /** How many were found so; finding is null for those nobody has looked at yet. */
  record Count(SampleReason reason, Finding finding, long count) {}

  List<Count> counts(Period period) {
    return getEntityManager()
        .createQuery(COUNTS, Count.class)
        .setParameter("from", period.start())
        .setParameter("until", period.end())
        .getResultList();
  }
}
