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
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.ActionAgreeing;
import org.wraparound.actionplan.actions.ActionView;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.actionplan.actions.AgencyTally;
import org.wraparound.actionplan.actions.AgreeAction;
import org.wraparound.actionplan.actions.PartyTally;
import org.wraparound.kit.London;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

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
  private final PlanVersions versions;
  private final Actions actions;
  private final PlanOpening opening;
  private final PlanClosing closing;
  private final ActionAgreeing agreeing;
  private final Clock clock;

  PlansResource(
      Plans plans,
      PlanVersions versions,
      Actions actions,
      PlanOpening opening,
      PlanClosing closing,
      ActionAgreeing agreeing,
      Clock clock) {
    this.plans = plans;
    this.versions = versions;
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
          "Those for people whose circle the caller's agency is in, each with how its"
              + " actions stand. Roles: practitioner, manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, auditor, partner-system.")
  public Page<PlanView> list(@BeanParam PlanFilter filter, @Valid @BeanParam PageRequest page) {
    List<Plan> found = plans.page(filter, page);
    List<UUID> ids = found.stream().map(Plan::id).toList();
    List<PartyTally> tallies = actions.tally(ids, London.today(clock));
    List<AgencyTally> agreements = actions.agreement(ids);
    return Page.of(
        found, page, plan -> PlanView.of(plan, tallies, agreements), plan -> Cursor.of(plan.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One plan",
      description =
          "With how its actions stand, counted for each party apart, and whether each"
              + " agency has agreed to its own; the actions themselves are GET"
              + " /v1/actions?planId=. Its ETag changes with whatever is agreed in it. Roles:"
              + " practitioner, manager, liaison, commissioner, safeguarding-lead, clinician,"
              + " advocate, auditor, partner-system.")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "404", description = "There is no such plan for you")
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
          "For a person whose circle the caller's agency is in; empty, or with the actions"
              + " of a plan template, each proposed to who should do it. At most one plan is open"
              + " per person and kind. Roles: manager, liaison, commissioner, safeguarding-lead,"
              + " clinician.")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "201",
      responseDescription = "The new record, with its ETag and Location")
  @APIResponse(responseCode = "404", description = "There is no such person for you")
  @APIResponse(
      responseCode = "409",
      description = "A plan of this kind is open for this person; see related")
  @APIResponse(responseCode = "422", description = "The template or its day is missing or wrong")
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
      description =
          "Once every action of it is verified or withdrawn. Takes no content. Roles:"
              + " manager, liaison.")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(
      responseCode = "409",
      description = "Actions are unsettled, named in detail and related; or it is closed already")
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
          "Agreed at once when the caller's agency owns it and names who does it; else"
              + " proposed to the agency that is to own it. Refused without an owner in the"
              + " circle, a date that is not past, evidence to be shown or an intended outcome,"
              + " and when the title is too vague to check; the answer names everything there is"
              + " to mend. Roles: manager, liaison, commissioner, safeguarding-lead, clinician.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "201",
      responseDescription = "The new record, with its ETag and Location")
  @APIResponse(responseCode = "409", description = "The plan is closed")
  @APIResponse(responseCode = "412", description = "The plan has changed since; only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "What was sent cannot be followed up; see violations")
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

  @GET
  @Path("/{id}/versions")
  @Transactional
  @Operation(
      summary = "What changed in what is agreed, the newest first",
      description =
          "Each action added, amended, accepted, declined, handed on, extended or withdrawn"
              + " is a version of the plan. Roles: practitioner, manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, auditor, partner-system.")
  @APIResponse(responseCode = "404", description = "There is no such plan for you")
  public Page<PlanVersionView.Entry> versions(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    plans.required(id);
    return Page.of(
        versions.page(id, page),
        page,
        PlanVersionView.Entry::of,
        version -> Cursor.of(version.number()));
  }

  @GET
  @Path("/{id}/versions/{number}")
  @Transactional
  @Operation(
      summary = "The plan as it was agreed at one version",
      description =
          "With every action as it was agreed then. It never changes. Roles: practitioner,"
              + " manager, liaison, commissioner, safeguarding-lead, clinician, advocate, auditor,"
              + " partner-system.")
  @APIResponseSchema(
      value = PlanVersionView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "404", description = "There is no such plan or version for you")
  public Response version(@PathParam("id") UUID id, @PathParam("number") int number) {
    plans.required(id);
    PlanVersion version = versions.required(id, number);
    return EntityTags.ok(PlanVersionView.of(version, versions.upTo(id, number)), version.version());
  }

  private PlanView view(Plan plan) {
    List<UUID> id = List.of(plan.id());
    return PlanView.of(plan, actions.tally(id, London.today(clock)), actions.agreement(id));
  }
}
