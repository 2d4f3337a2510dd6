package org.wraparound.escalation.enquiries;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Complete a stage of an enquiry.
 *
 * @param note what was done; at most 4000 characters
 */
@Schema(
    name = "CompleteStage",
    example =
        """
        {"note": "Met the person with their advocate; agreed who is asked what."}
        """)
record CompleteStage(
    @NotBlank(message = "say what was done")
        @Size(max = 4000, message = "write at most 4000 characters")
        String note) {}
