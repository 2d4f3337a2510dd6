package org.wraparound.incident.observations;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.EntityTags;

@Path("/v1/readings")
@Tag(name = "Observations")
class ReadingResource {
  private final Recording recording;
  private final ObservationReadings readings;

  ReadingResource(Recording recording, ObservationReadings readings) {
    this.recording = recording;
    this.readings = readings;
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
  @Operation(summary = "One reading", description = "Roles: all but ops.")
  @APIResponse(
      responseCode = "200",
      description = "The reading",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReadingView.class)))
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  public Response one(@PathParam("id") UUID id) {
    ObservationReading reading = readings.one(id);
    return EntityTags.ok(reading.view(), reading.version());
  }

  @POST
  @Path("/{id}/withdrawal")
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "liaison", "clinician", "partner-system"})
  @Operation(
      summary = "Withdraw a wrong reading",
      description =
          "It is kept, shown as withdrawn, and counts no longer; record the right one with replaces. By the agency"
              + " that recorded it. Honours If-Match. Roles: practitioner, manager, liaison, clinician,"
              + " partner-system.")
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReadingView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: another agency recorded it")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it has been withdrawn already")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since you read it")
  @APIResponse(responseCode = "422", description = "invalid: the reason is missing or too long")
  public Response withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull WithdrawReading command) {
    ObservationReading reading = recording.withdraw(id, command, ifMatch);
    return EntityTags.ok(reading.view(), reading.version());
  }
}
