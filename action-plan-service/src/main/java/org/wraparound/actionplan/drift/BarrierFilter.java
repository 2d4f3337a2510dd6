package org.wraparound.actionplan.drift;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which barriers are wanted; a {@code @BeanParam}. */
class BarrierFilter {
  @Parameter(description = "Barriers to actions for this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Barriers to this action.")
  @QueryParam("actionId")
  UUID actionId;

  @Parameter(description = "Barriers that this agency can remove, by its code.")
  @QueryParam("removableBy")
  String removableBy;

  @Parameter(description = "true: not removed, and the action is still to be done; false: others.")
  @QueryParam("live")
  Boolean live;
}
