package org.wraparound.incident.documentation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.incident.incidents.Evidence;
import org.wraparound.incident.incidents.Incident;
import org.wraparound.incident.incidents.IncidentView;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.EntityTags;

@Path("/v1/incidents")
@Tag(
    name = "Incident reviews",
    description = "Supervisors hold records against the documentation standard")
class ReviewResource {
  private final Reviewing reviewing;
  private final Evidence evidence;

  ReviewResource(Reviewing reviewing, Evidence evidence) {
    this.reviewing = reviewing;
    this.evidence = evidence;
  }

  @GET
  @Path("/{id}/documentation")
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
  @Operation(
      summary = "How a record stands against the documentation standard",
      description =
          "Which standard and version is in force for its agency, what is missing now and why, and whether it was"
              + " recorded in time. Roles: all but ops.")
  @APIResponse(responseCode = "404", description = "not-found: none, or none you may see")
  public DocumentationView documentation(@PathParam("id") UUID id) {
    return reviewing.documentation(id);
  }

  @POST
  @Path("/{id}/reviews")
  @Idempotent
  @RolesAllowed({"manager", "liaison"})
  @Operation(
      summary = "Review a record",
      description =
          "Sign it off, or return it with what is missing. While anything that the standard needs is missing, a"
              + " sign-off becomes a return. An addendum or correction after it opens the record to review again."
              + " Roles: manager or liaison of the agency whose record it is, but nobody who wrote in it or in its"
              + " draft.")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "The incident with the review")
  @APIResponse(
      responseCode = "403",
      description = "forbidden: another agency's record, or one you wrote in")
  @APIResponse(responseCode = "404", description = "not-found: none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it is signed off or withdrawn")
  @APIResponse(responseCode = "412", description = "precondition-failed: only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "invalid: no decision, no comment, or not a field of an incident")
  public Response review(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull ReviewIncident review) {
    Incident incident = reviewing.review(id, ifMatch, review);
    return EntityTags.ok(evidence.view(incident), incident.version());
  }
}
