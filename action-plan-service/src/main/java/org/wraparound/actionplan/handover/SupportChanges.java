package org.wraparound.actionplan.handover;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Step-ups that were authorised. */
@ApplicationScoped
class SupportChanges implements PanacheRepositoryBase<SupportChange, UUID> {

  /** Of these people: what was authorised since, and what is to be reviewed in these days. */
  List<SupportChange> of(
      Collection<UUID> people, Instant since, LocalDate reviewFrom, LocalDate reviewUntil) {
    return people.isEmpty()
        ? List.of()
        : list(
            "personId in ?1 and (authorisedAt >= ?2 or reviewOn between ?3 and ?4) order by reviewOn",
            people,
            since,
            reviewFrom,
            reviewUntil);
  }
}
