package org.wraparound.escalation.policies;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The coded facts of one incident.
 *
 * @param known fact to its codes: an empty list is "none", an absent fact is "not yet recorded"
 */
public record Facts(UUID incidentId, Instant happenedAt, Map<String, List<String>> known) {

  /** The codes of a fact; empty when it is not yet recorded. */
  Optional<List<String>> of(Fact fact) {
    return Optional.ofNullable(known.get(fact.code()));
  }
}
