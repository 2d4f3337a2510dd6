package org.wraparound.actionplan.drift;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A later due day is asked for. */
@Schema(
    example =
        """
        {"dueOn": "2030-04-30", "reason": "The fitter cannot come before the second week of April."}
        """)
record AskExtension(
    @Schema(description = "The new last day to do it, Europe/London; later than the one it has.")
        @NotNull(message = "give the new last day to do it, such as 2026-01-31")
        LocalDate dueOn,
    @NotBlank(message = "say why it cannot be done by its day")
        @Size(max = 4000, message = "use at most 4000 characters")
        String reason) {}
