package org.wraparound.escalation.escalations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.escalation.overrides.OverrideView;
import org.wraparound.kit.idempotency.Idempotent;

@Path("/v1/escalations/{id}/override")
@Tag(name = "Escalations")
class StandDownResource {
  private final StandingDown standingDown;

  StandDownResource(StandingDown standingDown) {
    this.standingDown = standingDown;
  }

  @POST
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead"})
  @Operation(
      summary = "Stand an escalation down against its rule",
      description =
          "Closes it as STOOD_DOWN; it stays visible, and shows in quality reports with its reason."
              + " Roles: safeguarding-lead of the agency that must answer; manager of the provider"
              + " where the rule's tier is not the highest of its policy.")
  @APIResponse(responseCode = "200", description = "The override.")
  @APIResponse(responseCode = "403", description = "Another role, or another agency of the circle.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(responseCode = "409", description = "It has been closed already.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  @APIResponse(responseCode = "422", description = "The reason is missing or too short.")
  public OverrideView standDown(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send {\"reason\": …}") StandDown command) {
    return standingDown.standDown(id, ifMatch, command);
  }
}
