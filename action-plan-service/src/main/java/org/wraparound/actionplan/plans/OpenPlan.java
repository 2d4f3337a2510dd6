package org.wraparound.actionplan.plans;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Opens a plan by hand. */
@Schema(
    example =
        """
        {"personId": "019a1c40-0000-7a11-8c00-0000000000c1", "kind": "COMPATIBILITY_REVIEW"}
        """)
record OpenPlan(
    @NotNull(message = "say whom the plan is for") UUID personId,
    @NotNull(message = "say what it answers, from the list plan-kind") PlanKind kind) {}
