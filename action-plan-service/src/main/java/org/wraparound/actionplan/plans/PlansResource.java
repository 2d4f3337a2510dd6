package org.wraparound.actionplan.plans;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.ActionAgreeing;
import org.wraparound.actionplan.actions.ActionView;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.actionplan.actions.AgreeAction;
import org.wraparound.actionplan.actions.PartyTally;
import org.wraparound.kit.London;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.Problem;

@Path("/v1/plans")
@Tag(name = "Plans", description = "What is to be done for a person, by whom, about one matter.")
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
class PlansResource {
  private final Plans plans;
  private final Actions actions;
  private final PlanOpening opening;
  private final PlanClosing closing;
  private final ActionAgreeing agreeing;
  private final Clock clock;

  PlansResource(
      Plans plans,
      Actions actions,
      PlanOpening opening,
      PlanClosing closing,
      ActionAgreeing agreeing,
      Clock clock) {
    this.plans = plans;
    this.actions = actions;
    this.opening = opening;
    this.closing = closing;
    this.agreeing = agreeing;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Plans, the newest first",
      description =
          "Those for people whose circle the caller's agency is in, each with how its actions"
              + " stand.")
  public Page<PlanView> list(@BeanParam PlanFilter filter, @Valid @BeanParam PageRequest page) {
    List<Plan> found = plans.page(filter, page);
    List<PartyTally> tallies =
        actions.tally(found.stream().map(Plan::id).toList(), London.today(clock));
    return Page.of(found, page, plan -> PlanView.of(plan, tallies), plan -> Cursor.of(plan.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One plan",
      description =
          "With how its actions stand, counted for each party apart; the actions themselves are"
              + " GET /v1/actions?planId=.")
  @APIResponse(
      responseCode = "200",
      description = "The record, with its ETag",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PlanView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such plan for you",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response one(@PathParam("id") UUID id) {
    Plan plan = plans.required(id);
    return EntityTags.ok(view(plan), plan.version());
  }

  @POST
  @Idempotent
  @RolesAllowed({"manager", "liaison", "commissioner", "safeguarding-lead", "clinician"})
  @Operation(
      summary = "Opens a plan by hand",
      description =
          "For a person whose circle the caller's agency is in. At most one plan is open per person"
              + " and kind.")
  @APIResponse(
      responseCode = "201",
      description = "The new record, with its ETag and Location",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PlanView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such person for you",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "A plan of this kind is open for this person; see related",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response open(@Valid @NotNull OpenPlan command) {
    Plan plan = opening.byHand(command);
    return EntityTags.created(plan.uri(), view(plan), plan.version());
  }

  @POST
  @Path("/{id}/closure")
  @Idempotent
  @RolesAllowed({"manager", "liaison"})
  @Operation(
      summary = "Closes a plan",
      description = "Once every action of it is verified or withdrawn. Takes no content.")
  @APIResponse(
      responseCode = "200",
      description = "The record, with its ETag",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PlanView.class)))
  @APIResponse(
      responseCode = "409",
      description = "Actions are unsettled, named in detail and related; or it is closed already",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response close(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    Plan plan = closing.close(id, ifMatch);
    return EntityTags.ok(view(plan), plan.version());
  }

  @POST
  @Path("/{id}/actions")
  @Idempotent
  @RolesAllowed({"manager", "liaison", "commissioner", "safeguarding-lead", "clinician"})
  @Operation(
      summary = "Adds an action worded by hand",
      description =
          "Refused without an owner in the circle, a date that is not past, evidence to be shown or"
              + " an intended outcome, and when the title is too vague to check; the answer names"
              + " everything there is to mend.")
  @APIResponse(
      responseCode = "201",
      description = "The new record, with its ETag and Location",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ActionView.class)))
  @APIResponse(
      responseCode = "409",
      description = "The plan is closed",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "What was sent cannot be followed up; see violations",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response agree(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull AgreeAction command) {
    Plan plan = plans.requiredAlone(id);
    EntityTags.honour(ifMatch, plan.version());
    plan.requireOpen();
    Action action = agreeing.byHand(plan.asOwner(), command);
    return EntityTags.created(
        action.uri(), ActionView.of(action, London.today(clock)), action.version());
  }

  private PlanView view(Plan plan) {
    return PlanView.of(plan, actions.tally(List.of(plan.id()), London.today(clock)));
  }
}
