package org.wraparound.actionplan.handover;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.access.PersonRecord;

/** Where people are supported. */
@ApplicationScoped
class Residents implements PanacheRepositoryBase<Resident, UUID> {

  /** People who are supported in the setting. */
  List<UUID> of(String settingId, int limit) {
    return find("settingId = ?1 order by personId", settingId).page(0, limit).list().stream()
        .map(PersonRecord::personId)
        .toList();
  }
}
