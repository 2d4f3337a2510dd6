package org.wraparound.actionplan.plans;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Opens a plan by hand. */
@Schema(
    example =
        """
        {"personId": "019a1c40-0000-7a11-8c00-0000000000c1", "kind": "TRANSITION",
         "template": "TRANSITION", "keyDate": "2030-06-03"}
        """)
record OpenPlan(
    @NotNull(message = "say whom the plan is for") UUID personId,
    @NotNull(message = "say what it answers, from the list plan-kind") PlanKind kind,
    @Schema(
            description =
                "Code of a plan template of that kind, whose actions it is opened with; without it"
                    + " the plan is empty. GET /v1/plan-templates lists them.")
        @Size(max = 100, message = "use the code of a plan template")
        String template,
    @Schema(
            description =
                "Day of the move or discharge, Europe/London, today or later; required where the"
                    + " template counts due days from it.")
        LocalDate keyDate) {}
