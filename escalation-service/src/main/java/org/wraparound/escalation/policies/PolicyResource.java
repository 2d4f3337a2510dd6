package org.wraparound.escalation.policies;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

@Path("/v1/policies")
@RolesAllowed({
  "practitioner",
  "manager",
  "liaison",
  "commissioner",
  "safeguarding-lead",
  "clinician",
  "advocate",
  "auditor",
  "partner-system",
  "ops"
})
@Tag(
    name = "Policies",
    description = "Threshold policies: versioned data, the same for every shift")
class PolicyResource {
  private final Policies policies;

  PolicyResource(Policies policies) {
    this.policies = policies;
  }

  /**
   * A policy as it is shown.
   *
   * @param policy as it was written
   */
  @Schema(name = "PolicyView")
  record View(
      int version,
      Instant loadedAt,
      @JsonRawValue @Schema(implementation = Policy.class) String policy) {
    static View of(Policies.PolicyVersion policy) {
      return new View(policy.version(), policy.loadedAt(), policy.content());
    }
  }

  @GET
  @Operation(
      summary = "The threshold policies",
      description = "Every version, the one in force first. A version is never changed.")
  public Page<View> list() {
    return new Page<>(policies.all().stream().map(View::of).toList(), null);
  }

  @GET
  @Path("/current")
  @Operation(
      summary = "The policy in force",
      description =
          "Its rules with their conditions, routes, clocks, action templates and wording.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  public Response current() {
    Policies.PolicyVersion policy = policies.inForce();
    return EntityTags.ok(View.of(policy), policy.version());
  }

  @GET
  @Path("/{version}")
  @Operation(
      summary = "One version of the policy",
      description = "Escalations and evaluations name the version that made them.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "404", description = "There is no such version.")
  public Response one(@PathParam("version") int version) {
    return policies
        .find(version)
        .map(policy -> EntityTags.ok(View.of(policy), version))
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND, "There is no policy of version " + version + "."));
  }
}
