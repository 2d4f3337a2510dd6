package org.wraparound.actionplan.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/plans/{id}/timeline")
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
class TimelineResource {
  private final Timeline timeline;

  TimelineResource(Timeline timeline) {
    this.timeline = timeline;
  }

  @GET
  @Operation(
      summary = "The days of a plan, the earliest first",
      description =
          "Milestones, review points, due days of actions, checks to be repeated, meetings and the"
              + " key date; each with whether it was kept and when, and the evidence and the checks"
              + " beside the due day of their action. A day that was put off is shown as it is now."
              + PortfolioResource.ROLES)
  @APIResponse(responseCode = "200", description = "A page of days")
  @APIResponse(responseCode = "400", description = "from, to or after cannot be read")
  @APIResponse(responseCode = "404", description = "There is no such plan for you")
  public Page<TimelineView> timeline(
      @PathParam("id") UUID id,
      @Parameter(description = "First day; the plan's first when absent.") @QueryParam("from")
          LocalDate from,
      @Parameter(description = "Last day; the plan's last when absent.") @QueryParam("to")
          LocalDate to,
      @Valid @BeanParam PageRequest page) {
    return timeline.of(id, from, to, page);
  }
}
