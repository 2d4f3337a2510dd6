package org.wraparound.actionplan.actions;

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
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.London;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/actions")
@Tag(name = "Actions", description = "Who does what by when, and did it work.")
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
class ActionsResource {
  private final Actions actions;
  private final ActionNegotiating negotiating;
  private final ActionProgress progress;
  private final Clock clock;

  ActionsResource(
      Actions actions, ActionNegotiating negotiating, ActionProgress progress, Clock clock) {
    this.actions = actions;
    this.negotiating = negotiating;
    this.progress = progress;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Actions, the soonest due first",
      description =
          "Those for people whose circle the caller's agency is in. Roles: practitioner,"
              + " manager, liaison, commissioner, safeguarding-lead, clinician, advocate, auditor,"
              + " partner-system.")
  public Page<ActionView> list(@BeanParam ActionFilter filter, @Valid @BeanParam PageRequest page) {
    LocalDate today = London.today(clock);
    return Page.of(
        actions.page(filter, today, page),
        page,
        action -> ActionView.of(action, today),
        action -> Cursor.of(action.terms().dueOn(), action.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One action",
      description =
          "With its evidence and the checks made of it. Roles: practitioner, manager,"
              + " liaison, commissioner, safeguarding-lead, clinician, advocate, auditor,"
              + " partner-system.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  public Response one(@PathParam("id") UUID id) {
    return answer(actions.required(id));
  }

  @PUT
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"manager", "liaison", "commissioner", "safeguarding-lead", "clinician"})
  @Operation(
      summary = "Changes the terms of an action",
      description =
          "The whole terms, in place of what was agreed; milestones reached and reviews"
              + " made stay. By the plan's provider, who proposed it, or its owner. Changed by"
              + " another than the owner it is proposed again until the owner accepts; what was"
              + " agreed before stays readable as a version of the plan. Once agreed, its day"
              + " moves later only by an extension. Roles: manager, liaison, commissioner,"
              + " safeguarding-lead, clinician.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller's agency is none of these")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  @APIResponse(responseCode = "409", description = "It is no longer to be done")
  @APIResponse(responseCode = "412", description = "It has changed since")
  @APIResponse(
      responseCode = "422",
      description = "What was sent cannot be followed up; see violations")
  @APIResponse(responseCode = "428", description = "Send If-Match")
  public Response amend(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") AgreeAction command) {
    return answer(negotiating.amend(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/acceptance")
  @Idempotent
  @RolesAllowed({
    "practitioner",
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "The agency takes the action on by name",
      description =
          "By the agency it is proposed to, which names who does it. An action it declined"
              + " before can be accepted too. Roles: practitioner, manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, partner-system.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "Another agency is asked")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  @APIResponse(responseCode = "409", description = "It is neither proposed nor declined")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "Nobody is named")
  public Response accept(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") AcceptAction command) {
    return answer(negotiating.accept(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/refusal")
  @Idempotent
  @RolesAllowed({
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "The agency does not take the action on",
      description =
          "By the agency it is proposed to, with a reason; the plan's provider or who"
              + " proposed it hands it on or withdraws it. Roles: manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, partner-system.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "Another agency is asked")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  @APIResponse(responseCode = "409", description = "It is not proposed")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "There is no reason")
  public Response decline(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") DeclineAction command) {
    return answer(negotiating.decline(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/reassignment")
  @Idempotent
  @RolesAllowed({
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "Hands the action on",
      description =
          "To another agency by the plan's provider or who proposed it: it is proposed"
              + " until that agency accepts. Within the owning agency, by itself, to another of"
              + " its people: it stays agreed. Roles: manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, partner-system.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller's agency is none of these")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  @APIResponse(responseCode = "409", description = "It is no longer to be done")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "The new owner is missing or not in the circle, or there is no reason")
  public Response reassign(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") ReassignAction command) {
    return answer(negotiating.reassign(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/start")
  @Idempotent
  @RolesAllowed({
    "practitioner",
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "The owner begins",
      description =
          "By the agency that owns it. A proposed action is agreed by it, in the name of who"
              + " sends this unless another is named. Roles: practitioner, manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, partner-system.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "Another agency owns it")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  @APIResponse(
      responseCode = "409",
      description =
          "It is neither proposed nor open, or what it depends on is not done; see related")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  public Response start(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid StartAction command) {
    return answer(progress.start(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/milestones/{position}/reached")
  @Idempotent
  @RolesAllowed({
    "practitioner",
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "A milestone is reached",
      description =
          "By the agency that owns it. Takes no content. Roles: practitioner, manager,"
              + " liaison, commissioner, safeguarding-lead, clinician, advocate, partner-system.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "Another agency owns it")
  @APIResponse(responseCode = "404", description = "There is no such action or milestone for you")
  @APIResponse(
      responseCode = "409",
      description = "It was reached before, or the action is neither open nor started")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  public Response reach(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Parameter(description = "Of the milestone, from 1.") @PathParam("position") int position) {
    return answer(progress.reach(id, ifMatch, position));
  }

  @POST
  @Path("/{id}/reviews")
  @Idempotent
  @RolesAllowed({"manager", "liaison", "commissioner", "safeguarding-lead", "clinician"})
  @Operation(
      summary = "Says whether the action is on track",
      description =
          "Answers every review point whose day has come, or else the next one. By anyone"
              + " in the circle. Roles: manager, liaison, commissioner, safeguarding-lead,"
              + " clinician.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  @APIResponse(
      responseCode = "409",
      description = "No review point waits for an answer, or it is no longer to be done")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "There is no finding")
  public Response review(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") ReviewAction command) {
    return answer(progress.review(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/completion")
  @Idempotent
  @RolesAllowed({
    "practitioner",
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "The owner completes it with evidence",
      description =
          "By the agency that owns it; a proposed action is agreed by it. Done is not"
              + " closed: someone else verifies whether it worked. Roles: practitioner, manager,"
              + " liaison, commissioner, safeguarding-lead, clinician, advocate, partner-system.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "Another agency owns it")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  @APIResponse(
      responseCode = "409",
      description = "It is not to be done, or what it depends on is not done; see related")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "There is no evidence in it, or a file is not there")
  public Response complete(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") CompleteAction command) {
    return answer(progress.complete(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/verification")
  @Idempotent
  @RolesAllowed({"manager", "liaison", "commissioner", "safeguarding-lead", "clinician"})
  @Operation(
      summary = "Someone else checks whether it achieved what was intended",
      description =
          "By anyone in the circle but its named owner and who completed it. ACHIEVED"
              + " closes it; PARTIALLY_ACHIEVED and NOT_ACHIEVED open it again, or close it with a"
              + " followUp action that takes on the rest; TOO_EARLY_TO_SAY leaves it completed, to"
              + " be checked again on checkAgainOn. Roles: manager, liaison, commissioner,"
              + " safeguarding-lead, clinician.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller owns or completed it")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  @APIResponse(responseCode = "409", description = "It is not completed")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "Finding, day or follow-up are missing or wrong; see violations")
  public Response verify(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") VerifyAction command) {
    return answer(progress.verify(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Idempotent
  @RolesAllowed({"manager", "commissioner", "safeguarding-lead", "clinician"})
  @Operation(
      summary = "It will not be done, for a reason",
      description =
          "By a manager of the plan's provider, or a lead of the agency that owns or"
              + " proposed it. Roles: manager, commissioner, safeguarding-lead, clinician.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller is none of these")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  @APIResponse(responseCode = "409", description = "It is verified or withdrawn already")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "There is no reason")
  public Response withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") WithdrawAction command) {
    return answer(negotiating.withdraw(id, ifMatch, command));
  }

  private Response answer(Action action) {
    return EntityTags.ok(ActionView.of(action, London.today(clock)), action.version());
  }
}
