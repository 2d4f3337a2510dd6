package org.wraparound.pathway.indicators;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
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
import org.wraparound.pathway.circle.Circle;

@Path("/v1/people/{personId}/indicators")
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
class IndicatorResource {
  private final Defining defining;
  private final Indicators indicators;
  private final Chart chart;
  private final Circle circle;

  IndicatorResource(Defining defining, Indicators indicators, Chart chart, Circle circle) {
    this.defining = defining;
    this.indicators = indicators;
    this.chart = chart;
    this.circle = circle;
  }

  @POST
  @Idempotent
  @RolesAllowed({"manager", "liaison", "clinician"})
  @Operation(
      summary = "Define what is measured about a person every day",
      description =
          "Its readings are judged from today on, by level, by trend against the baseline, and when none comes in."
              + " Roles: manager, liaison of the provider that supports the person; clinician of any agency in the"
              + " circle.")
  @APIResponseSchema(
      value = IndicatorView.class,
      responseCode = "201",
      responseDescription = "Defined")
  @APIResponse(
      responseCode = "403",
      description = "forbidden: your agency sees the person but does not support them")
  @APIResponse(
      responseCode = "404",
      description = "not-found: there is no such person, or none you may see")
  @APIResponse(
      responseCode = "409",
      description = "conflict: 20 indicators are watched for the person already")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  public Response define(
      @PathParam("personId") UUID personId,
      @Valid @NotNull(message = "send a JSON object") DefineIndicator command) {
    Indicator indicator = defining.define(personId, command);
    return EntityTags.created(
        URI.create("/v1/people/" + personId + "/indicators/" + indicator.id()),
        indicator.view(),
        indicator.version());
  }

  @GET
  @Transactional
  @Operation(
      summary = "A person's indicators, the latest defined first",
      description = "Roles: all but ops.")
  @APIResponse(responseCode = "200", description = "A page of indicators")
  @APIResponse(
      responseCode = "404",
      description = "not-found: there is no such person, or none you may see")
  public Page<IndicatorView> list(
      @PathParam("personId") UUID personId,
      @BeanParam IndicatorFilter filter,
      @Valid @BeanParam PageRequest page) {
    circle.ownerOf(personId);
    return Page.of(
        indicators.page(personId, filter, page),
        page,
        Indicator::view,
        indicator -> Cursor.of(indicator.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(summary = "One indicator", description = "Roles: all but ops.")
  @APIResponseSchema(
      value = IndicatorView.class,
      responseCode = "200",
      responseDescription = "The indicator, with its ETag")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  public Response one(@PathParam("personId") UUID personId, @PathParam("id") UUID id) {
    Indicator indicator = indicators.one(personId, id);
    return EntityTags.ok(indicator.view(), indicator.version());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({"manager", "liaison", "clinician"})
  @Operation(
      summary = "Change title, review, baseline and rules",
      description =
          "From today on: what was judged before stays judged. Needs If-Match. Roles: manager, liaison of the provider"
              + " that supports the person; clinician of any agency in the circle.")
  @APIResponseSchema(
      value = IndicatorView.class,
      responseCode = "200",
      responseDescription = "Changed")
  @APIResponse(
      responseCode = "403",
      description = "forbidden: your agency sees the person but does not support them")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it has ended")
  @APIResponse(responseCode = "412", description = "precondition-failed: it has changed since")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  @APIResponse(responseCode = "428", description = "precondition-required: send If-Match")
  public Response change(
      @PathParam("personId") UUID personId,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") ChangeIndicator command) {
    Indicator indicator = defining.change(personId, id, command, ifMatch);
    return EntityTags.ok(indicator.view(), indicator.version());
  }

  @POST
  @Path("/{id}/ending")
  @Idempotent
  @RolesAllowed({"manager", "liaison", "clinician"})
  @Operation(
      summary = "Watch an indicator no longer",
      description =
          "Breaches that last are over with it; days until today can still be entered. If-Match is honoured when sent."
              + " Roles: manager, liaison of the provider that supports the person; clinician of any agency in the"
              + " circle.")
  @APIResponseSchema(
      value = IndicatorView.class,
      responseCode = "200",
      responseDescription = "Ended")
  @APIResponse(
      responseCode = "403",
      description = "forbidden: your agency sees the person but does not support them")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it has ended")
  @APIResponse(responseCode = "412", description = "precondition-failed: it has changed since")
  @APIResponse(responseCode = "422", description = "invalid: the reason is missing or too long")
  public Response end(
      @PathParam("personId") UUID personId,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") EndIndicator command) {
    Indicator indicator = defining.end(personId, id, command, ifMatch);
    return EntityTags.ok(indicator.view(), indicator.version());
  }

  @GET
  @Path("/{id}/chart")
  @Transactional
  @Operation(
      summary = "What it takes to draw an indicator",
      description =
          "Each day with its moving average, what it was held against, the breaches, and the times in which the person"
              + " was stepped up. At most 366 days. Roles: all but ops.")
  @APIResponse(responseCode = "200", description = "The chart")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  @APIResponse(
      responseCode = "422",
      description = "invalid: from is after to, or they make more than 366 days")
  public Chart.View chart(
      @PathParam("personId") UUID personId,
      @PathParam("id") UUID id,
      @Parameter(description = "First day; left out, 89 days before the last.") @QueryParam("from")
          LocalDate from,
      @Parameter(description = "Last day; left out, today.") @QueryParam("to") LocalDate to) {
    return chart.of(personId, id, from, to);
  }
}
