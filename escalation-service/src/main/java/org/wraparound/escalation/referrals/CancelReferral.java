package org.wraparound.escalation.referrals;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Take a referral back.
 *
 * @param words to the recipient; needed where the code is OTHER
 */
@Schema(name = "CancelReferral")
record CancelReferral(
    @NotNull(message = "choose a code of the list referral-cancellation-reason")
        CancellationReason reason,
    @Size(max = 4000, message = "at most 4000 characters") String words) {}
