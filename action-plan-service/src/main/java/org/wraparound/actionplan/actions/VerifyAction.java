package org.wraparound.actionplan.actions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check of a completed action found. */
@Schema(
    example =
        """
        {"impact": "ACHIEVED",
         "finding": "One noise-led incident in four weeks, down from seven."}
        """)
record VerifyAction(
    @NotNull(message = "say whether it achieved what was intended, from the list impact")
        Impact impact,
    @NotBlank(message = "say what you looked at and what you found")
        @Size(max = 4000, message = "use at most 4000 characters")
        String finding) {}
