package org.wraparound.actionplan.actions;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to an action. The time is on the envelope. */
@JsonIgnoreProperties("occurredAt")
public sealed interface ActionEvent extends JournalEvent {
  /** The action. */
  UUID actionId();

  @Override
  default UUID aggregateId() {
    return actionId();
  }

  /** What is asked or agreed, in codes. */
  record Particulars(
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
      UUID escalationId) {}

  /** It is asked of an agency, which has not taken it on yet. */
  record ActionProposed(@JsonUnwrapped Particulars what, Instant occurredAt)
      implements ActionEvent {
    @Override
    public UUID actionId() {
      return what.actionId();
    }

    @Override
    public UUID personId() {
      return what.personId();
    }
  }

  /** A named person of the owning agency has it to do. */
  record ActionAgreed(@JsonUnwrapped Particulars what, Instant occurredAt) implements ActionEvent {
    @Override
    public UUID actionId() {
      return what.actionId();
    }

    @Override
    public UUID personId() {
      return what.personId();
    }
  }

  /** The agency it was asked of does not take it on. */
  record ActionDeclined(
      UUID actionId, UUID planId, UUID personId, String ownerAgency, Instant occurredAt)
      implements ActionEvent {}

  /** Another agency, or another person of the same, is to do it. */
  record ActionReassigned(
      UUID actionId, UUID planId, UUID personId, String ownerAgency, Instant occurredAt)
      implements ActionEvent {}

  /**
   * Its terms were changed.
   *
   * @param status PROPOSED where the owner has to agree to them anew
   */
  record ActionAmended(
      UUID actionId,
      UUID planId,
      UUID personId,
      String ownerAgency,
      LocalDate dueOn,
      ActionStatus status,
      Instant occurredAt)
      implements ActionEvent {}

  /** The owner has begun. */
  record ActionStarted(
      UUID actionId, UUID planId, UUID personId, String ownerAgency, Instant occurredAt)
      implements ActionEvent {}

  /** A step towards it was made. */
  record ActionMilestoneReached(
      UUID actionId, UUID planId, UUID personId, int position, Instant occurredAt)
      implements ActionEvent {}

  /** The day of a review point has come. */
  record ActionReviewDue(
      UUID actionId,
      UUID planId,
      UUID personId,
      String ownerAgency,
      LocalDate reviewOn,
      Instant occurredAt)
      implements ActionEvent {}

  /** It was looked at whether it is on track. */
  record ActionReviewed(
      UUID actionId, UUID planId, UUID personId, boolean onTrack, Instant occurredAt)
      implements ActionEvent {}

  /** The owner says that it is done, and shows it. */
  record ActionCompleted(
      UUID actionId, UUID planId, UUID personId, String ownerAgency, Instant occurredAt)
      implements ActionEvent {}

  /**
   * It was checked.
   *
   * @param followUpId the action that takes on what was not achieved, or null
   */
  record ActionVerified(
      UUID actionId, UUID planId, UUID personId, Impact impact, UUID followUpId, Instant occurredAt)
      implements ActionEvent {}

  /** The day has come to repeat a check that found it too early to say. */
  record ActionCheckDue(
      UUID actionId,
      UUID planId,
      UUID personId,
      String ownerAgency,
      LocalDate checkAgainOn,
      Instant occurredAt)
      implements ActionEvent {}

  /** It did not work, and is to be done. */
  record ActionReopened(
      UUID actionId, UUID planId, UUID personId, String ownerAgency, Instant occurredAt)
      implements ActionEvent {}

  /** It will not be done. */
  record ActionWithdrawn(
      UUID actionId, UUID planId, UUID personId, String ownerAgency, Instant occurredAt)
      implements ActionEvent {}

  /** Its day has ended and it is still to be done. */
  record ActionOverdue(
      UUID actionId,
      UUID planId,
      UUID personId,
      String ownerAgency,
      LocalDate dueOn,
      Instant occurredAt)
      implements ActionEvent {}
}
