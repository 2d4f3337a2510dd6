package org.wraparound.escalation.communication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;

@ApplicationScoped
class Arrangements implements PanacheRepositoryBase<Arrangement, UUID> {

  Optional<Arrangement> inForce(UUID personId) {
    return find("personId = ?1 and replacedAt is null", personId).firstResultOptional();
  }

  /** All versions, the latest first; one more than the page holds. */
  List<Arrangement> page(UUID personId, PageRequest page) {
    // ids are in the order of the versions
    return (page.after() == null
            ? find("personId = ?1 order by id desc", personId)
            : find("personId = ?1 and id < ?2 order by id desc", personId, page.after().uuid(0)))
        .page(0, page.fetch())
        .list();
  }
}
