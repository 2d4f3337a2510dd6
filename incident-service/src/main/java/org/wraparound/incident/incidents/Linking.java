package org.wraparound.incident.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.incident.incidents.IncidentEvent.IncidentUnlinked;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;

/** Saying that two records are of one incident, so that it is counted once. */
@ApplicationScoped
class Linking {
  private final Incidents incidents;
  private final Evidence evidence;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Linking(
      Incidents incidents, Evidence evidence, Journal journal, Provenance provenance, Clock clock) {
    this.incidents = incidents;
    this.evidence = evidence;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  Incident link(UUID id, String ifMatch, LinkDuplicate link) {
    // Both are held, always in the same order, so that no chain of links can come about.
    boolean inOrder = id.compareTo(link.duplicateOf()) < 0;
    Incident first = incidents.forChange(inOrder ? id : link.duplicateOf(), null);
    Incident second = incidents.forChange(inOrder ? link.duplicateOf() : id, null);
    Incident incident = inOrder ? first : second;
    EntityTags.honour(ifMatch, incident.version());
    evidence.keep(
        incident.linkTo(
            inOrder ? second : first,
            evidence.hasDuplicates(id),
            link.reason(),
            provenance.caller(),
            clock.instant()));
    journal.append(incident.linked());
    incidents.flush();
    return incident;
  }

  @Transactional
  Incident unlink(UUID id, String ifMatch, UnlinkDuplicate removal) {
    Caller caller = provenance.caller();
    Instant now = clock.instant();
    Incident incident = incidents.forChange(id, ifMatch);
    IncidentUnlinked unlinked = incident.unlink(caller, now);
    journal.append(unlinked);
    incidents
        .findByIdOptional(unlinked.duplicateOf(), LockModeType.PESSIMISTIC_WRITE)
        .ifPresent(original -> original.duplicatesChanged(now));
    evidence.linkOf(id).ifPresent(link -> link.remove(removal.reason(), caller.userId(), now));
    incidents.flush();
    return incident;
  }
}
