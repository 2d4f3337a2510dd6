package org.wraparound.actionplan.plans;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to a plan. The time is on the envelope. */
@JsonIgnoreProperties("occurredAt")
sealed interface PlanEvent extends JournalEvent {
  /** The plan. */
  UUID planId();

  @Override
  default UUID aggregateId() {
    return planId();
  }

  record PlanOpened(
      UUID planId,
      String reference,
      UUID personId,
      PlanKind kind,
      String provider,
      UUID escalationId,
      String template,
      Instant occurredAt)
      implements PlanEvent {}

  record PlanExtended(UUID planId, UUID personId, UUID escalationId, Instant occurredAt)
      implements PlanEvent {}

  record PlanClosed(UUID planId, UUID personId, Instant occurredAt) implements PlanEvent {}
}
