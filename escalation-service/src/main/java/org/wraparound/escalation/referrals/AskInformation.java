package org.wraparound.escalation.referrals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Ask the sender for more.
 *
 * @param question what is needed to go on
 */
@Schema(name = "AskReferralInformation")
record AskInformation(
    @NotBlank(message = "say what you need to know")
        @Size(max = 4000, message = "at most 4000 characters")
        String question) {}
