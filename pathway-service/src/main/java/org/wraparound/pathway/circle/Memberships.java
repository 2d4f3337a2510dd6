package org.wraparound.pathway.circle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;

@ApplicationScoped
class Memberships implements PanacheRepositoryBase<Membership, UUID> {

  /** The place of the provider whose record the person is; it exists for each person one sees. */
  Optional<Membership> ofOwner(UUID personId) {
    return find("personId = ?1 and member = agency", personId).firstResultOptional();
  }

  /** The same, held until the transaction ends, so that a circle changes one step at a time. */
  Optional<Membership> lockOwner(UUID personId) {
    return find("personId = ?1 and member = agency", personId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The agency's place, if it is in the circle now. */
  Optional<Membership> live(UUID personId, String member) {
    return find("personId = ?1 and member = ?2 and endedAt is null", personId, member)
        .firstResultOptional();
  }

  /** Those in the circle now, by code of agency; one more than the page holds. */
  List<Membership> page(UUID personId, PageRequest page) {
    String after = page.after() == null ? "" : page.after().parts().get(0);
    return find(
            "personId = ?1 and endedAt is null and member > ?2 order by member", personId, after)
        .page(0, page.fetch())
        .list();
  }
}
