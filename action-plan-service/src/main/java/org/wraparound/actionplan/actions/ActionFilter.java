package org.wraparound.actionplan.actions;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.wraparound.actionplan.templates.OutcomeDomain;
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

  @Parameter(description = "Actions that stand so today, from the list standing.")
  @QueryParam("standing")
  Standing standing;

  @Parameter(description = "Actions meant to improve this.")
  @QueryParam("outcomeDomain")
  OutcomeDomain outcomeDomain;

  @Parameter(description = "Actions of which the latest check found this.")
  @QueryParam("impact")
  Impact impact;

  @Parameter(description = "true: still to be done and past their due day; false: all others.")
  @QueryParam("overdue")
  Boolean overdue;
}
