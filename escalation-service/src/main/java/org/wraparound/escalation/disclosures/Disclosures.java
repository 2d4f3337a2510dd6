package org.wraparound.escalation.disclosures;

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
class Disclosures implements PanacheRepositoryBase<Disclosure, UUID> {

  Disclosure get(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("disclosure", id));
  }

  /** Those that pass the filter, the latest told first; one more than the page holds. */
  List<Disclosure> page(DisclosureFilter filter, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    filter.apply(conditions, values);
    return page(conditions, values, page);
  }

  /** Those of the person's own view, the latest told first; one more than the page holds. */
  List<Disclosure> ownView(UUID personId, PageRequest page) {
    List<String> conditions =
        new ArrayList<>(List.of("personId = :personId", "withheldReason is null"));
    Map<String, Object> values = new HashMap<>(Map.of("personId", personId));
    return page(conditions, values, page);
  }

  private List<Disclosure> page(
      List<String> conditions, Map<String, Object> values, PageRequest page) {
    if (page.after() != null) {
      conditions.add("(toldAt < :at or toldAt = :at and id < :id)");
      values.put("at", page.after().instant(0));
      values.put("id", page.after().uuid(1));
    }
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return find(where + " order by toldAt desc, id desc", values).page(0, page.fetch()).list();
  }
}
