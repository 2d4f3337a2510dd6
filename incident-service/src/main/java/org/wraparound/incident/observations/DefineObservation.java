package org.wraparound.incident.observations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "DefineObservation",
    description =
        "What is to be observed about a person. For every kind but OWN the person and the kind are enough: title,"
            + " code and measure have a standard, and the measure cannot be another. OWN needs all three.",
    example =
        """
        {
          "personId": "01a1ffed-7f35-7a5f-975b-c9834fc72d56",
          "kind": "ANXIETY_SCALE",
          "schedule": {"times": ["09:00", "21:00"], "graceMinutes": 60}
        }
        """)
record DefineObservation(
    @NotNull(message = "say whom it concerns, by the person's id") UUID personId,
    @NotNull(message = "choose a code of the list observation-kind") ObservationKind kind,
    @Pattern(regexp = "(?s).*\\S.*", message = "write something, or leave it out")
        @Size(max = 200, message = "write at most 200 characters")
        String title,
    @Schema(
            description =
                "Short code for quick entry; at any time it means one definition of the person.")
        @Pattern(
            regexp = "[A-Z0-9][A-Z0-9-]{0,11}",
            message = "a code is up to 12 capital letters, digits and hyphens")
        String code,
    @Valid Measure measure,
    @Schema(description = "Leave out for what is recorded when it happens.") @Valid
        Schedule schedule,
    @Schema(
            description =
                "First day; left out, today, from now on. At most a year from today, before or after.")
        LocalDate from,
    @Schema(description = "Last day; left out, none yet. At most ten years after the first.")
        LocalDate until) {}
