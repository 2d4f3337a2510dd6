package org.wraparound.actionplan.meetings;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sets a meeting for a time, or moves it to another. */
@Schema(
    example =
        """
        {"scheduledFor": "2030-03-22T14:00:00Z", "place": "By video",
         "reason": "The advocate cannot come on the day that was set."}
        """)
record ScheduleMeeting(
    @NotNull(message = "give the time it is to begin, such as 2026-01-31T13:45:00Z")
        Instant scheduledFor,
    @Schema(description = "Where, or how to join it.")
        @Size(max = 500, message = "use at most 500 characters")
        String place,
    @Schema(description = "Why it is moved; required when it had a time before.")
        @Size(max = 2000, message = "use at most 2000 characters")
        String reason) {}
