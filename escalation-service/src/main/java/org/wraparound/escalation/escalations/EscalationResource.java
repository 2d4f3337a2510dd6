package org.wraparound.escalation.escalations;

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

@Path("/v1/escalations")
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
@Tag(name = "Escalations", description = "Who must know and decide, by when, and on which facts")
class EscalationResource {
  private final Escalations escalations;
  private final Answering answering;
  private final Pausing pausing;
  private final Clock clock;

  EscalationResource(Escalations escalations, Answering answering, Pausing pausing, Clock clock) {
    this.escalations = escalations;
    this.answering = answering;
    this.pausing = pausing;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Escalations the caller's agency may see, the latest first",
      description =
          "Each says which rule fired on which facts of which incidents, its clocks, and its log.")
  public Page<EscalationView> list(
      @BeanParam EscalationFilter filter, @Valid @BeanParam PageRequest page) {
    return Page.of(
        escalations.page(filter, page), page, this::view, escalation -> Cursor.of(escalation.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One escalation",
      description =
          "The rule and its wording, the facts it fired on with their incidents, who must answer,"
              + " the clocks, and what was done about it: who was told, when and by what, who was not"
              + " and why.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EscalationView.class)))
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  public Response one(@PathParam("id") UUID id) {
    return ok(escalations.get(id));
  }

  @POST
  @Path("/{id}/acknowledgement")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead", "commissioner", "clinician"})
  @Operation(
      summary = "Take an escalation on",
      description =
          "By the agency it is directed to or the provider. Stops the first clock: it no longer"
              + " climbs for want of acknowledgement. No content is sent.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EscalationView.class)))
  @APIResponse(responseCode = "403", description = "Another role, or another agency of the circle.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(responseCode = "409", description = "It has been acknowledged already.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  public Response acknowledge(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return ok(answering.acknowledge(id, ifMatch));
  }

  @POST
  @Path("/{id}/decision")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead", "commissioner", "clinician"})
  @Operation(
      summary = "Decide what an escalation leads to",
      description =
          "After it was acknowledged. Needs a rationale, and either that immediate safety is"
              + " confirmed or an explanation. About a safeguarding concern, the local authority it is"
              + " directed to answers the three questions of the Care Act 2014 s42(1), and says what"
              + " the person wants; the provider may decide before what it does itself, but not that"
              + " nothing further is done. The second clock stops when the decision stands: decided"
              + " by whom it must be, and signed off where the policy asks. Where the criteria are"
              + " met, or another proportionate enquiry is made, an enquiry opens then. Roles:"
              + " manager, safeguarding-lead, commissioner, clinician.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EscalationView.class)))
  @APIResponse(responseCode = "403", description = "Another role, or another agency of the circle.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(responseCode = "409", description = "Not acknowledged yet, or decided already.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  @APIResponse(responseCode = "422", description = "Something is missing; see violations.")
  public Response decide(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull DecideEscalation made) {
    return ok(answering.decide(id, ifMatch, made));
  }

  @POST
  @Path("/{id}/sign-off")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead", "commissioner"})
  @Operation(
      summary = "Sign the decision on an escalation off, or send it back",
      description =
          "Where the policy asks for it, by another person of the agency that decided. Sent back, it"
              + " is to be decided anew; the decision stays among its earlierDecisions. Roles:"
              + " manager, safeguarding-lead, commissioner.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EscalationView.class)))
  @APIResponse(
      responseCode = "403",
      description = "Another role or agency, or the one who decided.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(
      responseCode = "409",
      description = "Not decided yet, signed off already, or its policy asks for none.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  @APIResponse(responseCode = "422", description = "Something is missing; see violations.")
  public Response signOff(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull SignOffDecision said) {
    return ok(answering.signOff(id, ifMatch, said));
  }

  @POST
  @Path("/{id}/closure")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead", "commissioner", "clinician"})
  @Operation(
      summary = "Close an escalation",
      description =
          "After a decision stands, with the reason. A pattern may be raised again from then on.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EscalationView.class)))
  @APIResponse(responseCode = "403", description = "Another role, or another agency of the circle.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(responseCode = "409", description = "No decision stands yet, or closed already.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  @APIResponse(responseCode = "422", description = "The reason is missing.")
  public Response close(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull CloseEscalation closure) {
    return ok(answering.close(id, ifMatch, closure));
  }

  @POST
  @Path("/{id}/pause")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead", "commissioner", "clinician"})
  @Operation(
      summary = "Stop the clocks of an escalation for a while",
      description =
          "With the reason, which stays in its record, and at most ten working days ahead unless"
              + " configured otherwise. Its times to answer and its ladder move by as long as it is"
              + " paused. It runs again by itself at the time given, by its resumption, or when"
              + " somebody answers it. One of its policy's highest tier must have been acknowledged."
              + " By the agency it is directed to or the provider. Roles: manager,"
              + " safeguarding-lead, commissioner, clinician.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EscalationView.class)))
  @APIResponse(responseCode = "403", description = "Another role, or another agency of the circle.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(
      responseCode = "409",
      description = "Decided or paused already, or of the highest tier and not acknowledged.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  @APIResponse(responseCode = "422", description = "No reason, or until is past or too far ahead.")
  public Response pause(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull PauseEscalation asked) {
    return ok(pausing.pause(id, ifMatch, asked));
  }

  @POST
  @Path("/{id}/resumption")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead", "commissioner", "clinician"})
  @Operation(
      summary = "Let the clocks of an escalation run again",
      description =
          "Before its pause is over. No content is sent. By the agency it is directed to or the"
              + " provider. Roles: manager, safeguarding-lead, commissioner, clinician.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EscalationView.class)))
  @APIResponse(responseCode = "403", description = "Another role, or another agency of the circle.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(responseCode = "409", description = "It is not paused.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  public Response resume(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return ok(pausing.resume(id, ifMatch));
  }

  private Response ok(Escalation escalation) {
    return EntityTags.ok(view(escalation), escalation.version());
  }

  private EscalationView view(Escalation escalation) {
    return EscalationView.of(escalation, clock.instant());
  }
}
