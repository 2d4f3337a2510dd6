package org.wraparound.escalation.escalations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@ApplicationScoped
class Escalations implements PanacheRepositoryBase<Escalation, UUID> {

  Escalation get(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("escalation", id));
  }

  /** The escalation, and nobody else's change of it until this transaction ends. */
  Escalation lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The entry of the log that tells of a notice. */
  LogEntry entryOf(UUID noticeId) {
    return getEntityManager()
        .createQuery("from LogEntry where noticeId = :notice", LogEntry.class)
        .setParameter("notice", noticeId)
        .getSingleResult();
  }

  /** Those that pass the filter, the latest first; one more than the page holds. */
  List<Escalation> page(EscalationFilter filter, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    if (filter.personId != null) {
      conditions.add("personId = :personId");
      values.put("personId", filter.personId);
    }
    if (filter.status != null) {
      conditions.add(filter.status.condition());
    }
    if (filter.route != null) {
      conditions.add("route = :route");
      values.put("route", filter.route);
    }
    if (filter.ruleCode != null) {
      conditions.add("ruleCode = :ruleCode");
      values.put("ruleCode", filter.ruleCode);
    }
    if (filter.unreached != null) {
      String nobody = "(unreached and decidedAt is null)";
      conditions.add(filter.unreached ? nobody : "not " + nobody);
    }
    if (filter.paused != null) {
      conditions.add(filter.paused ? "pausedUntil is not null" : "pausedUntil is null");
    }
    if (page.after() != null) {
      conditions.add("id < :after");
      values.put("after", page.after().uuid(0));
    }
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return find(where + " order by id desc", values).page(0, page.fetch()).list();
  }

  /** What was raised that meets a condition. */
  List<Raising.Raised> raised(String condition, Collection<String> keys, UUID subject) {
    var query =
        getEntityManager()
            .createQuery(
                """
                select e.ruleCode, e.route, e.patternKey, e.closedAt, e.countedUntil, e.restsOn
                from Escalation e where %s
                """
                    .formatted(condition),
                Tuple.class)
            .setParameter("keys", keys);
    if (subject != null) {
      query.setParameter("subject", subject);
    }
    return query
        .getResultStream()
        .map(
            row ->
                new Raising.Raised(
                    row.get(0, String.class),
                    row.get(1, Route.class),
                    row.get(2, String.class),
                    row.get(3) == null,
                    row.get(4, Instant.class),
                    Arrays.asList(row.get(5, UUID[].class)).contains(subject)))
        .toList();
  }

  /** Those still open that rest on an incident. */
  List<Escalation> openRestingOn(UUID incidentId) {
    return list("closedAt is null and array_contains(restsOn, ?1)", incidentId);
  }
}
