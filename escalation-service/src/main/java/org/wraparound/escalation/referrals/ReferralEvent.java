package org.wraparound.escalation.referrals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.disclosures.Basis;
import org.wraparound.escalation.disclosures.Consent;
import org.wraparound.escalation.disclosures.DisclosedContent;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to a referral from when it is sent. Drafts are nobody else's concern. */
sealed interface ReferralEvent extends JournalEvent {
  /** Which referral, between whom. */
  Parties parties();

  @Override
  default UUID aggregateId() {
    return parties().referralId();
  }

  @Override
  default UUID personId() {
    return parties().personId();
  }

  /** Which referral, between whom, what for; at the top of each event. */
  record Parties(
      UUID referralId,
      String reference,
      UUID personId,
      String sender,
      String recipientAgency,
      Purpose purpose) {}

  /** It was sent. */
  record ReferralSent(
      @JsonUnwrapped Parties parties,
      UUID escalationId,
      List<UUID> incidentIds,
      Consent.Answer consent,
      String lawfulBasis,
      Basis.Condition condition,
      Instant respondBy,
      @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** The recipient has it. */
  record ReferralReceived(@JsonUnwrapped Parties parties, @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** The recipient takes it on. */
  record ReferralAccepted(@JsonUnwrapped Parties parties, @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** The recipient does not take it on. */
  record ReferralRejected(
      @JsonUnwrapped Parties parties, RejectionReason reason, @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** The recipient needs to know more; until then no answer is awaited. */
  record ReferralInformationRequested(
      @JsonUnwrapped Parties parties, @JsonIgnore Instant occurredAt) implements ReferralEvent {}

  /** The sender has answered. */
  record ReferralInformationGiven(
      @JsonUnwrapped Parties parties,
      List<DisclosedContent> content,
      Instant respondBy,
      @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** The recipient works on it. */
  record ReferralProgressed(@JsonUnwrapped Parties parties, @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** The recipient lets it rest. */
  record ReferralHeld(
      @JsonUnwrapped Parties parties,
      HoldReason reason,
      LocalDate until,
      @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** Its rest is over. */
  record ReferralResumed(@JsonUnwrapped Parties parties, @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** The recipient is done with it. */
  record ReferralCompleted(
      @JsonUnwrapped Parties parties, Outcome outcome, @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** The sender has read outcome and feedback. */
  record ReferralFeedbackRead(@JsonUnwrapped Parties parties, @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** It was not answered, and the recipient is reminded. */
  record ReferralChased(
      @JsonUnwrapped Parties parties, int chases, Instant respondBy, @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** The sender takes it back. */
  record ReferralCancelled(
      @JsonUnwrapped Parties parties, CancellationReason reason, @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}

  /** It should never have been. */
  record ReferralEnteredInError(@JsonUnwrapped Parties parties, @JsonIgnore Instant occurredAt)
      implements ReferralEvent {}
}
