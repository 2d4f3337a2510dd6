package org.wraparound.escalation.quality;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.SeenFact;

/**
 * Escalations of one rule to one route on the same facts, which were decided differently.
 *
 * @param facts what each of them was raised on
 * @param decisions what was decided, the most frequent first
 */
record LikeCases(String ruleCode, String route, List<LikeFact> facts, List<Decided> decisions) {

  /** A fact that all of them share. */
  record LikeFact(String fact, String value) {}

  /**
   * @param s42Outcome null where no local authority decided
   * @param count how many were decided so in the period
   * @param escalationIds the latest of them, at most 50
   */
  record Decided(String decision, String s42Outcome, long count, List<UUID> escalationIds) {}

  /** A decision as the database finds it. */
  record Row(String likeness, String decision, String s42Outcome, UUID escalationId, Long count) {}

  static List<LikeFact> facts(List<SeenFact> seen) {
    return seen.stream()
        .map(fact -> new LikeFact(fact.fact(), fact.value()))
        .distinct()
        .sorted(Comparator.comparing(LikeFact::fact).thenComparing(LikeFact::value))
        .toList();
  }
}
