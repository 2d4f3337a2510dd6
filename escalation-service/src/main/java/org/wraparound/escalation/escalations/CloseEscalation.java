package org.wraparound.escalation.escalations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Close an escalation.
 *
 * @param reason why it is done with; at most 4000 characters
 */
record CloseEscalation(
    @NotBlank(message = "say why it can be closed")
        @Size(max = 4000, message = "at most 4000 characters")
        String reason) {}
