package org.wraparound.escalation.incidents;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Incidents implements PanacheRepositoryBase<IncidentFacts, UUID> {

  /** A person's incidents at most so long before or after a moment, as they happened. */
  List<IncidentFacts> around(UUID personId, Instant moment, Duration window) {
    return list(
        "personId = ?1 and happenedAt between ?2 and ?3 order by happenedAt, id",
        personId,
        moment.minus(window),
        moment.plus(window));
  }
}
