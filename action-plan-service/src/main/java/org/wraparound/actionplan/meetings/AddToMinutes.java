package org.wraparound.actionplan.meetings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Adds to finalised minutes. */
@Schema(
    example =
        """
        {"text": "The fire service had sent apologies; they were read out late.",
         "reason": "Left out of the attendance."}
        """)
record AddToMinutes(
    @NotBlank(message = "say what is to be added")
        @Size(max = 8000, message = "use at most 8000 characters")
        String text,
    @NotBlank(message = "say why it is added")
        @Size(max = 2000, message = "use at most 2000 characters")
        String reason) {}
