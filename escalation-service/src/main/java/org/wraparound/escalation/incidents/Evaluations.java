package org.wraparound.escalation.incidents;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;

@ApplicationScoped
class Evaluations implements PanacheRepositoryBase<Evaluation, UUID> {

  boolean hasOneOf(UUID subjectId) {
    return count("subjectId", subjectId) > 0;
  }

  /** Those that pass the filters that are set, the latest first; one more than the page holds. */
  List<Evaluation> page(UUID subjectId, UUID personId, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    if (subjectId != null) {
      conditions.add("subjectId = :subjectId");
      values.put("subjectId", subjectId);
    }
    if (personId != null) {
      conditions.add("personId = :personId");
      values.put("personId", personId);
    }
    if (page.after() != null) {
      conditions.add("id < :after");
      values.put("after", page.after().uuid(0));
    }
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return find(where + " order by id desc", values).page(0, page.fetch()).list();
  }
}
