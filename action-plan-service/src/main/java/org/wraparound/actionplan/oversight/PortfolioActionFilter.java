package org.wraparound.actionplan.oversight;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.wraparound.actionplan.actions.Impact;
import org.wraparound.actionplan.actions.Standing;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;

/** Which actions of a portfolio are wanted; a {@code @BeanParam}. */
class PortfolioActionFilter {
  @Parameter(description = "Actions of this party.")
  @QueryParam("party")
  Party party;

  @Parameter(description = "Actions that stand so today, from the list standing.")
  @QueryParam("standing")
  Standing standing;

  @Parameter(description = "Actions meant to improve this.")
  @QueryParam("outcomeDomain")
  OutcomeDomain outcomeDomain;

  @Parameter(description = "Actions of which the latest check found this.")
  @QueryParam("impact")
  Impact impact;
}
