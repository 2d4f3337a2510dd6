package org.wraparound.pathway.transitions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A transition, as callers see it. */
@Schema(name = "Transition")
record TransitionView(
    UUID id,
    String reference,
    TransitionKind kind,
    @Schema(description = "Derived from what happened, never set") TransitionStatus status,
    UUID personId,
    String provider,
    @Schema(description = "The rule firing that proposed it; null when proposed by hand")
        UUID thresholdId,
    String ruleCode,
    UUID escalationId,
    List<UUID> incidentIds,
    @Schema(description = "In words, when proposed by hand") String threshold,
    String proposalRationale,
    Instant proposedAt,
    @Schema(description = "Subject of the token; SYSTEM for a rule") String proposedBy,
    @Schema(description = "null until it is authorised") Authorisation authorisation,
    @Schema(description = "null unless it was refused") Refusal refusal) {

  /** On which terms it was authorised, and by whom. */
  @Schema(name = "StepUpAuthorisation")
  record Authorisation(
      Instant authorisedAt,
      String authorisedBy,
      String authorisedByAgency,
      LocalDate startsOn,
      LocalDate reviewOn,
      String rationale,
      AuthoriseStepUp.DeEscalationPlan deEscalationPlan,
      @Schema(description = "Added cost a week") AuthoriseStepUp.WeeklyCost weeklyCost,
      AuthoriseStepUp.PersonInvolvement personInvolvement,
      Instant reviewFellDueAt,
      @Schema(description = "null unless the review day passed without a review")
          Instant expiredAt) {}

  /** Why it was refused, and by whom. */
  @Schema(name = "StepUpRefusal")
  record Refusal(Instant refusedAt, String refusedBy, String refusedByAgency, String reason) {}
}
