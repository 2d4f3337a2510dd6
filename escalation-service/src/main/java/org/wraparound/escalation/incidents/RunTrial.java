package org.wraparound.escalation.incidents;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.wraparound.kit.web.ProblemException;

/**
 * Try a policy on past incidents.
 *
 * @param from first moment of the time that is looked at
 * @param to end of it, at most 366 days later
 */
record RunTrial(
    @NotNull(message = "say from when, such as 2026-01-01T00:00:00Z") Instant from,
    @NotNull(message = "say until when, such as 2026-04-01T00:00:00Z") Instant to) {
  private static final Duration LONGEST = Duration.ofDays(366);

  void mustBeATime() {
    if (!from.isBefore(to)) {
      throw ProblemException.invalid("to", "must be later than from");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw ProblemException.invalid("to", "must be at most 366 days later than from");
    }
  }
}
