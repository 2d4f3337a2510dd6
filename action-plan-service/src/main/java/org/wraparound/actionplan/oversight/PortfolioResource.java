package org.wraparound.actionplan.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.actionplan.actions.ActionView;
import org.wraparound.actionplan.plans.PlanFilter;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/portfolio")
@Tag(name = "Oversight")
@RolesAllowed({
  "practitioner",
  "manager",
  "liaison",
  "commissioner",
  "safeguarding-lead",
  "clinician",
  "advocate",
  "auditor",
  "partner-system"
})
class PortfolioResource {
  static final String STANDINGS =
      " An action stands in one of these ways, by the day in London: OVERDUE, still to be done after"
          + " its due day; AWAITING_ACCEPTANCE, proposed or declined; AT_RISK, with a barrier in the"
          + " way, a milestone missed, a last review that found it off track, an action it waits for"
          + " late or declined, or not started within wraparound.standing.start-working-days-before"
          + " of its due day; ON_TRACK, every other that is to be done; AWAITING_VERIFICATION,"
          + " completed; CLOSED, verified; WITHDRAWN.";
  static final String ROLES = " Roles: all but ops.";

  private final Oversight oversight;

  PortfolioResource(Oversight oversight) {
    this.oversight = oversight;
  }

  @GET
  @Operation(
      summary = "How far many plans have come",
      description =
          "Of the plans that the caller's agency may see, or those of them that the filters name: how"
              + " all their actions stand, in all and for each party apart, what those that were"
              + " checked achieved, and a page of the plans, the newest first, with how the actions of"
              + " each stand. Every number has the list that it counts beside it; status=OPEN leaves"
              + " out what is over."
              + STANDINGS
              + ROLES)
  @APIResponseSchema(
      value = Portfolio.class,
      responseCode = "200",
      responseDescription = "The portfolio")
  @APIResponse(responseCode = "400", description = "A filter or after cannot be read")
  public Response portfolio(
      @BeanParam PlanFilter filter, @Valid @BeanParam PageRequest page, @Context UriInfo asked) {
    Portfolio portfolio = oversight.portfolio(filter, page);
    Response.ResponseBuilder answer = Response.ok(portfolio);
    if (portfolio.plans().next() != null) {
      var next =
          asked.getRequestUriBuilder().replaceQueryParam("after", portfolio.plans().next()).build();
      answer.header(
          HttpHeaders.LINK, "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
    }
    return answer.build();
  }

  @GET
  @Path("/actions")
  @Operation(
      summary = "The actions behind the numbers of a portfolio, the soonest due first",
      description =
          "Those of the plans that personId, provider, kind and status name, which are those of the"
              + " plan."
              + STANDINGS
              + ROLES)
  @APIResponse(responseCode = "200", description = "A page of actions")
  @APIResponse(responseCode = "400", description = "A filter or after cannot be read")
  public Page<ActionView> actions(
      @BeanParam PlanFilter plans,
      @BeanParam PortfolioActionFilter filter,
      @Valid @BeanParam PageRequest page) {
    return oversight.actions(plans, filter, page);
  }
}
