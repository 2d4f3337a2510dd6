package org.wraparound.escalation.communication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.kit.Provenance;

/** Asking how a person is safely told about. */
@ApplicationScoped
public class SafeCommunications {
  /** Kind of due date: the day on which a version in force was to be reviewed has passed. */
  public static final String REVIEW_OVERDUE = "safe-communication-review";

  private final Rows rows;
  private final Provenance provenance;

  SafeCommunications(Rows rows, Provenance provenance) {
    this.rows = rows;
    this.provenance = provenance;
  }

  /**
   * What is arranged for the person now, whoever asks: an agency that may not read the arrangement
   * must obey it all the same. Empty when nothing is.
   */
  public Optional<SafeCommunication> of(UUID personId) {
    return rows.find("personId", personId).firstResultOptional().map(InForce::rules);
  }

  /**
   * A review that is awaited.
   *
   * @param agency that arranged what is to be reviewed
   */
  public record Review(UUID personId, String agency) {}

  /** The review of a version; empty when another version has taken its place. */
  public Optional<Review> review(UUID versionId) {
    return rows.findByIdOptional(versionId)
        .map(inForce -> new Review(inForce.personId(), inForce.agency()));
  }

  /**
   * What the caller, who reads of these people, must honour; no entry for a person of whom nothing
   * is arranged, or whose arrangement guards against the caller's own agency.
   */
  public Map<UUID, ToHonour> toHonour(Collection<UUID> personIds) {
    String reader = provenance.caller().agency();
    return rows.list("personId in ?1", personIds).stream()
        .filter(inForce -> reader == null || !inForce.rules().avoids(reader))
        .collect(Collectors.toMap(InForce::personId, InForce::toHonour));
  }

  /** The versions in force. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<InForce, UUID> {}
}
