package org.wraparound.escalation.overrides;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to an override: it is made, once. */
sealed interface OverrideEvent extends JournalEvent {

  /** Someone went by their own judgement instead of the thresholds. */
  record ThresholdOverridden(
      UUID overrideId,
      UUID personId,
      String provider,
      ThresholdOverride.Kind kind,
      UUID evaluationId,
      UUID escalationId,
      String ruleCode,
      Route route,
      @JsonIgnore Instant occurredAt)
      implements OverrideEvent {
    @Override
    public UUID aggregateId() {
      return overrideId;
    }
  }
}
