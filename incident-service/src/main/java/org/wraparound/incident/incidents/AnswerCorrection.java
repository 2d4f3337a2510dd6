package org.wraparound.incident.incidents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An answer to a request for a correction.
 *
 * @param corrections the fields as they are from now on; null is as proposed
 */
@Schema(
    name = "AnswerCorrection",
    example =
        """
        {"accepted": true, "reason": "The day centre's log shows the same."}
        """)
record AnswerCorrection(
    @NotNull(message = "say whether the record is corrected") Boolean accepted,
    @NotBlank(message = "say why") @Size(max = 4000, message = "write at most 4000 characters")
        String reason,
    @Valid ReportIncident corrections) {}
