package org.wraparound.escalation.incidents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;

@Path("/v1/policies/{version}/trial")
@Tag(name = "Policies")
class TrialResource {
  private final Trying trying;

  TrialResource(Trying trying) {
    this.trying = trying;
  }

  @POST
  @Idempotent(timeout = "wraparound.evaluation.trial-timeout")
  @RolesAllowed({"manager", "safeguarding-lead"})
  @Operation(
      summary = "Try a policy on past incidents",
      description =
          "What it would have raised on the incidents that the caller may see, what it would no"
              + " longer raise compared with the policy in force that it would replace, and the load"
              + " on each route. Nothing is raised or stored. What was taken to be so is in the"
              + " answer. Of many incidents it takes minutes, longer than a proxy may wait: send an"
              + " Idempotency-Key, and the same request again gives the answer. Roles: manager,"
              + " safeguarding-lead.")
  @APIResponse(responseCode = "200", description = "What it would have raised.")
  @APIResponse(responseCode = "404", description = "There is none, or it is another's draft.")
  @APIResponse(responseCode = "422", description = "The time is missing or longer than 366 days.")
  public Trial run(
      @PathParam("version") int version,
      @Valid @NotNull(message = "send {\"from\": …, \"to\": …}") RunTrial command) {
    return trying.run(version, command);
  }
}
