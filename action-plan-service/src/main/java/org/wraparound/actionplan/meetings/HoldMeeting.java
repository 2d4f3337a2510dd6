package org.wraparound.actionplan.meetings;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says that a meeting takes, or took, place. */
@Schema(
    example =
        """
        {"heldAt": "2026-03-21T10:05:00Z"}
        """)
record HoldMeeting(@Schema(description = "When it began; now when left out.") Instant heldAt) {}
