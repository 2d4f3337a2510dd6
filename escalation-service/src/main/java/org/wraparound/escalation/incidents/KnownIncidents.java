package org.wraparound.escalation.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What is known here of incidents, for other features to quote. */
@ApplicationScoped
public class KnownIncidents {
  private final Incidents incidents;

  KnownIncidents(Incidents incidents) {
    this.incidents = incidents;
  }

  /** Those of the incidents that the caller may see, as they happened. */
  public List<KnownIncident> of(Collection<UUID> ids) {
    return incidents.list("id in ?1 order by happenedAt, id", ids).stream()
        .map(incident -> new KnownIncident(incident.personId(), incident.facts()))
        .toList();
  }
}
