package org.wraparound.escalation.escalations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.wraparound.kit.web.ProblemException;

/**
 * Decide what an escalation leads to.
 *
 * @param rationale why, for whoever asks later; 20 to 4000 characters
 * @param immediateSafetyConfirmed whether it is confirmed that everyone is safe for now
 * @param immediateSafetyExplanation why it is not confirmed, where it is not; 20 to 4000 characters
 */
record DecideEscalation(
    @NotNull(message = "say which: REFERRAL, MEETING, ACTIONS_ONLY or NO_FURTHER_ACTION")
        Decision decision,
    @NotBlank(message = "say why, in a sentence or more")
        @Size(
            min = 20,
            max = 4000,
            message = "say why, in 20 to 4000 characters, so that others can follow the decision")
        String rationale,
    @NotNull(message = "say whether everyone's immediate safety is confirmed: true or false")
        Boolean immediateSafetyConfirmed,
    @Size(min = 20, max = 4000, message = "explain in 20 to 4000 characters")
        String immediateSafetyExplanation) {

  /** Safety that is not confirmed must be explained. */
  void mustExplainSafety() {
    if (!immediateSafetyConfirmed
        && (immediateSafetyExplanation == null || immediateSafetyExplanation.isBlank())) {
      throw ProblemException.invalid(
          "immediateSafetyExplanation",
          "say why immediate safety is not confirmed and what is being done about it");
    }
  }
}
