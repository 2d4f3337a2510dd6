package org.wraparound.actionplan.guidance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a page must not be worked by any more. */
@Schema(example = "{\"reason\": \"He has moved; his new team writes its own.\"}")
record WithdrawGuidance(
    @NotBlank(message = "say why it must not be worked by any more")
        @Size(max = 4000, message = "use at most 4000 characters")
        String reason) {}
