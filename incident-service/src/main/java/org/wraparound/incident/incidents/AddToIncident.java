package org.wraparound.incident.incidents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An addendum.
 *
 * @param text what is added in words
 * @param additions fields that were not yet recorded
 */
@Schema(
    name = "AddToIncident",
    description = "An addendum: in words, as fields that were not yet recorded, or both.",
    example =
        """
        {
          "reason": "Seen when the shift was handed over",
          "text": "The bruise on the forearm was not there in the morning.",
          "additions": {"bodyMap": [{"view": "FRONT", "region": "LEFT_FOREARM", "mark": "BRUISE"}]}
        }
        """)
record AddToIncident(
    @NotBlank(message = "say why it is added now")
        @Size(max = 4000, message = "write at most 4000 characters")
        String reason,
    @Size(max = 4000, message = "write at most 4000 characters") String text,
    @Valid ReportIncident additions) {}
