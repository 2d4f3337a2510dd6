package org.wraparound.pathway.indicators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/people/{personId}/indicators/{indicatorId}/readings")
@Tag(name = "Indicators")
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
class IndicatorReadingResource {
  private final Entering entering;
  private final Indicators indicators;
  private final IndicatorReadings readings;

  IndicatorReadingResource(Entering entering, Indicators indicators, IndicatorReadings readings) {
    this.entering = entering;
    this.indicators = indicators;
    this.readings = readings;
  }

  @POST
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "liaison", "clinician", "partner-system"})
  @Operation(
      summary = "Enter the value of a day",
      description =
          "One a day; a wrong one is superseded by another, with a reason. Entered late or corrected, the breaches are"
              + " judged anew. Roles: practitioner, manager, liaison, clinician, partner-system.")
  @APIResponseSchema(
      value = ReadingView.class,
      responseCode = "201",
      responseDescription = "Entered")
  @APIResponse(responseCode = "403", description = "forbidden: you act for no agency")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  @APIResponse(
      responseCode = "409",
      description = "conflict: the day has a reading already; related says which")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  public Response enter(
      @PathParam("personId") UUID personId,
      @PathParam("indicatorId") UUID indicatorId,
      @Valid @NotNull(message = "send a JSON object") EnterReading entry) {
    IndicatorReading reading = entering.enter(personId, indicatorId, entry);
    return EntityTags.created(URI.create(reading.path()), reading.view(), reading.version());
  }

  @GET
  @Transactional
  @Operation(
      summary = "An indicator's readings, the latest day first",
      description = "Those that were superseded too. Roles: all but ops.")
  @APIResponse(responseCode = "200", description = "A page of readings")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  public Page<ReadingView> list(
      @PathParam("personId") UUID personId,
      @PathParam("indicatorId") UUID indicatorId,
      @BeanParam ReadingFilter filter,
      @Valid @BeanParam PageRequest page) {
    Indicator indicator = indicators.one(personId, indicatorId);
    return Page.of(
        readings.page(indicator.id(), filter, page),
        page,
        IndicatorReading::view,
        reading -> Cursor.of(reading.day(), reading.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(summary = "One reading", description = "Roles: all but ops.")
  @APIResponseSchema(
      value = ReadingView.class,
      responseCode = "200",
      responseDescription = "The reading, with its ETag")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  public Response one(
      @PathParam("personId") UUID personId,
      @PathParam("indicatorId") UUID indicatorId,
      @PathParam("id") UUID id) {
    IndicatorReading reading = readings.one(indicators.one(personId, indicatorId).id(), id);
    return EntityTags.ok(reading.view(), reading.version());
  }
}
