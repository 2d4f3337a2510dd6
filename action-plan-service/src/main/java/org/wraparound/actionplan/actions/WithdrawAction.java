package org.wraparound.actionplan.actions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an action will not be done. */
@Schema(
    example =
        """
        {"reason": "The other tenant has moved out, so the lounge is no longer shared."}
        """)
record WithdrawAction(
    @NotBlank(message = "say why it will not be done")
        @Size(max = 4000, message = "use at most 4000 characters")
        String reason) {}
