package org.wraparound.actionplan.meetings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a meeting will not take place. */
@Schema(
    example =
        """
        {"reason": "The person has moved to another council, which holds its own."}
        """)
record CancelMeeting(
    @NotBlank(message = "say why it will not take place")
        @Size(max = 2000, message = "use at most 2000 characters")
        String reason) {}
