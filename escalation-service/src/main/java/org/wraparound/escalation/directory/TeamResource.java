package org.wraparound.escalation.directory;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/agencies/{agency}/teams")
@Authenticated
@Tag(name = "Directory")
class TeamResource {
  private final Directory directory;
  private final DirectoryEntries entries;

  TeamResource(Directory directory, DirectoryEntries entries) {
    this.directory = directory;
    this.entries = entries;
  }

  @GET
  @Transactional
  @Operation(
      summary = "The teams of an agency",
      description = "By code, those out of use among them. Roles: all.")
  @APIResponse(responseCode = "200", description = "A page of teams")
  @APIResponse(responseCode = "404", description = "not-found: there is no such agency")
  public Page<TeamView> list(
      @PathParam("agency") String agency, @Valid @BeanParam PageRequest page) {
    entries.agency(agency);
    return Page.of(entries.teams(agency, page), page, TeamView::of, team -> Cursor.of(team.code()));
  }

  @GET
  @Path("/{team}")
  @Transactional
  @Operation(summary = "One team", description = "Roles: all.")
  @APIResponse(
      responseCode = "200",
      description = "The team, with its ETag",
      content = @Content(schema = @Schema(implementation = TeamView.class)))
  @APIResponse(responseCode = "404", description = "not-found: there is no such team")
  public Response one(@PathParam("agency") String agency, @PathParam("team") String code) {
    Team team = entries.team(agency, code);
    return EntityTags.ok(TeamView.of(team), team.version());
  }

  @PUT
  @Path("/{team}")
  @RolesAllowed({"manager", "liaison", "safeguarding-lead", "commissioner", "clinician", "ops"})
  @Transactional
  @Operation(
      summary = "Add a team, or change it",
      description =
          "To change it, send If-Match with the ETag you read. To take it out of use, set activeUntil. Roles: manager,"
              + " liaison, safeguarding-lead, commissioner, clinician of the agency itself; ops for any.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = TeamView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = TeamView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: it is not your agency")
  @APIResponse(responseCode = "404", description = "not-found: there is no such agency")
  @APIResponse(responseCode = "409", description = "conflict: the agency is out of use")
  @APIResponse(
      responseCode = "412",
      description =
          "precondition-failed: it has changed since, or is not there and If-Match was sent")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  @APIResponse(
      responseCode = "428",
      description = "precondition-required: it is there already; send If-Match")
  public Response put(
      @PathParam("agency") String agency,
      @PathParam("team") @Pattern(regexp = DirectoryEntry.CODE, message = DirectoryEntry.CODE_FORM)
          String team,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") DescribeTeam as) {
    Directory.Put<Team> put = directory.put(agency, team, as, ifMatch);
    return AgencyResource.answer(put, TeamView.of(put.entry()));
  }

  @GET
  @Path("/{team}/contacts")
  @Transactional
  @Operation(
      summary = "The contacts of a team",
      description =
          "By code, those out of use among them. Who of them is on call is a question for /v1/on-call. Roles: all.")
  @APIResponse(responseCode = "200", description = "A page of contacts")
  @APIResponse(responseCode = "404", description = "not-found: there is no such team")
  public Page<ContactView> contacts(
      @PathParam("agency") String agency,
      @PathParam("team") String team,
      @Valid @BeanParam PageRequest page) {
    return Page.of(
        entries.contacts(entries.team(agency, team), page),
        page,
        ContactView::of,
        contact -> Cursor.of(contact.code()));
  }

  @GET
  @Path("/{team}/contacts/{contact}")
  @Transactional
  @Operation(summary = "One contact", description = "Roles: all.")
  @APIResponse(
      responseCode = "200",
      description = "The contact, with its ETag",
      content = @Content(schema = @Schema(implementation = ContactView.class)))
  @APIResponse(responseCode = "404", description = "not-found: there is no such contact")
  public Response contact(
      @PathParam("agency") String agency,
      @PathParam("team") String team,
      @PathParam("contact") String code) {
    Contact contact = entries.contact(entries.team(agency, team), code);
    return EntityTags.ok(ContactView.of(contact), contact.version());
  }

