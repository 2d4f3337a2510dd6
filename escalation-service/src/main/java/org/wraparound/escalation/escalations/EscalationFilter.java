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
}
