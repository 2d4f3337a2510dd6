package org.wraparound.actionplan.drift;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.ActionView;
import org.wraparound.kit.London;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.EntityTags;

@Path("/v1/actions")
@Tag(
    name = "Drift",
    description = "What keeps actions from being done by their day, and who knows.")
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
class ActionDriftResource {
  private final BarrierRaising raising;
  private final Extending extending;
  private final DriftLog log;
  private final Clock clock;

  ActionDriftResource(BarrierRaising raising, Extending extending, DriftLog log, Clock clock) {
    this.raising = raising;
    this.extending = extending;
    this.log = log;
    this.clock = clock;
  }

  @GET
  @Path("/{id}/drift")
  @Transactional
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
  @Operation(
      summary = "How an action stands towards its day, and what was said and told of it",
      description =
          "Reminders, overdue, barriers, extensions granted and refused, and who above the owner was"
              + " told when: the same for all of the circle. Roles: practitioner, manager, liaison,"
              + " commissioner, safeguarding-lead, clinician, advocate, auditor, partner-system.")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  public DriftView drift(@PathParam("id") UUID id) {
    return log.of(id);
  }

  @POST
  @Path("/{id}/barriers")
  @Idempotent
  @Operation(
      summary = "Something stands in its way",
      description =
          "By anyone of the circle, best before it is late, naming the agency that can remove it."
              + " Roles: practitioner, manager, liaison, commissioner, safeguarding-lead, clinician,"
              + " advocate, partner-system.")
  @APIResponseSchema(
      value = BarrierView.class,
      responseCode = "201",
      responseDescription = "The barrier, with its ETag and Location")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  @APIResponse(responseCode = "409", description = "The action is done, or will not be")
  @APIResponse(
      responseCode = "422",
      description = "A code is not in its list, or who can remove it is not in the circle")
  public Response raise(@PathParam("id") UUID id, @Valid @NotNull RaiseBarrier command) {
    Barrier barrier = raising.raise(id, command);
    return EntityTags.created(barrier.uri(), BarrierView.of(barrier), barrier.version());
  }

  @POST
  @Path("/{id}/extension")
  @Idempotent
  @Operation(
      summary = "Put its due day off, with a reason",
      description =
          "By the agency that owns it: anyone there the first time, a manager, commissioner or"
              + " safeguarding lead the second. The third is refused: the refusal is kept, and the"
              + " commissioners of the circle are told. How often and for how long is"
              + " configuration. Roles: practitioner, manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, partner-system.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The action, with its ETag")
  @APIResponse(
      responseCode = "403",
      description = "Another agency owns it, or it takes a manager this time")
  @APIResponse(responseCode = "404", description = "There is no such action for you")
  @APIResponse(
      responseCode = "409",
      description = "It is not taken on, or done, or it was put off as often as it may be")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "There is no reason, or the day is not later, or too late")
  public Response extend(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull AskExtension command) {
    Action action = extending.extend(id, ifMatch, command);
    return EntityTags.ok(ActionView.of(action, London.today(clock)), action.version());
  }
}
