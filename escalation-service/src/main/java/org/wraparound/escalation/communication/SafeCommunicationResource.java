package org.wraparound.escalation.communication;

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
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.London;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/people/{id}/safe-communication")
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
    name = "Safe communication",
    description = "How others are told of a person without putting anybody at risk")
class SafeCommunicationResource {
  private final Arranging arranging;
  private final Clock clock;

  SafeCommunicationResource(Arranging arranging, Clock clock) {
    this.arranging = arranging;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Operation(
      summary = "How a person is safely told about",
      description =
          "The version in force. Every notice obeys it, and every referral shows it. An agency that"
              + " it guards against does not see it. Roles: all but ops.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Arrangement.View.class)))
  @APIResponse(
      responseCode = "404",
      description = "not-found: nothing is arranged for a person whom your agency sees")
  public Response inForce(@PathParam("id") UUID personId) {
    Arrangement arrangement = arranging.one(personId);
    return EntityTags.ok(view(arrangement), arrangement.number());
  }

  @GET
  @Path("/versions")
  @Transactional
  @Operation(
      summary = "All versions, the latest first",
      description = "Who arranged what, when and why. Roles: all but ops.")
  @APIResponse(
      responseCode = "404",
      description = "not-found: what is arranged guards against your agency")
  public Page<Arrangement.View> versions(
      @PathParam("id") UUID personId, @Valid @BeanParam PageRequest page) {
    return Page.of(
        arranging.page(personId, page),
        page,
        this::view,
        arrangement -> Cursor.of(arrangement.id()));
  }

  @PUT
  @RolesAllowed({"manager", "liaison", "safeguarding-lead"})
  @Operation(
      summary = "Arrange how a person is safely told about",
      description =
          "A new version takes the place of the one in force, whose ETag is sent as If-Match; the"
              + " first needs none. It holds from now on, also past its review day, until it is"
              + " replaced; to lift it, arrange that nothing is avoided. Roles: manager, liaison,"
              + " safeguarding-lead of an agency in the circle at level FULL.")
  @APIResponse(
      responseCode = "200",
      description = "It took the place of the one before",
      content = @Content(schema = @Schema(implementation = Arrangement.View.class)))
  @APIResponse(
      responseCode = "201",
      description = "The first for this person",
      content = @Content(schema = @Schema(implementation = Arrangement.View.class)))
  @APIResponse(
      responseCode = "403",
      description = "forbidden: your agency sees the person's records in outline only")
  @APIResponse(responseCode = "404", description = "not-found: no such person for your agency")
  @APIResponse(
      responseCode = "409",
      description = "conflict: someone else arranged it at the same moment")
  @APIResponse(responseCode = "412", description = "precondition-failed: it has changed since")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  @APIResponse(responseCode = "428", description = "precondition-required: send If-Match")
  public Response arrange(
      @PathParam("id") UUID personId,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") ArrangeSafeCommunication arranged) {
    Arrangement arrangement = arranging.arrange(personId, ifMatch, arranged);
    return arrangement.number() == 1
        ? EntityTags.created(
            URI.create("/v1/people/" + personId + "/safe-communication"),
            view(arrangement),
            arrangement.number())
        : EntityTags.ok(view(arrangement), arrangement.number());
  }

  private Arrangement.View view(Arrangement arrangement) {
    return arrangement.view(London.today(clock));
  }
}
