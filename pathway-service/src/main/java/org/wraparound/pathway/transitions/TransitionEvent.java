package org.wraparound.pathway.transitions;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to a transition. */
sealed interface TransitionEvent extends JournalEvent {
  /** The transition it happened to. */
  UUID transitionId();

  @Override
  default UUID aggregateId() {
    return transitionId();
  }

  /** More support was proposed: by a rule, or, without threshold and rule, by hand. */
  record StepUpProposed(
      UUID transitionId,
      String reference,
      UUID personId,
      String provider,
      UUID thresholdId,
      String ruleCode,
      @JsonIgnore Instant occurredAt)
      implements TransitionEvent {}

  /** It was authorised, until its review. */
  record StepUpAuthorised(
      UUID transitionId,
      UUID personId,
      LocalDate startsOn,
      LocalDate reviewOn,
      String authorisedByAgency,
      @JsonIgnore Instant occurredAt)
      implements TransitionEvent {}

  /** It was refused. */
  record StepUpRefused(UUID transitionId, UUID personId, @JsonIgnore Instant occurredAt)
      implements TransitionEvent {}

  /** Its review date has come. */
  record StepUpReviewDue(
      UUID transitionId, UUID personId, LocalDate reviewOn, @JsonIgnore Instant occurredAt)
      implements TransitionEvent {}

  /** Its review day has passed without a review. */
  record StepUpExpired(
      UUID transitionId,
      UUID personId,
      String provider,
      LocalDate reviewOn,
      @JsonIgnore Instant occurredAt)
      implements TransitionEvent {}

  /** It has lasted so long that those around the person are to meet. */
  record StepUpSustained(
      UUID transitionId, UUID personId, String provider, int days, @JsonIgnore Instant occurredAt)
      implements TransitionEvent {}

  /** It has lasted so long that senior management is to review it. */
  record StepUpProlonged(
      UUID transitionId, UUID personId, String provider, int days, @JsonIgnore Instant occurredAt)
      implements TransitionEvent {}
}
