package org.wraparound.actionplan.drift;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The extensions of actions that the caller may see. */
@ApplicationScoped
class Extensions implements PanacheRepositoryBase<Extension, UUID> {

  /** All that were asked for, in order. */
  List<Extension> of(UUID actionId) {
    return list("actionId = ?1 order by position", actionId);
  }
}
