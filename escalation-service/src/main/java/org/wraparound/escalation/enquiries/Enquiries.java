package org.wraparound.escalation.enquiries;

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
class Enquiries implements PanacheRepositoryBase<Enquiry, UUID> {

  Enquiry get(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("enquiry", id));
  }

  /** Those that pass the filter, the latest first; one more than the page holds. */
  List<Enquiry> page(EnquiryFilter filter, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    if (filter.personId != null) {
      conditions.add("personId = :personId");
      values.put("personId", filter.personId);
    }
    if (filter.escalationId != null) {
      conditions.add("escalationId = :escalationId");
      values.put("escalationId", filter.escalationId);
    }
    if (filter.status != null) {
      conditions.add(filter.status.condition());
    }
    if (filter.overdue != null) {
      conditions.add(filter.overdue ? "overdue" : "not overdue");
    }
    if (page.after() != null) {
      conditions.add("id < :after");
      values.put("after", page.after().uuid(0));
    }
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return find(where + " order by id desc", values).page(0, page.fetch()).list();
  }
}
