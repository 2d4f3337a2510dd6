package org.wraparound.escalation.policies;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which policies are wanted. */
class PolicyFilter {
  /** Stands for no owner. */
  static final String DEFAULT = "DEFAULT";

  @Parameter(description = "Of this agency; DEFAULT for those that come with the service.")
  @QueryParam("owner")
  String owner;

  @Parameter(description = "That stand here.")
  @QueryParam("status")
  PolicyStatus status;
}
