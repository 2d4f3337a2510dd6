package org.wraparound.escalation.referrals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Say that a referral should never have been.
 *
 * @param reason what went wrong, such as that it is about someone else
 */
@Schema(name = "ReferralEnteredInError")
record EnterInError(
    @NotBlank(message = "say what went wrong")
        @Size(max = 4000, message = "at most 4000 characters")
        String reason) {}
