package org.wraparound.incident.incidents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request for a correction.
 *
 * @param proposed the fields as they should be, where the requester knows
 */
@Schema(
    name = "RequestCorrection",
    example =
        """
        {
          "reason": "We were there",
          "whatIsWrong": "It happened at our day centre, not at home.",
          "proposed": {"location": "COMMUNITY_SERVICE"}
        }
        """)
record RequestCorrection(
    @NotBlank(message = "say why you ask")
        @Size(max = 4000, message = "write at most 4000 characters")
        String reason,
    @NotBlank(message = "say what is wrong")
        @Size(max = 4000, message = "write at most 4000 characters")
        String whatIsWrong,
    @Valid ReportIncident proposed) {}
