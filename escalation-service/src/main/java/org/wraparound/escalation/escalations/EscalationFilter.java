package org.wraparound.escalation.escalations;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.wraparound.escalation.policies.Route;

/** Which escalations are wanted. */
class EscalationFilter {
  @Parameter(description = "About this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "That stand here.")
  @QueryParam("status")
  Status status;

  @Parameter(description = "To this route.")
  @QueryParam("route")
  Route route;

  @Parameter(description = "Raised by this rule.")
  @QueryParam("ruleCode")
  String ruleCode;

  @Parameter(description = "true: nobody at all could be told of it, or that it was forgotten.")
  @QueryParam("unreached")
  Boolean unreached;

  @Parameter(description = "true: its clocks are stopped.")
  @QueryParam("paused")
  Boolean paused;
}
