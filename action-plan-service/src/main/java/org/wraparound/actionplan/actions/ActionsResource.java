package org.wraparound.actionplan.actions;

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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.London;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.Problem;

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
  private final ActionProgress progress;
  private final Clock clock;

  ActionsResource(Actions actions, ActionProgress progress, Clock clock) {
    this.actions = actions;
    this.progress = progress;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Actions, the soonest due first",
      description = "Those for people whose circle the caller's agency is in.")
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
  @Operation(summary = "One action", description = "With its evidence and the checks made of it.")
  @APIResponse(
      responseCode = "200",
      description = "The record, with its ETag",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ActionView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such action for you",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response one(@PathParam("id") UUID id) {
    return answer(actions.required(id));
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
          "By the agency that owns it. Done is not closed: someone else verifies whether it worked.")
  @APIResponse(
      responseCode = "200",
      description = "The record, with its ETag",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ActionView.class)))
  @APIResponse(
      responseCode = "403",
      description = "Another agency owns it",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "It is not open",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "There is no evidence in it",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response complete(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull CompleteAction command) {
    return answer(progress.complete(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/verification")
  @Idempotent
  @RolesAllowed({"manager", "commissioner", "safeguarding-lead", "clinician", "liaison"})
  @Operation(
      summary = "Someone else checks whether it achieved what was intended",
      description =
          "By anyone in the circle but who completed it. ACHIEVED closes it; PARTIALLY_ACHIEVED and"
              + " NOT_ACHIEVED open it again; TOO_EARLY_TO_SAY leaves it completed, to be checked"
              + " later.")
  @APIResponse(
      responseCode = "200",
      description = "The record, with its ETag",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ActionView.class)))
  @APIResponse(
      responseCode = "403",
      description = "The caller completed it",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "It is not completed",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response verify(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull VerifyAction command) {
    return answer(progress.verify(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Idempotent
  @RolesAllowed({"manager", "commissioner", "safeguarding-lead", "clinician"})
  @Operation(
      summary = "It will not be done, for a reason",
      description = "By a manager of the plan's provider, or a lead of the agency that owns it.")
  @APIResponse(
      responseCode = "200",
      description = "The record, with its ETag",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ActionView.class)))
  @APIResponse(
      responseCode = "403",
      description = "The caller is neither",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "It is verified or withdrawn already",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull WithdrawAction command) {
    return answer(progress.withdraw(id, ifMatch, command));
  }

  private Response answer(Action action) {
    return EntityTags.ok(ActionView.of(action, London.today(clock)), action.version());
  }
}
