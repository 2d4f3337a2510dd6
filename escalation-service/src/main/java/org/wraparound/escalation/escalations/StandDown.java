package org.wraparound.escalation.escalations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Stand an escalation down against its rule.
 *
 * @param reason why it need not be answered; 20 to 4000 characters
 */
record StandDown(
    @NotBlank(message = "say why it need not be answered")
        @Size(
            min = 20,
            max = 4000,
            message = "say why, in 20 to 4000 characters, so that others can follow the judgement")
        String reason) {}
