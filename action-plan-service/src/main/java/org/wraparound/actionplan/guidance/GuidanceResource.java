package org.wraparound.actionplan.guidance;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.actionplan.PrintStyle;
import org.wraparound.kit.London;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/guidance")
@Tag(
    name = "Guidance",
    description = "One page by which the staff of a shift support a person, and whether they do.")
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
class GuidanceResource {
  private final Guidances guidances;
  private final Readings readings;
  private final GuidanceWriting writing;
  private final Printing printing;
  private final Clock clock;

  GuidanceResource(
      Guidances guidances,
      Readings readings,
      GuidanceWriting writing,
      Printing printing,
      Clock clock) {
    this.guidances = guidances;
    this.readings = readings;
    this.writing = writing;
    this.printing = printing;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Shift guidance, the newest first",
      description =
          "Every version for people whose circle the caller's agency is in, each with how far it has"
              + " been read. What one of the staff has still to read is ?readerId=…&unread=true.")
  public Page<GuidanceView> list(
      @BeanParam GuidanceFilter filter, @Valid @BeanParam PageRequest page) {
    LocalDate today = London.today(clock);
    List<Guidance> found = guidances.page(filter, today, page);
    List<Guidance> earlier = guidances.replacedBy(found);
    List<ReadingTally> tallies = readings.tally(found.stream().map(Guidance::id).toList(), today);
    return Page.of(
        found,
        page,
        guidance -> GuidanceView.of(guidance, earlier, tallies),
        guidance -> Cursor.of(guidance.id()));
  }

  @GET
  @Path("/{id}")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Transactional
  @Operation(
      summary = "One version of shift guidance",
      description =
          "With what it says differently from the version before it; with Accept: text/html as one"
              + " side of A4 to print.")
  @APIResponse(
      responseCode = "200",
      description = "The record, with its ETag; or the page",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = GuidanceView.class)),
        @Content(mediaType = MediaType.TEXT_HTML)
      })
  @APIResponse(responseCode = "404", description = "There is no such guidance for you")
  public Response one(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    Guidance guidance = guidances.required(id);
    return PrintStyle.isWanted(headers)
        ? printing.print(guidance)
        : EntityTags.ok(view(guidance), guidance.version());
  }

  @POST
  @Idempotent
  @RolesAllowed({"manager", "liaison"})
  @Operation(
      summary = "Begins a version of the page for the person of a plan",
      description =
          "A draft, which may be incomplete. At most one per person, provider and kind of setting."
              + " Roles: manager, liaison of a provider that supports the person.")
  @APIResponseSchema(
      value = GuidanceView.class,
      responseCode = "201",
      responseDescription = "The draft, with its ETag and Location")
  @APIResponse(responseCode = "403", description = "Your agency is no provider of the person's")
  @APIResponse(responseCode = "404", description = "There is no such plan for you")
  @APIResponse(responseCode = "409", description = "A draft of this page exists; see related")
  @APIResponse(
      responseCode = "422",
      description = "A line is too long, or too many; see violations")
  public Response draft(@Valid @NotNull DraftGuidance command) {
    Guidance guidance = writing.draft(command);
    return EntityTags.created(guidance.uri(), view(guidance), guidance.version());
  }

  @PUT
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"manager", "liaison"})
  @Operation(
      summary = "Rewrites a draft",
      description =
          "What was published is never changed: draft the next version instead. Roles: manager,"
              + " liaison of the provider.")
  @APIResponseSchema(
      value = GuidanceView.class,
      responseCode = "200",
      responseDescription = "The draft, with its ETag")
  @APIResponse(responseCode = "403", description = "Only the provider does this")
  @APIResponse(responseCode = "404", description = "There is no such guidance for you")
  @APIResponse(responseCode = "409", description = "It is no draft any more")
  @APIResponse(responseCode = "412", description = "It has changed since you read it")
  @APIResponse(
      responseCode = "422",
      description = "A line is too long, or too many; see violations")
  @APIResponse(responseCode = "428", description = "Send If-Match")
  public Response amend(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull AmendGuidance command) {
    return ok(writing.amend(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/publication")
  @Idempotent
  @RolesAllowed("manager")
  @Operation(
      summary = "Puts a draft into force",
      description =
          "In place of the version before it, naming the staff who must read it and by when; those"
              + " who have not by then are chased. Roles: manager of the provider.")
  @APIResponseSchema(
      value = GuidanceView.class,
      responseCode = "200",
      responseDescription = "The version in force, with its ETag")
  @APIResponse(responseCode = "403", description = "Only the provider does this")
  @APIResponse(responseCode = "404", description = "There is no such guidance for you")
  @APIResponse(responseCode = "409", description = "It is no draft any more")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "Parts of the page are missing, or readers cannot be; see violations")
  public Response publish(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull NameReaders command) {
    return ok(writing.publish(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/readers")
  @Idempotent
  @RolesAllowed({"manager", "liaison"})
  @Operation(
      summary = "Names more of the staff who must read it",
      description = "Such as who begins to work there. Roles: manager, liaison of the provider.")
  @APIResponseSchema(
      value = GuidanceView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "Only the provider does this")
  @APIResponse(responseCode = "404", description = "There is no such guidance for you")
  @APIResponse(responseCode = "409", description = "It is not in force")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "Readers cannot be; see violations")
  public Response nameReaders(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull NameReaders command) {
    return ok(writing.nameReaders(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Idempotent
  @RolesAllowed("manager")
  @Operation(
      summary = "Says that a page must not be worked by any more",
      description =
          "Or puts a draft aside. The version before it does not come back into force. Roles: manager"
              + " of the provider.")
  @APIResponseSchema(
      value = GuidanceView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "Only the provider does this")
  @APIResponse(responseCode = "404", description = "There is no such guidance for you")
  @APIResponse(responseCode = "409", description = "A later version is in force, or it was before")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "The reason is missing")
  public Response withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull WithdrawGuidance command) {
    return ok(writing.withdraw(id, ifMatch, command));
  }

  private Response ok(Guidance guidance) {
    return EntityTags.ok(view(guidance), guidance.version());
  }

  private GuidanceView view(Guidance guidance) {
    return GuidanceView.of(
        guidance,
        guidances.replacedBy(List.of(guidance)),
        List.of(readings.tally(guidance.id(), London.today(clock))));
  }
}
