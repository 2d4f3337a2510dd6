package org.wraparound.escalation.directory;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/agencies")
@Authenticated
@Tag(
    name = "Directory",
    description =
        "Agencies, their teams, how they are reached at work, and their rotas. Every caller may read it; each agency"
            + " keeps its own part. Nothing is deleted: what is over has an activeUntil.")
class AgencyResource {
  private final Directory directory;
  private final DirectoryEntries entries;

  AgencyResource(Directory directory, DirectoryEntries entries) {
    this.directory = directory;
    this.entries = entries;
  }

  /**
   * A change of the directory.
   *
   * @param entry path of what was changed
   * @param content what it said from then on, as it was sent
   */
  @Schema(name = "DirectoryChange")
  record Change(
      String entry,
      long version,
      Instant changedAt,
      String changedByAgency,
      String changedBy,
      @Schema(implementation = Object.class) JsonNode content) {
    private static Change of(DirectoryChange change) {
      return new Change(
          change.path(),
          change.version(),
          change.changedAt(),
          change.changedByAgency(),
          change.changedBy(),
          change.content());
    }
  }

  @GET
  @Transactional
  @Operation(
      summary = "The agencies in the directory",
      description = "By code, those out of use among them. Roles: all.")
  public Page<AgencyView> list(
      @Parameter(description = "Of this kind.") @QueryParam("type") AgencyType type,
      @Valid @BeanParam PageRequest page) {
    return Page.of(
        entries.agencies(type, page), page, AgencyView::of, agency -> Cursor.of(agency.code()));
  }

  @GET
  @Path("/{agency}")
  @Transactional
  @Operation(summary = "One agency", description = "Roles: all.")
  @APIResponse(
      responseCode = "200",
      description = "The agency, with its ETag",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(responseCode = "404", description = "not-found: it is not in the directory")
  public Response one(@PathParam("agency") String code) {
    Agency agency = entries.agency(code);
    return EntityTags.ok(AgencyView.of(agency), agency.version());
  }

  @PUT
  @Path("/{agency}")
  @RolesAllowed({"manager", "liaison", "safeguarding-lead", "commissioner", "clinician", "ops"})
  @Transactional
  @Operation(
      summary = "Put an agency into the directory, or change what it says of it",
      description =
          "To change it, send If-Match with the ETag you read. To take it out of use, set activeUntil. Roles: manager,"
              + " liaison, safeguarding-lead, commissioner, clinician of the agency itself; ops for any.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Put in",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: it is not your agency")
  @APIResponse(
      responseCode = "412",
      description =
          "precondition-failed: it has changed since, or is not there and If-Match was sent")
  @APIResponse(
      responseCode = "422",
      description =
          "invalid: every field to mend is named; type must be that of the agency you are signed in for")
  @APIResponse(
      responseCode = "428",
      description = "precondition-required: it is there already; send If-Match")
  public Response put(
      @PathParam("agency")
          @Pattern(regexp = DirectoryEntry.CODE, message = DirectoryEntry.CODE_FORM)
          String agency,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") DescribeAgency as) {
    Directory.Put<Agency> put = directory.put(agency, as, ifMatch);
    return answer(put, AgencyView.of(put.entry()));
  }

  @GET
  @Path("/{agency}/history")
  @Transactional
  @Operation(
      summary = "What the directory has said of an agency",
      description =
          "Every change of the agency, its teams, contacts and rotas, the latest first, with what was sent, by whom and"
              + " when. Roles: all.")
  @APIResponse(responseCode = "404", description = "not-found: it is not in the directory")
  public Page<Change> history(
      @PathParam("agency") String code,
      @Parameter(
              description = "Of this entry alone, by its path.",
              example = "/v1/agencies/OAKFIELD/teams/ON-CALL/rota")
          @QueryParam("entry")
          String entry,
      @Valid @BeanParam PageRequest page) {
    entries.agency(code);
    return Page.of(
        entries.changes(code, entry, page), page, Change::of, change -> Cursor.of(change.id()));
  }

  /** 201 for what was put in, 200 for what was changed. */
  static Response answer(Directory.Put<?> put, Object view) {
    return put.created()
        ? EntityTags.created(URI.create(put.entry().path()), view, put.entry().version())
        : EntityTags.ok(view, put.entry().version());
  }
}
