package org.wraparound.pathway.transitions;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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

@Path("/v1/transitions")
@Tag(name = "Transitions")
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
class TransitionResource {
  private final SteppingUp steppingUp;
  private final Transitions transitions;

  TransitionResource(SteppingUp steppingUp, Transitions transitions) {
    this.steppingUp = steppingUp;
    this.transitions = transitions;
  }

  @POST
  @Idempotent
  @RolesAllowed("manager")
  @Operation(
      summary = "Propose a step-up by hand",
      description =
          "It waits for an authoriser. Rules propose by themselves. Roles: manager of the provider"
              + " that supports the person.")
  @APIResponseSchema(
      value = TransitionView.class,
      responseCode = "201",
      responseDescription = "Proposed")
  @APIResponse(
      responseCode = "403",
      description = "forbidden: your agency sees the person but does not support them")
  @APIResponse(
      responseCode = "404",
      description = "not-found: there is no such person, or none you may see")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  public Response propose(@Valid @NotNull(message = "send a JSON object") ProposeStepUp proposal) {
    Transition transition = steppingUp.propose(proposal);
    return EntityTags.created(
        URI.create("/v1/transitions/" + transition.id()), transition.view(), transition.version());
  }

  @GET
  @Transactional
  @Operation(
      summary = "Transitions, the newest first",
      description = "Those your agency may see. Roles: all but ops.")
  @APIResponse(responseCode = "200", description = "A page of transitions")
  public Page<TransitionView> list(
      @Parameter(description = "Of this person's support.") @QueryParam("personId") UUID personId,
      @Parameter(description = "Standing there.") @QueryParam("status") TransitionStatus status,
      @Valid @BeanParam PageRequest page) {
    return Page.of(
        transitions.page(personId, status, page),
        page,
        Transition::view,
        transition -> Cursor.of(transition.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(summary = "One transition", description = "Roles: all but ops.")
  @APIResponseSchema(
      value = TransitionView.class,
      responseCode = "200",
      responseDescription = "The transition, with its ETag")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  public Response one(@PathParam("id") UUID id) {
    Transition transition = steppingUp.one(id);
    return EntityTags.ok(transition.view(), transition.version());
  }

  @POST
  @Path("/{id}/authorisation")
  @Idempotent
  @RolesAllowed("commissioner")
  @Operation(
      summary = "Authorise a step-up",
      description =
          "From a day until its review, with the way back down planned; nothing may be missing or"
              + " open-ended. On the review date its status becomes REVIEW_DUE and, when that day has"
              + " passed without a review, EXPIRED. If-Match is honoured when sent. Roles: commissioner"
              + " of a commissioning agency.")
  @APIResponseSchema(
      value = TransitionView.class,
      responseCode = "200",
      responseDescription = "Authorised")
  @APIResponse(responseCode = "403", description = "forbidden: your agency does not commission")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it has been decided on already")
  @APIResponse(responseCode = "412", description = "precondition-failed: it has changed since")
  @APIResponse(
      responseCode = "422",
      description = "invalid: everything that is missing is named at once, with how to mend it")
  public Response authorise(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") AuthoriseStepUp terms) {
    Transition transition = steppingUp.authorise(id, terms, ifMatch);
    return EntityTags.ok(transition.view(), transition.version());
  }

  @POST
  @Path("/{id}/refusal")
  @Idempotent
  @RolesAllowed("commissioner")
  @Operation(
      summary = "Refuse a step-up",
      description =
          "If-Match is honoured when sent. Roles: commissioner of a commissioning agency.")
  @APIResponseSchema(
      value = TransitionView.class,
      responseCode = "200",
      responseDescription = "Refused")
  @APIResponse(responseCode = "403", description = "forbidden: your agency does not commission")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it has been decided on already")
  @APIResponse(responseCode = "412", description = "precondition-failed: it has changed since")
  @APIResponse(responseCode = "422", description = "invalid: the reason is missing or too long")
  public Response refuse(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") RefuseStepUp refusal) {
    Transition transition = steppingUp.refuse(id, refusal.reason(), ifMatch);
    return EntityTags.ok(transition.view(), transition.version());
  }
}
