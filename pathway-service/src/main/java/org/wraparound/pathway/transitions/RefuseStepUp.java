package org.wraparound.pathway.transitions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposed step-up is refused. */
@Schema(
    name = "RefuseStepUp",
    example = "{\"reason\": \"Separate lounges solve it without more staff.\"}")
record RefuseStepUp(
    @NotBlank(message = "say why it is refused")
        @Size(max = 4000, message = "write at most 4000 characters")
        String reason) {}
