package org.wraparound.escalation.incidents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.wraparound.escalation.policies.Route;

/**
 * Escalate what crosses no threshold.
 *
 * @param route who must know
 * @param reason why they must; 20 to 4000 characters
 */
record EscalateByHand(
    @NotNull(message = "say who must know: a code of the list escalation-route") Route route,
    @NotBlank(message = "say why they must know")
        @Size(
            min = 20,
            max = 4000,
            message = "say why, in 20 to 4000 characters, so that others can follow the judgement")
        String reason) {}
