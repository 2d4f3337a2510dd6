package org.wraparound.actionplan.actions;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.wraparound.actionplan.templates.Party;

/** Which actions are wanted; a {@code @BeanParam}. */
class ActionFilter {
  @Parameter(description = "Actions for this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Actions of this plan.")
  @QueryParam("planId")
  UUID planId;

  @Parameter(description = "Actions of this party.")
  @QueryParam("party")
  Party party;

  @Parameter(description = "Actions this agency owns, by its code.")
  @QueryParam("ownerAgency")
  String ownerAgency;

  @Parameter(description = "Actions that stand here.")
  @QueryParam("status")
  ActionStatus status;

  @Parameter(description = "true: open and past their due day; false: all others.")
  @QueryParam("overdue")
  Boolean overdue;
}
