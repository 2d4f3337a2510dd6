package org.wraparound.escalation.referrals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Say what a referral came to.
 *
 * @param words what was done and found
 * @param feedback to whoever referred: what they did well, what would have helped; or null
 */
@Schema(
    name = "CompleteReferral",
    example =
        """
        {
          "outcome": "ENQUIRY_STARTED",
          "words": "An enquiry has begun; a social worker leads it and will call the home on Monday.",
          "feedback": "The dated account of visits let us decide on the same day."
        }
        """)
record CompleteReferral(
    @NotNull(message = "choose a code of the list referral-outcome") Outcome outcome,
    @NotBlank(message = "say what was done and found")
        @Size(max = 4000, message = "at most 4000 characters")
        String words,
    @Size(max = 4000, message = "at most 4000 characters") String feedback) {}
