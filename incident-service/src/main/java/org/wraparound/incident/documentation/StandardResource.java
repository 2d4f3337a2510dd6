package org.wraparound.incident.documentation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@Path("/v1/documentation-standards")
@Tag(
    name = "Documentation standards",
    description = "What an incident's record must say before it is signed off: versioned data")
class StandardResource {
  private final Standards standards;
  private final Provenance provenance;

  StandardResource(Standards standards, Provenance provenance) {
    this.standards = standards;
    this.provenance = provenance;
  }

  /**
   * A standard as it is shown.
   *
   * @param agency whose own it is; null for the one that comes with the product
   * @param version its number among those of its agency; the highest is in force
   */
  @Schema(name = "PublishedStandard")
  record View(
      UUID id,
      String agency,
      int version,
      Instant publishedAt,
      String publishedBy,
      DocumentationStandard standard) {
    private static View of(PublishedStandard standard) {
      return new View(
          standard.id(),
          standard.agency(),
          standard.number(),
          standard.publishedAt(),
          standard.publishedBy(),
          standard.content());
    }
  }

  @GET
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
      summary = "The documentation standards, the newest first",
      description =
          "Every version of every agency's and of the one that comes with the product. A version is never changed."
              + " Roles: all but ops.")
  public Page<View> list(
      @Parameter(description = "Published by this agency.") @QueryParam("agency") String agency,
      @Valid @BeanParam PageRequest page) {
    return Page.of(
        standards.page(agency, page), page, View::of, standard -> Cursor.of(standard.id()));
  }

  @GET
  @Path("/{id}")
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
      summary = "One version of a documentation standard",
      description = "Reviews name the version they were measured by. Roles: all but ops.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "404", description = "not-found: there is none")
  public Response one(@PathParam("id") UUID id) {
    PublishedStandard standard = standards.get(id);
    return EntityTags.ok(View.of(standard), standard.number());
  }

  @POST
  @Idempotent
  @RolesAllowed("manager")
  @Operation(
      summary = "Publish your agency's documentation standard",
      description =
          "The next version, in force at once for your agency's records, in place of the one that comes with the"
              + " product. Roles: manager.")
  @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "Published")
  @APIResponse(
      responseCode = "422",
      description = "invalid: no rule, an unknown kind or field, each named with its place")
  public Response publish(@Valid @NotNull DocumentationStandard content) {
    Caller caller = provenance.caller();
    if (caller.agency() == null) {
      throw ProblemException.forbidden(
          "Only someone who acts for an agency can publish its standard.");
    }
    PublishedStandard standard = standards.publish(caller.agency(), content, caller.userId());
    return EntityTags.created(
        URI.create("/v1/documentation-standards/" + standard.id()),
        View.of(standard),
        standard.number());
  }
}
