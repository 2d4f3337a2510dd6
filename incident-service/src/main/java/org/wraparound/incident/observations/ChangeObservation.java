package org.wraparound.incident.observations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "ChangeObservation",
    description =
        "The title and the schedule as they are to be from now on. A schedule that is left out means: recorded when it"
            + " happens.",
    example =
        """
        {"title": "Anxiety", "schedule": {"times": ["09:00", "15:00", "21:00"], "graceMinutes": 60}}
        """)
record ChangeObservation(
    @NotBlank(message = "give the title, changed or as it was")
        @Size(max = 200, message = "write at most 200 characters")
        String title,
    @Valid Schedule schedule) {}
