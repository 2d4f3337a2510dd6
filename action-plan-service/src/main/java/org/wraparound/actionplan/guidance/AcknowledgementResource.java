package org.wraparound.actionplan.guidance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.Caller;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/guidance")
@Tag(name = "Guidance")
class AcknowledgementResource {
  private final Guidances guidances;
  private final Readings readings;
  private final Acknowledging acknowledging;
  private final Provenance provenance;
  private final Clock clock;

  AcknowledgementResource(
      Guidances guidances,
      Readings readings,
      Acknowledging acknowledging,
      Provenance provenance,
      Clock clock) {
    this.guidances = guidances;
    this.readings = readings;
    this.acknowledging = acknowledging;
    this.provenance = provenance;
    this.clock = clock;
  }

  @GET
  @Path("/{id}/acknowledgements")
  @Transactional
  @RolesAllowed({"manager", "liaison", "auditor"})
  @Operation(
      summary = "Who must read a version, who has, and how they explained it back",
      description =
          "In the order they were named. The provider and auditors see all, other agencies their own"
              + " staff; everyone who sees the guidance sees the counts there. Roles: manager,"
              + " liaison, auditor.")
  @APIResponse(responseCode = "404", description = "There is no such guidance for you")
  public Page<ReadingView> list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    Guidance guidance = guidances.required(id);
    LocalDate today = London.today(clock);
    List<String> questions = guidance.page().questions();
    return Page.of(
        readings.page(id, staffShownOf(guidance), page),
        page,
        reading -> ReadingView.of(reading, questions, today),
        reading -> Cursor.of(reading.id()));
  }

  @POST
  @Path("/{id}/acknowledgements")
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "liaison", "clinician"})
  @Operation(
      summary = "Says that one of the staff has read the version in force, and explains it back",
      description =
          "Whoever sends it, in their own name, also one who was not named, such as who stands in for"
              + " a night; or, with staffId, a manager of theirs for one who does not sign in. Roles:"
              + " practitioner, manager, liaison, clinician.")
  @APIResponseSchema(
      value = ReadingView.class,
      responseCode = "200",
      responseDescription = "The acknowledgement, with its ETag")
  @APIResponse(
      responseCode = "403",
      description = "Only they themselves or a manager of their agency say so")
  @APIResponse(responseCode = "404", description = "There is no such guidance for you")
  @APIResponse(
      responseCode = "409",
      description = "It is not in force, or they have before, or they were not named")
  @APIResponse(responseCode = "422", description = "A question is not answered; see violations")
  public Response acknowledge(
      @PathParam("id") UUID id, @Valid @NotNull AcknowledgeGuidance command) {
    return ok(acknowledging.acknowledge(id, command));
  }

  @POST
  @Path("/{id}/acknowledgements/{acknowledgementId}/assessment")
  @Idempotent
  @RolesAllowed({"manager", "liaison"})
  @Operation(
      summary = "Says what a senior makes of the answers",
      description =
          "UNDERSTOOD, or COACH with what the coaching is to be about; again after it. Never of one's"
              + " own answers. Roles: manager, liaison of the provider or of their agency.")
  @APIResponseSchema(
      value = ReadingView.class,
      responseCode = "200",
      responseDescription = "The acknowledgement, with its ETag")
  @APIResponse(
      responseCode = "403",
      description = "These are your own answers, or not your staff's")
  @APIResponse(responseCode = "404", description = "There is no such acknowledgement for you")
  @APIResponse(responseCode = "409", description = "They have not acknowledged it yet")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "COACH needs a note")
  public Response assess(
      @PathParam("id") UUID id,
      @PathParam("acknowledgementId") UUID acknowledgementId,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull AssessAnswers command) {
    return ok(acknowledging.assess(id, acknowledgementId, ifMatch, command));
  }

  /** The agency whose staff alone the caller is shown; null when they are shown all. */
  private String staffShownOf(Guidance guidance) {
    Caller caller = provenance.caller();
    return guidance.agency().equals(caller.agency()) || caller.is("auditor")
        ? null
        : caller.agency();
  }

  private Response ok(Reading reading) {
    List<String> questions = guidances.required(reading.guidanceId()).page().questions();
    return EntityTags.ok(
        ReadingView.of(reading, questions, London.today(clock)), reading.version());
  }
}