  @PUT
  @Path("/{team}/contacts/{contact}")
  @RolesAllowed({"manager", "liaison", "safeguarding-lead", "commissioner", "clinician", "ops"})
  @Transactional
  @Operation(
      summary = "Add a contact, or change it",
      description =
          "A person at work or a desk, never a private number. Telephone numbers are taken as they are dialled in the"
              + " United Kingdom and kept in E.164. To change it, send If-Match with the ETag you read; when somebody"
              + " leaves, set activeUntil. Roles: manager, liaison, safeguarding-lead, commissioner, clinician of the"
              + " agency itself; ops for any.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = ContactView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = ContactView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: it is not your agency")
  @APIResponse(responseCode = "404", description = "not-found: there is no such team")
  @APIResponse(responseCode = "409", description = "conflict: the agency or team is out of use")
  @APIResponse(
      responseCode = "412",
      description =
          "precondition-failed: it has changed since, or is not there and If-Match was sent")
  @APIResponse(
      responseCode = "422",
      description =
          "invalid: every field to mend is named; of a number that cannot be rung, why it cannot")
  @APIResponse(
      responseCode = "428",
      description = "precondition-required: it is there already; send If-Match")
  public Response putContact(
      @PathParam("agency") String agency,
      @PathParam("team") String team,
      @PathParam("contact")
          @Pattern(regexp = DirectoryEntry.CODE, message = DirectoryEntry.CODE_FORM)
          String contact,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") DescribeContact as) {
    Directory.Put<Contact> put = directory.put(agency, team, contact, as, ifMatch);
    return AgencyResource.answer(put, ContactView.of(put.entry()));
  }

  @GET
  @Path("/{team}/rota")
  @Transactional
  @Operation(
      summary = "The rota of a team",
      description =
          "Weekly shifts by the clock on the wall in Europe/London, and what is for once otherwise. Roles: all.")
  @APIResponse(
      responseCode = "200",
      description = "The rota, with its ETag",
      content = @Content(schema = @Schema(implementation = RotaView.class)))
  @APIResponse(
      responseCode = "404",
      description = "not-found: there is no such team, or it has no rota yet")
  public Response rota(@PathParam("agency") String agency, @PathParam("team") String team) {
    Rota rota = entries.rota(entries.team(agency, team));
    return EntityTags.ok(RotaView.of(rota), rota.version());
  }

  @PUT
  @Path("/{team}/rota")
  @RolesAllowed({"manager", "liaison", "safeguarding-lead", "commissioner", "clinician", "ops"})
  @Transactional
  @Operation(
      summary = "Plan the rota of a team",
      description =
          "The whole rota: what is not sent is no longer in it. Somebody is to cover, at any time, tier 1 and every tier"
              + " it names. A contact with hours IN_HOURS or OUT_OF_HOURS covers only that part of a shift. To change it,"
              + " send If-Match with the ETag you read. Roles: manager, liaison, safeguarding-lead, commissioner,"
              + " clinician of the agency itself; ops for any.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = RotaView.class)))
  @APIResponse(
      responseCode = "201",
      description = "The first rota of the team",
      content = @Content(schema = @Schema(implementation = RotaView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: it is not your agency")
  @APIResponse(responseCode = "404", description = "not-found: there is no such team")
  @APIResponse(responseCode = "409", description = "conflict: the agency or team is out of use")
  @APIResponse(
      responseCode = "412",
      description =
          "precondition-failed: it has changed since, or is not there and If-Match was sent")
  @APIResponse(
      responseCode = "422",
      description =
          "invalid: every field to mend is named: a contact the team does not have, an override that contradicts another")
  @APIResponse(
      responseCode = "428",
      description = "precondition-required: there is a rota; send If-Match")
  public Response putRota(
      @PathParam("agency") String agency,
      @PathParam("team") String team,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") PlanRota as) {
    Directory.Put<Rota> put = directory.put(agency, team, as, ifMatch);
    return AgencyResource.answer(put, RotaView.of(put.entry()));
  }
}
