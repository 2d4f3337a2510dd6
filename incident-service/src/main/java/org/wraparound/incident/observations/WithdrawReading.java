package org.wraparound.incident.observations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "WithdrawReading",
    example =
        """
        {"reason": "Entered for the wrong tenant."}
        """)
record WithdrawReading(
    @NotBlank(message = "say what is wrong with the reading")
        @Size(max = 4000, message = "write at most 4000 characters")
        String reason) {}
