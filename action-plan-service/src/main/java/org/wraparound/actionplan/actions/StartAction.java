package org.wraparound.actionplan.actions;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The owner begins. */
@Schema(example = "{}")
record StartAction(
    @Schema(
            description =
                "Who takes a proposed action on by starting it; without it, who starts it does.")
        @Size(max = 200, message = "use at most 200 characters")
        String ownerName) {}
