package org.wraparound.actionplan.actions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a look at an action on the way found. */
@Schema(
    example =
        """
        {"onTrack": false,
         "finding": "The panels are ordered, but the landlord's permission is still missing."}
        """)
record ReviewAction(
    @NotNull(message = "say whether it is on track") Boolean onTrack,
    @NotBlank(message = "say what you looked at and what you found")
        @Size(max = 4000, message = "use at most 4000 characters")
        String finding) {}
