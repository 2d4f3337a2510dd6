package org.wraparound.pathway.indicators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;

@Path("/v1/people/{personId}/indicator-readings")
@Tag(name = "Indicators")
class QuickEntryResource {
  private final Entering entering;

  QuickEntryResource(Entering entering) {
    this.entering = entering;
  }

  /** What a batch came to. */
  @Schema(name = "EnteredReadings", description = "In the order in which they were sent.")
  record Entered(List<ReadingView> readings) {}

  @POST
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "liaison", "clinician", "partner-system"})
  @Operation(
      summary = "Enter the values of a day in one go",
      description =
          "1 to 20 indicators, all entered or none. Roles: practitioner, manager, liaison, clinician, partner-system.")
  @APIResponseSchema(
      value = Entered.class,
      responseCode = "201",
      responseDescription = "All entered")
  @APIResponse(responseCode = "403", description = "forbidden: you act for no agency")
  @APIResponse(
      responseCode = "404",
      description = "not-found: there is no such person, or none you may see")
  @APIResponse(
      responseCode = "409",
      description =
          "conflict: some have a reading of that day; related says which; none is entered")
  @APIResponse(
      responseCode = "422",
      description =
          "invalid: every field to mend is named with its place, such as readings[3].value; none is entered")
  public Response enter(
      @PathParam("personId") UUID personId,
      @Valid @NotNull(message = "send a JSON object") EnterReadings batch) {
    return Response.status(Response.Status.CREATED)
        .entity(
            new Entered(
                entering.enter(personId, batch).stream().map(IndicatorReading::view).toList()))
        .build();
  }
}
