package org.wraparound.actionplan.actions;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to an action. The time is on the envelope. */
@JsonIgnoreProperties("occurredAt")
sealed interface ActionEvent extends JournalEvent {
  /** The action. */
  UUID actionId();

  @Override
  default UUID aggregateId() {
    return actionId();
  }

  record ActionAgreed(
      UUID actionId,
      String reference,
      UUID planId,
      UUID personId,
      Party party,
      String ownerAgency,
      String ownerRole,
      LocalDate dueOn,
      OutcomeDomain outcomeDomain,
      String template,
      UUID escalationId,
      Instant occurredAt)
      implements ActionEvent {}

  record ActionCompleted(
      UUID actionId, UUID planId, UUID personId, String ownerAgency, Instant occurredAt)
      implements ActionEvent {}

  record ActionVerified(
      UUID actionId, UUID planId, UUID personId, Impact impact, Instant occurredAt)
      implements ActionEvent {}

  record ActionReopened(
      UUID actionId, UUID planId, UUID personId, String ownerAgency, Instant occurredAt)
      implements ActionEvent {}

  record ActionWithdrawn(
      UUID actionId, UUID planId, UUID personId, String ownerAgency, Instant occurredAt)
      implements ActionEvent {}

  record ActionReassigned(
      UUID actionId, UUID planId, UUID personId, String ownerAgency, Instant occurredAt)
      implements ActionEvent {}

  record ActionOverdue(
      UUID actionId,
      UUID planId,
      UUID personId,
      String ownerAgency,
      LocalDate dueOn,
      Instant occurredAt)
      implements ActionEvent {}
}
