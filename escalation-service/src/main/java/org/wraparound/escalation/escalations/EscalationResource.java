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
import org.wraparound.escalation.policies.Policies;
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
  private final Policies policies;
  private final Clock clock;

  EscalationResource(Escalations escalations, Answering answering, Policies policies, Clock clock) {
    this.escalations = escalations;
    this.answering = answering;
    this.policies = policies;
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
              + " the clocks, and what was done about it.")
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
              + " confirmed or an explanation. Stops the second clock.")
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
  @Path("/{id}/closure")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead", "commissioner", "clinician"})
  @Operation(
      summary = "Close an escalation",
      description =
          "After it was decided, with the reason. A pattern may be raised again from then on.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EscalationView.class)))
  @APIResponse(responseCode = "403", description = "Another role, or another agency of the circle.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(responseCode = "409", description = "Not decided yet, or closed already.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  @APIResponse(responseCode = "422", description = "The reason is missing.")
  public Response close(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull CloseEscalation closure) {
    return ok(answering.close(id, ifMatch, closure));
  }

  private Response ok(Escalation escalation) {
    return EntityTags.ok(view(escalation), escalation.version());
  }

  private EscalationView view(Escalation escalation) {
    return EscalationView.of(
        escalation,
        policies.version(escalation.policyVersion()).policy().rule(escalation.ruleCode()),
        clock.instant());
  }
}
