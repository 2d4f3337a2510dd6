package org.wraparound.kit.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is in whose circle: a projection of what pathway-service owns, kept by {@link CircleFeed}.
 */
@ApplicationScoped
public class AccessGrants implements PanacheRepositoryBase<AccessGrant, AccessGrant.Key> {

  /** The agencies in the person's circle; empty when this service has not heard of the person. */
  public List<AccessGrant> of(UUID personId) {
    return list("personId = ?1 order by agency", personId);
  }

  /** The agencies in each person's circle; a person this service has not heard of has no entry. */
  public Map<UUID, List<AccessGrant>> of(Collection<UUID> personIds) {
    return list("personId in ?1 order by agency", personIds).stream()
        .collect(Collectors.groupingBy(AccessGrant::personId));
  }

  /** The agency is in the circle from now on, at this level. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void grant(UUID personId, String agency, String agencyType, Level level) {
    getEntityManager().merge(new AccessGrant(personId, agency, agencyType, level));
  }

  /** The agency is no longer in the circle. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void revoke(UUID personId, String agency) {
    deleteById(new AccessGrant.Key(personId, agency));
  }
}
