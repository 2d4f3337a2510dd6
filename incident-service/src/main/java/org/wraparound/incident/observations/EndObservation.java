package org.wraparound.incident.observations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "EndObservation",
    example =
        """
        {"on": "2026-12-01", "reason": "Settled for a month; the clinical team reviews without it."}
        """)
record EndObservation(
    @Schema(description = "Last day, today or later; when it is today, it ends at once.")
        @NotNull(message = "give the last day, such as 2026-01-31")
        LocalDate on,
    @NotBlank(message = "say why it is no longer observed")
        @Size(max = 4000, message = "write at most 4000 characters")
        String reason) {}
