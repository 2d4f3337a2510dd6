package org.wraparound.actionplan.guidance;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a senior makes of the answers.
 *
 * @param note for the coaching; needed with COACH
 */
@Schema(
    example =
        """
        {"result": "COACH", "note": "Knows the signs; walk through the first step on Tuesday's late."}
        """)
record AssessAnswers(
    @NotNull(message = "say UNDERSTOOD or COACH") Understanding result,
    @Size(max = 2000, message = "use at most 2000 characters") String note) {}
