package org.wraparound.incident.drafts;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** The drafts of the caller's own agency. */
@ApplicationScoped
class Drafts implements PanacheRepositoryBase<Draft, UUID> {
  /**
   * @throws ProblemException 404
   */
  Draft get(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("draft", id));
  }

  /**
   * The draft, for a change that no other change of it may cross.
   *
   * @throws ProblemException 404
   */
  Draft forChange(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> ProblemException.notFound("draft", id));
  }

  /** Those still open, the newest first, one more than the page holds. */
  List<Draft> page(DraftFilter filter, PageRequest page) {
    StringBuilder query = new StringBuilder("submittedAt is null and discardedAt is null");
    Map<String, Object> parameters = new HashMap<>();
    filter.apply(query, parameters);
    if (page.after() != null) {
      query.append(" and id < :after");
      parameters.put("after", page.after().uuid(0));
    }
    return find(query.append(" order by id desc").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }
}
