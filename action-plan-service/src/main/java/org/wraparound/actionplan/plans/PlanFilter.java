package org.wraparound.actionplan.plans;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which plans are wanted; a {@code @BeanParam}. */
class PlanFilter {
  @Parameter(description = "Plans for this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Plans that answer this.")
  @QueryParam("kind")
  PlanKind kind;

  @Parameter(description = "Plans that stand here.")
  @QueryParam("status")
  PlanStatus status;
}
