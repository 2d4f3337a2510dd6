package org.wraparound.escalation.policies;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a condition found.
 *
 * @param saw the facts it looked at
 * @param because those of them that made the outcome
 */
public record Finding(Outcome outcome, List<SeenFact> saw, List<SeenFact> because) {

  /** Whether a condition holds. What is not yet recorded is neither yes nor no. */
  public enum Outcome {
    HOLDS,
    DOES_NOT_HOLD,
    NOT_YET_RECORDED;

    Outcome negated() {
      return switch (this) {
        case HOLDS -> DOES_NOT_HOLD;
        case DOES_NOT_HOLD -> HOLDS;
        case NOT_YET_RECORDED -> NOT_YET_RECORDED;
      };
    }
  }

  /** Whether the condition holds. */
  public boolean holds() {
    return outcome == Outcome.HOLDS;
  }

  /**
   * Several findings as one.
   *
   * @param decisive the outcome that one of them is enough for
   */
  static Finding combined(List<Finding> parts, Outcome decisive) {
    Outcome outcome =
        Stream.of(decisive, Outcome.NOT_YET_RECORDED)
            .filter(candidate -> parts.stream().anyMatch(part -> part.outcome == candidate))
            .findFirst()
            .orElse(decisive.negated());
    return new Finding(
        outcome,
        parts.stream().flatMap(part -> part.saw.stream()).toList(),
        parts.stream()
            .filter(part -> part.outcome == outcome)
            .flatMap(part -> part.because.stream())
            .toList());
  }
}
