package org.wraparound.incident.observations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/people/{personId}")
@Tag(name = "Observations")
class PersonObservationsResource {
  private final Recording recording;
  private final ObservationReadings readings;
  private final Gaps gaps;

  PersonObservationsResource(Recording recording, ObservationReadings readings, Gaps gaps) {
    this.recording = recording;
    this.readings = readings;
    this.gaps = gaps;
  }

  @Schema(name = "RecordedReadings", description = "In the order in which they were sent.")
  record Recorded(List<ReadingView> readings) {}

  @POST
  @Path("/readings")
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "liaison", "clinician", "partner-system"})
  @Operation(
      summary = "Record readings about a person in one go",
      description =
          "Quick entry on shift: 1 to 50, each by the short code of its definition, all recorded or none. Accepted"
              + " also when every other service is down. Roles: practitioner, manager, liaison, clinician,"
              + " partner-system.")
  @APIResponse(
      responseCode = "201",
      description = "All recorded",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Recorded.class)))
  @APIResponse(
      responseCode = "404",
      description = "not-found: the person is not known to your agency")
  @APIResponse(
      responseCode = "409",
      description =
          "conflict: a reading to be replaced has been replaced already; none is recorded")
  @APIResponse(
      responseCode = "422",
      description =
          "invalid: every field to mend is named with its place, such as readings[3].value; none is recorded")
  public Response take(
      @PathParam("personId") UUID personId, @Valid @NotNull RecordReadings command) {
    return Response.status(Response.Status.CREATED)
        .entity(
            new Recorded(
                recording.take(personId, command).stream().map(ObservationReading::view).toList()))
        .build();
  }

  @GET
  @Path("/readings")
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
      summary = "A person's readings, the newest first",
      description =
          "By when they were observed, withdrawn ones among them. Shows what your agency may see; a person you may not"
              + " see has none. Roles: all but ops.")
  public Page<ReadingView> readings(
      @PathParam("personId") UUID personId,
      @BeanParam ReadingFilter filter,
      @Valid @BeanParam PageRequest page) {
    return Page.of(
        readings.page(personId, filter, page),
        page,
        ObservationReading::view,
        reading -> Cursor.of(reading.observedAt(), reading.id()));
  }

  @GET
  @Path("/observation-gaps")
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
      summary = "What was due and not recorded",
      description =
          "For each definition with a schedule: how many readings were due on these days (Europe/London), how many"
              + " were recorded, and the missed ones. A reading counts when it was taken within the grace of a time,"
              + " for one time only, whenever it was recorded. What is still within its grace is not in it yet. To go"
              + " on in the missed, pass missed.next as after. Roles: all but ops.")
  @APIResponse(responseCode = "422", description = "invalid: more than 92 days, or from after to")
  public Gaps.View gaps(
      @PathParam("personId") UUID personId,
      @Parameter(description = "First day; left out, six days before to.") @QueryParam("from")
          LocalDate from,
      @Parameter(description = "Last day, at most 92 days with from; left out, today.")
          @QueryParam("to")
          LocalDate to,
      @Valid @BeanParam PageRequest page) {
    return gaps.of(personId, from, to, page);
  }
}
