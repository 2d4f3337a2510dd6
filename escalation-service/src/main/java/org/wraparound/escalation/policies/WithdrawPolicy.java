package org.wraparound.escalation.policies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Give up a policy that is not in force yet.
 *
 * @param reason why; 10 to 4000 characters
 */
record WithdrawPolicy(
    @NotBlank(message = "say why it is given up")
        @Size(min = 10, max = 4000, message = "say why in 10 to 4000 characters")
        String reason) {}
