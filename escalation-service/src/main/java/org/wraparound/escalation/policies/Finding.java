package org.wraparound.escalation.policies;

import java.util.List;
import java.util.function.Function;

/**
 * What a condition found.
 *
 * @param saw the facts it looked at
 * @param because those of them that made the outcome
 * @param counted the incidents that a pattern counted, other people's too, as they happened
 */
public record Finding(
    Outcome outcome, List<SeenFact> saw, List<SeenFact> because, List<Facts> counted) {

  Finding(Outcome outcome, List<SeenFact> saw, List<SeenFact> because) {
    this(outcome, saw, because, List.of());
  }

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
    Outcome outcome = combined(parts, Finding::outcome, decisive);
    return new Finding(
        outcome,
        parts.stream().flatMap(part -> part.saw.stream()).toList(),
        parts.stream()
            .filter(part -> part.outcome == outcome)
            .flatMap(part -> part.because.stream())
            .toList(),
        parts.stream().flatMap(part -> part.counted.stream()).distinct().toList());
  }

  /** The outcome alone of several parts, looking at no more of them than it takes. */
  static <T> Outcome combined(List<T> parts, Function<T, Outcome> outcome, Outcome decisive) {
    Outcome combined = decisive.negated();
    for (T part : parts) {
      Outcome one = outcome.apply(part);
      if (one == decisive) {
        return decisive;
      }
      if (one == Outcome.NOT_YET_RECORDED) {
        combined = one;
      }
    }
    return combined;
  }
}
