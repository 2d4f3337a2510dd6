package org.wraparound.actionplan.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/plans/{id}/progress")
@Tag(name = "Oversight", description = "How far plans have come, and what they achieved.")
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
class ProgressResource {
  private final Oversight oversight;

  ProgressResource(Oversight oversight) {
    this.oversight = oversight;
  }

  @GET
  @Operation(
      summary = "How far a plan has come",
      description =
          "How its actions stand, in all and for each party apart, and what those that were checked"
              + " achieved. Every number has the list that it counts beside it."
              + PortfolioResource.STANDINGS
              + PortfolioResource.ROLES)
  @APIResponse(responseCode = "200", description = "Its progress")
  @APIResponse(responseCode = "404", description = "There is no such plan for you")
  public PlanProgress progress(@PathParam("id") UUID id) {
    return oversight.progress(id);
  }
}
