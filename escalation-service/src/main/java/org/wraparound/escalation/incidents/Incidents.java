package org.wraparound.escalation.incidents;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.Facts;

@ApplicationScoped
class Incidents implements PanacheRepositoryBase<IncidentFacts, UUID> {

  /** A person's incidents at most so long before or after a moment, as they happened. */
  List<Facts> around(UUID personId, Instant moment, Duration window) {
    return find(
            "select id, happenedAt, known from IncidentFacts"
                + " where personId = ?1 and happenedAt between ?2 and ?3 order by happenedAt, id",
            personId,
            moment.minus(window),
            moment.plus(window))
        .project(Facts.class)
        .list();
  }
}
