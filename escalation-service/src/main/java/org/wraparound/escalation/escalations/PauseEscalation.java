package org.wraparound.escalation.escalations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Stop the clocks of an escalation for a while.
 *
 * @param reason why its time should not run, 20 to 4000 characters; stays in its record
 * @param until when the clocks run again by themselves
 */
record PauseEscalation(
    @Schema(example = "The person is in hospital; the ward rings when she is well enough to talk.")
        @NotBlank(message = "say why, in a sentence or more")
        @Size(
            min = 20,
            max = 4000,
            message = "say why, in 20 to 4000 characters, so that others can follow it")
        String reason,
    @Schema(example = "2026-11-27T12:00:00Z")
        @NotNull(message = "say when the clocks run again by themselves")
        Instant until) {}
