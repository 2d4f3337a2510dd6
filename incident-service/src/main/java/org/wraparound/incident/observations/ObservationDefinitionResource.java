package org.wraparound.incident.observations;

import jakarta.annotation.security.RolesAllowed;
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
import java.time.Clock;
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

@Path("/v1/observation-definitions")
@Tag(name = "Observations")
class ObservationDefinitionResource {
  private final Defining defining;
  private final Recording recording;
  private final ObservationDefinitions definitions;
  private final Clock clock;

  ObservationDefinitionResource(
      Defining defining, Recording recording, ObservationDefinitions definitions, Clock clock) {
    this.defining = defining;
    this.recording = recording;
    this.definitions = definitions;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @RolesAllowed({"manager", "liaison", "clinician"})
  @Operation(
      summary = "Define what is to be observed about a person",
      description =
          "With a schedule, what was due and not recorded shows in the person's observation-gaps; when the first day"
              + " is past, from that day on. Roles: manager, liaison, clinician.")
  @APIResponse(
      responseCode = "201",
      description = "Defined",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DefinitionView.class)))
  @APIResponse(
      responseCode = "404",
      description = "not-found: the person is not known to your agency")
  @APIResponse(
      responseCode = "409",
      description =
          "conflict: the code means another definition of the person in that time, or the person has 50 that are not"
              + " over")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  public Response define(@Valid @NotNull DefineObservation command) {
    ObservationDefinition definition = defining.define(command);
    return EntityTags.created(
        URI.create("/v1/observation-definitions/" + definition.id()),
        definition.view(),
        definition.version());
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
      summary = "What is observed, the latest defined first",
      description = "Those your agency may see. Roles: all but ops.")
  public Page<DefinitionView> list(
      @BeanParam DefinitionFilter filter, @Valid @BeanParam PageRequest page) {
    return Page.of(
        definitions.page(filter, clock.instant(), page),
        page,
        ObservationDefinition::view,
        definition -> Cursor.of(definition.id()));
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
  @Operation(summary = "One definition", description = "Roles: all but ops.")
  @APIResponse(
      responseCode = "200",
      description = "The definition",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DefinitionView.class)))
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  public Response one(@PathParam("id") UUID id) {
    ObservationDefinition definition = definitions.one(id);
    return EntityTags.ok(definition.view(), definition.version());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({"manager", "liaison", "clinician"})
  @Operation(
      summary = "Change title and schedule",
      description =
          "Takes effect now: what was due before stays due as it was. How it is measured never changes; end it and"
              + " define a new one. Needs If-Match. Roles: manager, liaison, clinician.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DefinitionView.class)))
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it has ended")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since you read it")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  @APIResponse(responseCode = "428", description = "precondition-required: send If-Match")
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull ChangeObservation command) {
    ObservationDefinition definition = defining.change(id, command, ifMatch);
    return EntityTags.ok(definition.view(), definition.version());
  }

  @POST
  @Path("/{id}/ending")
  @Idempotent
  @RolesAllowed({"manager", "liaison", "clinician"})
  @Operation(
      summary = "End an observation",
      description =
          "On its last day, today or later; today it ends at once. What was due before stays due. Honours If-Match."
              + " Roles: manager, liaison, clinician.")
  @APIResponse(
      responseCode = "200",
      description = "Ended, or to end on that day",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DefinitionView.class)))
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it has ended, or its end is decided")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since you read it")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  public Response end(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull EndObservation command) {
    ObservationDefinition definition = defining.end(id, command, ifMatch);
    return EntityTags.ok(definition.view(), definition.version());
  }

  @POST
  @Path("/{id}/readings")
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "liaison", "clinician", "partner-system"})
  @Operation(
      summary = "Record a reading",
      description =
          "Accepted also when every other service is down, and later than it was observed, also after the observation"
              + " has ended. Roles: practitioner, manager, liaison, clinician, partner-system.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReadingView.class)))
  @APIResponse(
      responseCode = "404",
      description = "not-found: there is no such definition, or none you may see")
  @APIResponse(
      responseCode = "409",
      description = "conflict: the reading it replaces has been replaced already")
  @APIResponse(
      responseCode = "422",
      description = "invalid: every field to mend is named, a value out of range with its range")
  public Response take(@PathParam("id") UUID id, @Valid @NotNull RecordReading command) {
    ObservationReading reading = recording.take(id, command);
    return EntityTags.created(
        URI.create("/v1/readings/" + reading.id()), reading.view(), reading.version());
  }
}
