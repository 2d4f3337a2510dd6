package org.wraparound.escalation.policies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a pattern can look back at: the incidents of one key, and what was escalated of them. */
public interface Past {
  /** No other incident, for conditions without a pattern. */
  Past NONE =
      new Past() {
        @Override
        public List<Facts> incidents() {
          return List.of();
        }

        @Override
        public Optional<Instant> countedUntil() {
          return Optional.empty();
        }
      };

  /** The incidents around the one at hand and itself, in the order in which they happened. */
  List<Facts> incidents();

  /** When the latest incident happened that an escalation of the rule counted already. */
  Optional<Instant> countedUntil();
}
