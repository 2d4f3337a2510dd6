package org.wraparound.pathway.transitions;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;

@ApplicationScoped
class Transitions implements PanacheRepositoryBase<Transition, UUID> {

  /** Whether the rule firing has proposed one already. */
  boolean areProposedBy(UUID thresholdId) {
    return count("thresholdId = ?1", thresholdId) > 0;
  }

  /** The newest first; one more than the page holds. */
  List<Transition> page(UUID personId, TransitionStatus status, PageRequest page) {
    StringBuilder query = new StringBuilder(condition(status));
    Parameters parameters = new Parameters();
    if (personId != null) {
      query.append(" and personId = :personId");
      parameters.and("personId", personId);
    }
    if (page.after() != null) {
      query.append(" and id < :after");
      parameters.and("after", page.after().uuid(0));
    }
    return find(query.append(" order by id desc").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }

  /** The authorised step-ups of a person that had begun by the day, the earliest first. */
  List<Transition> begun(UUID personId, LocalDate by) {
    return list(
        "personId = ?1 and authorisedAt is not null and startsOn <= ?2 order by startsOn, id",
        personId,
        by);
  }

  /** The same as {@link Transition#status}, for the database. */
  private static String condition(TransitionStatus status) {
    if (status == null) {
      return "1 = 1";
    }
    return switch (status) {
      case PROPOSED -> "authorisedAt is null and refusedAt is null";
      case AUTHORISED ->
          "authorisedAt is not null and reviewFellDueAt is null and expiredAt is null";
      case REVIEW_DUE -> "reviewFellDueAt is not null and expiredAt is null";
      case EXPIRED -> "expiredAt is not null";
      case REFUSED -> "refusedAt is not null";
    };
  }
}
