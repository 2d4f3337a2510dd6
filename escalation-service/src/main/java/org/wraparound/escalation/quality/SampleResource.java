package org.wraparound.escalation.quality;

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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/quality/samples")
@RolesAllowed({"manager", "safeguarding-lead", "commissioner", "auditor"})
@Tag(name = "Quality of escalation")
class SampleResource {
  private final Samples samples;
  private final Sampling sampling;

  SampleResource(Samples samples, Sampling sampling) {
    this.samples = samples;
    this.sampling = sampling;
  }

  /**
   * A sampled decision as it is shown.
   *
   * @param decidedBy subject of the token that decided
   * @param finding null until somebody has looked at it
   */
  @Schema(name = "SampleView")
  record View(
      UUID id,
      UUID escalationId,
      UUID personId,
      String provider,
      SampleReason reason,
      String decidedByAgency,
      String decidedBy,
      Instant decidedAt,
      Instant sampledAt,
      Finding finding,
      String words,
      String foundByAgency,
      String foundBy,
      Instant foundAt) {
    private static View of(AuditSample sample) {
      return new View(
          sample.id(),
          sample.escalationId(),
          sample.personId(),
          sample.agency(),
          sample.reason(),
          sample.decidedByAgency(),
          sample.decidedBy(),
          sample.decidedAt(),
          sample.sampledAt(),
          sample.finding(),
          sample.words(),
          sample.foundByAgency(),
          sample.foundBy(),
          sample.foundAt());
    }
  }

  @GET
  @Transactional
  @Operation(
      summary = "Decisions sampled for audit, the latest first",
      description =
          "A share of those of no further action, and a smaller share of all others, drawn from the"
              + " escalation's id once the decision stands. Roles: manager, safeguarding-lead,"
              + " commissioner, auditor.")
  public Page<View> list(@BeanParam SampleFilter filter, @Valid @BeanParam PageRequest page) {
    return Page.of(samples.page(filter, page), page, View::of, sample -> Cursor.of(sample.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One sampled decision",
      description = "Roles: manager, safeguarding-lead, commissioner, auditor.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  public Response one(@PathParam("id") UUID id) {
    return ok(samples.get(id));
  }

  @POST
  @Path("/{id}/finding")
  @Idempotent
  @Operation(
      summary = "Say what was found about a sampled decision",
      description =
          "By somebody else than the one who decided, once. Roles: manager, safeguarding-lead,"
              + " commissioner, auditor.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "403", description = "Another role, or the one who decided.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(responseCode = "409", description = "It has been looked at already.")
  @APIResponse(responseCode = "412", description = "It has changed since; only with If-Match.")
  @APIResponse(responseCode = "422", description = "Something is missing; see violations.")
  public Response find(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull RecordFinding finding) {
    return ok(sampling.find(id, ifMatch, finding));
  }

  private static Response ok(AuditSample sample) {
    return EntityTags.ok(View.of(sample), sample.version());
  }
}
