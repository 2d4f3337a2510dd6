package org.wraparound.actionplan.actions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the agency does not take the action on. */
@Schema(
    example =
        """
        {"reason": "Swallowing is assessed by the hospital team for people on this pathway."}
        """)
record DeclineAction(
    @NotBlank(message = "say why your agency does not take it on")
        @Size(max = 4000, message = "use at most 4000 characters")
        String reason) {}
