package org.wraparound.escalation.policies;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What patterns look back at in tests. */
final class Pasts {
  private Pasts() {}

  /** These incidents, of which nothing was escalated. */
  static Past of(List<Facts> incidents) {
    return of(incidents, null);
  }

  /** These incidents, of which an escalation counted those until a moment. */
  static Past of(List<Facts> incidents, Instant countedUntil) {
    List<Facts> asTheyHappened =
        incidents.stream()
            .sorted(Comparator.comparing(Facts::happenedAt).thenComparing(Facts::incidentId))
            .toList();
    return new Past() {
      @Override
      public List<Facts> incidents() {
        return asTheyHappened;
      }

      @Override
      public Optional<Instant> countedUntil() {
        return Optional.ofNullable(countedUntil);
      }
    };
  }
}
