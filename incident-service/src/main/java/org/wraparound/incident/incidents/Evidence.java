package org.wraparound.incident.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.kit.access.PersonRecord;

/** What stands behind an incident's record: its versions, requests, reviews and links. */
@ApplicationScoped
public class Evidence {
  private final EntityManager entityManager;

  Evidence(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * All of it for one incident, each list the oldest first.
   *
   * @param links those by which it is a duplicate, or others are of it
   */
  record File(
      List<IncidentVersion> versions,
      List<CorrectionRequest> requests,
      List<Review> reviews,
      List<DuplicateLink> links) {}

  /** An incident as it stands now, with all of it. */
  public IncidentView view(Incident incident) {
    return IncidentView.of(incident, of(incident.id()), Instant.MAX);
  }

  File of(UUID incidentId) {
    return new File(
        versions(incidentId),
        list(
            "from CorrectionRequest where incidentId = :id order by requestedAt, id",
            CorrectionRequest.class,
            incidentId),
        list(
            "from Review where incidentId = :id order by reviewedAt, id", Review.class, incidentId),
        list(
            "from DuplicateLink where incidentId = :id or duplicateOf = :id order by linkedAt, id",
            DuplicateLink.class,
            incidentId));
  }

  /** All who recorded, added to or corrected an incident, by the subjects of their tokens. */
  public Set<String> authors(UUID incidentId) {
    return versions(incidentId).stream().map(IncidentVersion::author).collect(Collectors.toSet());
  }

  private List<IncidentVersion> versions(UUID incidentId) {
    return list(
        "from IncidentVersion where incidentId = :id order by number",
        IncidentVersion.class,
        incidentId);
  }

  Optional<CorrectionRequest> request(UUID requestId) {
    return Optional.ofNullable(entityManager.find(CorrectionRequest.class, requestId));
  }

  /** The link by which the incident is a duplicate now. */
  Optional<DuplicateLink> linkOf(UUID incidentId) {
    return list(
            "from DuplicateLink where incidentId = :id and removedAt is null",
            DuplicateLink.class,
            incidentId)
        .stream()
        .findFirst();
  }

  /** Whether any incident is linked to this one as its duplicate. */
  boolean hasDuplicates(UUID incidentId) {
    return !list(
            "from DuplicateLink where duplicateOf = :id and removedAt is null",
            DuplicateLink.class,
            incidentId)
        .isEmpty();
  }

  /** Adds a piece. */
  public void keep(PersonRecord piece) {
    entityManager.persist(piece);
  }

  private <T extends PersonRecord> List<T> list(String query, Class<T> type, UUID incidentId) {
    return entityManager.createQuery(query, type).setParameter("id", incidentId).getResultList();
  }
}
