package org.wraparound.escalation.referrals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Refuse a referral.
 *
 * @param words to the sender: why, and what they can do instead
 */
@Schema(
    name = "RejectReferral",
    example =
        """
        {"reason": "CRITERIA_NOT_MET", "words": "We take referrals from age 18. The children's team will help."}
        """)
record RejectReferral(
    @NotNull(message = "choose a code of the list referral-rejection-reason")
        RejectionReason reason,
    @NotBlank(message = "tell the sender why, and what they can do instead")
        @Size(max = 4000, message = "at most 4000 characters")
        String words) {}
