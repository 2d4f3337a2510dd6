package org.wraparound.actionplan.drift;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A barrier is out of the way. */
@Schema(example = "{\"done\": \"Paid from the small works fund; order placed on Monday.\"}")
record RemoveBarrier(
    @Schema(description = "What was done to remove it.")
        @NotBlank(message = "say what was done to remove it")
        @Size(max = 4000, message = "use at most 4000 characters")
        String done) {}
