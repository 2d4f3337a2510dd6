package org.wraparound.escalation.enquiries;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@Path("/v1/enquiry-stage-sets/{council: [A-Za-z0-9-]{1,60}}")
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
@Tag(
    name = "Enquiry stages",
    description = "The stages of each council's enquiries: versioned data")
class StageSetResource {
  private static final String AUTHORITY = "LOCAL_AUTHORITY_SAFEGUARDING";

  private final StageSets sets;
  private final Provenance provenance;

  StageSetResource(StageSets sets, Provenance provenance) {
    this.sets = sets;
    this.provenance = provenance;
  }

  /**
   * A version of a council's stages as it is shown.
   *
   * @param version counts what the council has published; 0 is what comes with the product
   */
  @Schema(name = "StageSetView")
  record View(
      String council,
      int version,
      Instant publishedAt,
      String publishedBy,
      List<StagePlan> stages) {
    private static View of(StageSets.InForce set) {
      return new View(
          set.council(), set.number(), set.publishedAt(), set.publishedBy(), set.stages());
    }
  }

  @GET
  @Transactional
  @Operation(
      summary = "The stages of a council's enquiries",
      description =
          "The version in force; 0 is the one that comes with the product, for councils that have"
              + " published none. Roles: all but ops.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  public Response inForce(@PathParam("council") String council) {
    return ok(sets.inForce(council));
  }

  @GET
  @Path("/versions")
  @Transactional
  @Operation(
      summary = "The versions a council has published, the latest first",
      description =
          "A version is never changed: enquiries name the one they began with. Roles: all but ops.")
  public Page<View> versions(
      @PathParam("council") String council, @Valid @BeanParam PageRequest page) {
    return Page.of(
        sets.page(council, page),
        page,
        set -> View.of(StageSets.InForce.of(set)),
        set -> Cursor.of(set.id()));
  }

  @PUT
  @RolesAllowed("safeguarding-lead")
  @Operation(
      summary = "Publish the stages of your council's enquiries",
      description =
          "The next version, for enquiries that open from now on; those under way keep theirs. Send"
              + " If-Match with the ETag of the version in force. Roles: safeguarding-lead of that"
              + " council.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "403", description = "Another role, or not your council.")
  @APIResponse(responseCode = "412", description = "Another version is in force by now.")
  @APIResponse(responseCode = "422", description = "No stage, or one that is not well formed.")
  @APIResponse(responseCode = "428", description = "If-Match is missing.")
  public Response publish(
      @PathParam("council") String council,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull PublishStages stages) {
    Caller caller = provenance.caller();
    if (!council.equals(caller.agency()) || !AUTHORITY.equals(caller.agencyType())) {
      throw ProblemException.forbidden("Only that council's safeguarding team sets its stages.");
    }
    stages.mustNotRepeat();
    return ok(sets.publish(council, ifMatch, stages, caller));
  }

  private static Response ok(StageSets.InForce set) {
    return EntityTags.ok(View.of(set), set.number());
  }
}
