package org.wraparound.actionplan.drift;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/barriers")
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
  "auditor",
  "partner-system"
})
class BarriersResource {
  private final Barriers barriers;
  private final BarrierRaising raising;

  BarriersResource(Barriers barriers, BarrierRaising raising) {
    this.barriers = barriers;
    this.raising = raising;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Barriers to actions, the newest first",
      description =
          "Those to actions for people whose circle the caller's agency is in. With removableBy and"
              + " live=true: what waits for that agency. Roles: practitioner, manager, liaison,"
              + " commissioner, safeguarding-lead, clinician, advocate, auditor, partner-system.")
  public Page<BarrierView> list(
      @BeanParam BarrierFilter filter, @Valid @BeanParam PageRequest page) {
    return Page.of(
        barriers.page(filter, page), page, BarrierView::of, barrier -> Cursor.of(barrier.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One barrier",
      description =
          "Roles: practitioner, manager, liaison, commissioner, safeguarding-lead, clinician,"
              + " advocate, auditor, partner-system.")
  @APIResponseSchema(
      value = BarrierView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "404", description = "There is no such barrier for you")
  public Response one(@PathParam("id") UUID id) {
    return answer(barriers.required(id));
  }

  @POST
  @Path("/{id}/removal")
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
      summary = "It is out of the way",
      description =
          "With what was done; by the agency that can remove it or the one that raised it. Roles:"
              + " practitioner, manager, liaison, commissioner, safeguarding-lead, clinician,"
              + " advocate, partner-system.")
  @APIResponseSchema(
      value = BarrierView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller's agency is neither")
  @APIResponse(responseCode = "404", description = "There is no such barrier for you")
  @APIResponse(responseCode = "409", description = "It is removed already")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "It is not said what was done")
  public Response remove(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull RemoveBarrier command) {
    return answer(raising.remove(id, ifMatch, command));
  }

  private static Response answer(Barrier barrier) {
    return EntityTags.ok(BarrierView.of(barrier), barrier.version());
  }
}
