package org.wraparound.incident.drafts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.incident.incidents.Incident;
import org.wraparound.incident.incidents.IncidentView;
import org.wraparound.incident.incidents.ReportIncident;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/incident-drafts")
@RolesAllowed({"practitioner", "manager", "liaison", "partner-system"})
@Tag(
    name = "Incident drafts",
    description =
        "Records still being written, seen by the agency that writes them and nobody else")
class DraftResource {
  private final Drafting drafting;
  private final Drafts drafts;

  DraftResource(Drafting drafting, Drafts drafts) {
    this.drafting = drafting;
    this.drafts = drafts;
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Begin a draft",
      description =
          "An incident's record with parts still missing, personId among them if need be. What is there must be"
              + " right. Nothing is told to anyone before it is submitted. Roles: practitioner, manager, liaison,"
              + " partner-system.")
  @APIResponseSchema(
      value = DraftView.class,
      responseCode = "201",
      responseDescription = "Kept as a draft")
  @APIResponse(
      responseCode = "404",
      description = "not-found: the person is not known to your agency")
  @APIResponse(responseCode = "422", description = "invalid: something in it is wrong")
  public Response begin(@Valid @NotNull ReportIncident content) {
    Draft draft = drafting.begin(content);
    return EntityTags.created(
        URI.create("/v1/incident-drafts/" + draft.id()), draft.view(), draft.version());
  }

  @GET
  @Operation(
      summary = "Open drafts, the newest first",
      description =
          "Of your own agency, neither submitted nor discarded. Roles: practitioner, manager, liaison,"
              + " partner-system.")
  public Page<DraftView> list(@BeanParam DraftFilter filter, @Valid @BeanParam PageRequest page) {
    return Page.of(drafts.page(filter, page), page, Draft::view, draft -> Cursor.of(draft.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One draft",
      description = "Of your own agency. Roles: practitioner, manager, liaison, partner-system.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DraftView.class)))
  @APIResponse(responseCode = "404", description = "not-found: none, or none of your agency")
  public Response one(@PathParam("id") UUID id) {
    return ok(drafts.get(id));
  }

  @PUT
  @Path("/{id}")
  @Operation(
      summary = "Write on",
      description =
          "The whole content, in place of what was there. Any of your agency may. Roles: practitioner, manager,"
              + " liaison, partner-system.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DraftView.class)))
  @APIResponse(responseCode = "404", description = "not-found: none, or none of your agency")
  @APIResponse(responseCode = "409", description = "conflict: it was submitted or discarded")
  @APIResponse(responseCode = "412", description = "precondition-failed: someone else wrote on")
  @APIResponse(responseCode = "422", description = "invalid: something in it is wrong")
  @APIResponse(responseCode = "428", description = "precondition-required: send If-Match")
  public Response rewrite(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull ReportIncident content) {
    return ok(drafting.rewrite(id, ifMatch, content));
  }

  @POST
  @Path("/{id}/submission")
  @Idempotent
  @Operation(
      summary = "Submit a draft",
      description =
          "It becomes an incident, recorded now and by you. While something is missing it stays a draft. No content"
              + " is sent. Roles: practitioner, manager, liaison, partner-system.")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "201",
      responseDescription = "The incident, with its Location")
  @APIResponse(responseCode = "404", description = "not-found: none, or none of your agency")
  @APIResponse(
      responseCode = "409",
      description = "conflict: it was submitted, and related names the incident, or discarded")
  @APIResponse(responseCode = "412", description = "precondition-failed: only with If-Match")
  @APIResponse(responseCode = "422", description = "invalid: every field still missing is named")
  public Response submit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    Incident incident = drafting.submit(id, ifMatch);
    return EntityTags.created(
        URI.create("/v1/incidents/" + incident.id()),
        IncidentView.of(incident),
        incident.version());
  }

  @POST
  @Path("/{id}/discarding")
  @Idempotent
  @Operation(
      summary = "Discard a draft",
      description =
          "It will not become an incident. It is kept with the reason. Roles: practitioner, manager, liaison,"
              + " partner-system.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DraftView.class)))
  @APIResponse(responseCode = "404", description = "not-found: none, or none of your agency")
  @APIResponse(responseCode = "409", description = "conflict: it was submitted or discarded")
  @APIResponse(responseCode = "412", description = "precondition-failed: only with If-Match")
  @APIResponse(responseCode = "422", description = "invalid: the reason is missing")
  public Response discard(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull DiscardDraft discarding) {
    return ok(drafting.discard(id, ifMatch, discarding.reason()));
  }

  private static Response ok(Draft draft) {
    return EntityTags.ok(draft.view(), draft.version());
  }
}
