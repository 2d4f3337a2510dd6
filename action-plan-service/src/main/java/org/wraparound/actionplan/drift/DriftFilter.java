package org.wraparound.actionplan.drift;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which drifting actions are wanted; a {@code @BeanParam}. */
class DriftFilter {
  @Parameter(description = "Actions for this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Actions of this provider's plans, by its code.")
  @QueryParam("provider")
  String provider;

  @Parameter(description = "Actions this agency owns, by its code.")
  @QueryParam("ownerAgency")
  String ownerAgency;

  @Parameter(description = "Actions whose drift has climbed so far and no further.")
  @QueryParam("rung")
  Rung rung;
}
