package org.wraparound.actionplan.guidance;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/guidance")
@Tag(name = "Guidance")
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
class PracticeResource {
  private final Guidances guidances;
  private final PracticeObservations observations;
  private final PracticeObserving observing;

  PracticeResource(
      Guidances guidances, PracticeObservations observations, PracticeObserving observing) {
    this.guidances = guidances;
    this.observations = observations;
    this.observing = observing;
  }

  @POST
  @Path("/{id}/observations")
  @Idempotent
  @RolesAllowed({"manager", "liaison", "clinician"})
  @Operation(
      summary = "Records whether the page was seen to be followed on shift",
      description =
          "Line by line, by the marks printed on it. Roles: manager, liaison, clinician of any agency"
              + " in the circle: whoever gave the advice may look for it.")
  @APIResponseSchema(
      value = ObservationView.class,
      responseCode = "201",
      responseDescription = "The observation")
  @APIResponse(responseCode = "404", description = "There is no such guidance for you")
  @APIResponse(
      responseCode = "422",
      description = "Not a line of this page, given twice, or not in force then; see violations")
  public Response observe(@PathParam("id") UUID id, @Valid @NotNull RecordObservation command) {
    return Response.status(Response.Status.CREATED)
        .entity(ObservationView.of(observing.observe(id, command)))
        .build();
  }

  @GET
  @Path("/{id}/observations")
  @Transactional
  @Operation(summary = "Observations of a version, the newest first")
  @APIResponse(responseCode = "404", description = "There is no such guidance for you")
  public Page<ObservationView> list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    guidances.required(id);
    return Page.of(
        observations.page(id, page),
        page,
        ObservationView::of,
        observation -> Cursor.of(observation.id()));
  }

  @GET
  @Path("/{id}/practice")
  @Transactional
  @Operation(
      summary = "How far what a version says is seen in practice",
      description =
          "For each line, how often it was seen when there was occasion for it, over all"
              + " observations of this version.")
  @APIResponse(responseCode = "404", description = "There is no such guidance for you")
  public PracticeView practice(@PathParam("id") UUID id) {
    return PracticeView.of(
        guidances.required(id), observations.count("guidanceId", id), observations.tally(id));
  }
}
