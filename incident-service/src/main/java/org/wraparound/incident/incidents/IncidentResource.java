package org.wraparound.incident.incidents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@Path("/v1/incidents")
@Tag(name = "Incidents")
class IncidentResource {
  private final IncidentReporting reporting;
  private final Incidents incidents;

  IncidentResource(IncidentReporting reporting, Incidents incidents) {
    this.reporting = reporting;
    this.incidents = incidents;
  }

  @POST
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "liaison", "partner-system"})
  @Operation(
      summary = "Record an incident",
      description =
          "Accepted also when every other service is down. Thresholds are applied as soon as it is stored: see"
              + " /v1/escalations?personId=. Roles: practitioner, manager, liaison, partner-system.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  @APIResponse(
      responseCode = "404",
      description = "not-found: the person is not known to your agency")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  public Response report(@Valid @NotNull ReportIncident report) {
    Incident incident = reporting.report(report);
    return EntityTags.created(
        URI.create("/v1/incidents/" + incident.id()), incident.view(), incident.version());
  }

  @GET
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
      summary = "Incidents, the newest first",
      description = "Those your agency may see. Roles: all but ops.")
  public Page<IncidentView> list(
      @BeanParam IncidentFilter filter, @Valid @BeanParam PageRequest page) {
    return Page.of(
        incidents.page(filter, page),
        page,
        Incident::view,
        incident -> Cursor.of(incident.happenedAt(), incident.id()));
  }

  @GET
  @Path("/{id}")
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
  @Operation(summary = "One incident", description = "Roles: all but ops.")
  @APIResponse(
      responseCode = "200",
      description = "The incident",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  public Response one(@PathParam("id") UUID id) {
    Incident incident =
        incidents.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("incident", id));
    return EntityTags.ok(incident.view(), incident.version());
  }
}
