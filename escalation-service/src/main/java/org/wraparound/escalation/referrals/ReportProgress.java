package org.wraparound.escalation.referrals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Say what is being done about a referral.
 *
 * @param words to the sender
 */
@Schema(name = "ReportReferralProgress")
record ReportProgress(
    @NotBlank(message = "say what is being done")
        @Size(max = 4000, message = "at most 4000 characters")
        String words) {}
