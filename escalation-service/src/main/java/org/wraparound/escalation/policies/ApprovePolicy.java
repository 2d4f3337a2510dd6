package org.wraparound.escalation.policies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Approve a policy that a colleague drafted.
 *
 * @param inForceFrom from when it applies; at once where nothing is said, never in the past
 * @param note on what it was approved, for whoever asks later; 10 to 4000 characters
 */
record ApprovePolicy(
    Instant inForceFrom,
    @NotBlank(message = "say on what it is approved, such as a meeting and its date")
        @Size(min = 10, max = 4000, message = "say it in 10 to 4000 characters")
        String note) {}
