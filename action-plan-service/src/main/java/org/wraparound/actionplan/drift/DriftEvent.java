package org.wraparound.actionplan.drift;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** What happens around the due day of an action. The time is on the envelope. */
@JsonIgnoreProperties("occurredAt")
sealed interface DriftEvent extends JournalEvent {
  /** The action. */
  UUID actionId();

  @Override
  default UUID aggregateId() {
    return actionId();
  }

  record ActionReminder(
      UUID actionId,
      UUID planId,
      UUID personId,
      String ownerAgency,
      LocalDate dueOn,
      Instant occurredAt)
      implements DriftEvent {}

  record ActionDriftClimbed(
      UUID actionId,
      String reference,
      UUID planId,
      UUID personId,
      String provider,
      String ownerAgency,
      Rung rung,
      String toAgency,
      LocalDate dueOn,
      Instant occurredAt)
      implements DriftEvent {}

  /**
   * Its day was moved later.
   *
   * @param from the day it was
   */
  record ActionExtended(
      UUID actionId,
      UUID planId,
      UUID personId,
      String ownerAgency,
      LocalDate from,
      LocalDate dueOn,
      Instant occurredAt)
      implements DriftEvent {}

  record ActionExtensionRefused(
      UUID actionId,
      String reference,
      UUID planId,
      UUID personId,
      String provider,
      String ownerAgency,
      LocalDate dueOn,
      LocalDate askedFor,
      List<String> toAgencies,
      Instant occurredAt)
      implements DriftEvent {}

  record ActionBarrierRaised(
      UUID actionId,
      UUID barrierId,
      UUID planId,
      UUID personId,
      String ownerAgency,
      String kind,
      String removableBy,
      String removableByRole,
      Instant occurredAt)
      implements DriftEvent {}

  record ActionBarrierRemoved(
      UUID actionId,
      UUID barrierId,
      UUID planId,
      UUID personId,
      String ownerAgency,
      String kind,
      String removedByAgency,
      Instant occurredAt)
      implements DriftEvent {}
}
