package org.wraparound.pathway.circle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/people/{id}/circle")
@Tag(name = "Circle")
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
class CircleResource {
  private static final String AGENCY_CODE = "[A-Z][A-Z0-9-]{1,39}";
  private static final String AGENCY_CODE_FORM =
      "an agency code is 2 to 40 capital letters, digits and hyphens and begins with a letter";

  private final Circle circle;

  CircleResource(Circle circle) {
    this.circle = circle;
  }

  @GET
  @Transactional
  @Operation(
      summary = "The agencies in a person's circle",
      description = "Those in it now, by code. Roles: all but ops.")
  @APIResponse(responseCode = "200", description = "A page of memberships")
  @APIResponse(
      responseCode = "404",
      description = "not-found: there is no such person, or none you may see")
  public Page<MembershipView> list(
      @PathParam("id") UUID personId, @Valid @BeanParam PageRequest page) {
    return Page.of(
        circle.page(personId, page),
        page,
        MembershipView::of,
        membership -> Cursor.of(membership.member()));
  }

  @GET
  @Path("/{agency}")
  @Transactional
  @Operation(summary = "One agency's place in the circle", description = "Roles: all but ops.")
  @APIResponseSchema(
      value = MembershipView.class,
      responseCode = "200",
      responseDescription = "The membership, with its ETag")
  @APIResponse(
      responseCode = "404",
      description = "not-found: the agency is not in the circle of a person you may see")
  public Response one(
      @PathParam("id") UUID personId,
      @PathParam("agency") @Pattern(regexp = AGENCY_CODE, message = AGENCY_CODE_FORM)
          String agency) {
    Membership membership = circle.one(personId, agency);
    return EntityTags.ok(MembershipView.of(membership), membership.version());
  }

  @PUT
  @Path("/{agency}")
  @RolesAllowed({"manager", "liaison"})
  @Operation(
      summary = "Bring an agency into the circle, or change its place",
      description =
          "Takes effect at once here and within seconds in every service. For an agency that is in"
              + " the circle already, send If-Match with the ETag of its place. Roles: manager,"
              + " liaison of the provider that keeps the person's record.")
  @APIResponse(
      responseCode = "200",
      description = "Its place was changed",
      content = @Content(schema = @Schema(implementation = MembershipView.class)))
  @APIResponseSchema(
      value = MembershipView.class,
      responseCode = "201",
      responseDescription = "It joined the circle")
  @APIResponse(
      responseCode = "403",
      description = "forbidden: your agency sees the person but does not keep the record")
  @APIResponse(
      responseCode = "404",
      description = "not-found: there is no such person, or none you may see")
  @APIResponse(
      responseCode = "409",
      description = "conflict: the provider's own place stays as it is")
  @APIResponse(responseCode = "412", description = "precondition-failed: it has changed since")
  @APIResponse(
      responseCode = "422",
      description = "invalid: every field to mend is named, the basis of sharing included")
  @APIResponse(
      responseCode = "428",
      description = "precondition-required: it is in the circle; send If-Match")
  public Response place(
      @PathParam("id") UUID personId,
      @PathParam("agency") @Pattern(regexp = AGENCY_CODE, message = AGENCY_CODE_FORM) String agency,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") PlaceInCircle place) {
    Circle.Placed placed = circle.place(personId, agency, place, ifMatch);
    Membership membership = placed.membership();
    MembershipView view = MembershipView.of(membership);
    return placed.joined()
        ? EntityTags.created(
            URI.create("/v1/people/" + personId + "/circle/" + agency), view, membership.version())
        : EntityTags.ok(view, membership.version());
  }

  @DELETE
  @Path("/{agency}")
  @RolesAllowed({"manager", "liaison"})
  @Operation(
      summary = "Take an agency out of the circle",
      description =
          "From now on it sees none of the person's records but those it made; that it was in the"
              + " circle stays on record. Roles: manager, liaison of the provider that keeps the"
              + " person's record.")
  @APIResponse(responseCode = "204", description = "It left the circle")
  @APIResponse(
      responseCode = "403",
      description = "forbidden: your agency sees the person but does not keep the record")
  @APIResponse(
      responseCode = "404",
      description = "not-found: the agency is not in the circle of a person you may see")
  @APIResponse(
      responseCode = "409",
      description = "conflict: the provider that keeps the record cannot leave")
  @APIResponse(responseCode = "412", description = "precondition-failed: it has changed since")
  public Response end(
      @PathParam("id") UUID personId,
      @PathParam("agency") @Pattern(regexp = AGENCY_CODE, message = AGENCY_CODE_FORM) String agency,
      @HeaderParam("If-Match") String ifMatch) {
    circle.end(personId, agency, ifMatch);
    return Response.noContent().build();
  }
}
