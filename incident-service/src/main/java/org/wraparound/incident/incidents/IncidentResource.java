package org.wraparound.incident.incidents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@Path(IncidentResource.PATH)
@Tag(name = "Incidents")
class IncidentResource {
  static final String PATH = "/v1/incidents";

  private final IncidentReporting reporting;
  private final BatchReporting batches;
  private final Incidents incidents;
  private final Evidence evidence;
  private final Clock clock;

  IncidentResource(
      IncidentReporting reporting,
      BatchReporting batches,
      Incidents incidents,
      Evidence evidence,
      Clock clock) {
    this.reporting = reporting;
    this.batches = batches;
    this.incidents = incidents;
    this.evidence = evidence;
    this.clock = clock;
  }

  static URI hrefOf(UUID id) {
    return URI.create(PATH + "/" + id);
  }

  static Response created(Incident incident) {
    return EntityTags.created(hrefOf(incident.id()), IncidentView.of(incident), incident.version());
  }

  @POST
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "liaison", "partner-system"})
  @Operation(
      summary = "Record an incident",
      description =
          "Needs at least personId, kind, location, happenedAt and behaviour. Accepted also when every other"
              + " service is down. Thresholds are applied as soon as it is stored: see"
              + " /v1/escalations?personId=. Roles: practitioner, manager, liaison, partner-system.")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "201",
      responseDescription = "Recorded")
  @APIResponse(
      responseCode = "404",
      description = "not-found: the person is not known to your agency")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  public Response report(
      @Valid @ConvertGroup(from = Default.class, to = Complete.class) @NotNull
          ReportIncident report) {
    return created(reporting.report(report, List.of()));
  }

  @POST
  @Path("/batch")
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "liaison", "partner-system"})
  @Operation(
      summary = "Record what was written down while offline",
      description =
          "1 to 200 entries, at most 1 MiB in all. Each entry is treated as if it had been sent alone to"
              + " /v1/incidents with its key as Idempotency-Key: one that was sent before makes no second incident, and"
              + " one that is refused does not hinder the others. Roles: practitioner, manager, liaison,"
              + " partner-system.")
  @APIResponseSchema(
      value = BatchResults.class,
      responseCode = "200",
      responseDescription =
          "One result for each entry, in their order: 201 recorded, 200 recorded before under this key, or the"
              + " problem it would have had alone")
  @APIResponse(responseCode = "422", description = "invalid: no entries, or more than 200")
  public Response reportBatch(@Valid @NotNull ReportBatch batch) {
    return Response.ok(batches.report(batch)).build();
  }

  @GET
  @Transactional
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
      description = "Those your agency may see, as they stand now. Roles: all but ops.")
  public Page<IncidentView> list(
      @BeanParam IncidentFilter filter, @Valid @BeanParam PageRequest page) {
    return Page.of(
        incidents.page(filter, page),
        page,
        IncidentView::of,
        incident -> Cursor.of(incident.happenedAt(), incident.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
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
      summary = "One incident",
      description =
          "With its addenda, correction requests, reviews, history and duplicates; as it stands now, or with asOf"
              + " as it stood then. Roles: all but ops.")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "The incident; with an ETag as it stands now")
  @APIResponse(
      responseCode = "404",
      description = "not-found: there is none, or none you may see, or none yet at that time")
  @APIResponse(responseCode = "422", description = "invalid: asOf is in the future")
  public Response one(
      @PathParam("id") UUID id,
      @Parameter(description = "A time that is past; the record as it stood then.")
          @QueryParam("asOf")
          Instant asOf) {
    Incident incident = incidents.get(id);
    if (asOf == null) {
      return EntityTags.ok(evidence.view(incident), incident.version());
    }
    if (asOf.isAfter(clock.instant())) {
      throw ProblemException.invalid("asOf", "is in the future");
    }
    if (asOf.isBefore(incident.recordedAt())) {
      throw ProblemException.notFound("incident", id);
    }
    return Response.ok(IncidentView.of(incident, evidence.of(id), asOf)).build();
  }
}
