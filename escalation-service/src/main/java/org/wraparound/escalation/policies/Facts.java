package org.wraparound.escalation.policies;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The coded facts of what is put to the rules: of one incident, most of all.
 *
 * @param incidentId the incident; for another trigger the action, reading or step-up
 * @param known fact to its codes: an empty list is "none", an absent fact is "not yet recorded"
 */
public record Facts(
    UUID incidentId,
    UUID personId,
    String provider,
    Instant happenedAt,
    Map<String, List<String>> known) {

  /** Where it was, as the provider calls it; null when that is not recorded. */
  public String setting() {
    List<String> setting = known.get(Fact.SETTING_ID.code());
    return setting == null ? null : setting.get(0);
  }

  /** The codes of a fact; empty when it is not yet recorded. */
  Optional<List<String>> of(Fact fact) {
    return Optional.ofNullable(known.get(fact.code()));
  }
}
