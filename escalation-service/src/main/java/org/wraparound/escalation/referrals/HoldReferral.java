package org.wraparound.escalation.referrals;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Let a referral rest for a time.
 *
 * @param words to the sender; needed where the code is OTHER
 * @param until last day on which it rests, Europe/London
 */
@Schema(
    name = "HoldReferral",
    example =
        """
        {"reason": "IN_HOSPITAL", "until": "2026-12-01"}
        """)
record HoldReferral(
    @NotNull(message = "choose a code of the list referral-hold-reason") HoldReason reason,
    @Size(max = 4000, message = "at most 4000 characters") String words,
    @NotNull(message = "say until which day it rests") LocalDate until) {}
