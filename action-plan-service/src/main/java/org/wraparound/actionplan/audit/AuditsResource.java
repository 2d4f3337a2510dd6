package org.wraparound.actionplan.audit;

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

@Path("/v1/action-audits")
@RolesAllowed({"manager", "commissioner", "safeguarding-lead", "auditor"})
@Tag(
    name = "Action audits",
    description = "Closed actions, drawn at random and looked at again by someone else.")
class AuditsResource {
  private final Audits audits;
  private final Auditing auditing;

  AuditsResource(Audits audits, Auditing auditing) {
    this.audits = audits;
    this.auditing = auditing;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Audits, the latest first",
      description =
          "Those in which an action was drawn that the caller may see; without their actions."
              + " Roles: manager, commissioner, safeguarding-lead, auditor.")
  public Page<AuditView> list(@Valid @BeanParam PageRequest page) {
    return Page.of(audits.page(page), page, AuditView::of, audit -> Cursor.of(audit.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One audit",
      description =
          "With those of its actions that the caller may see, and what was found about each. Roles:"
              + " manager, commissioner, safeguarding-lead, auditor.")
  @APIResponseSchema(
      value = AuditView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "404", description = "There is no such audit for you")
  public Response one(@PathParam("id") UUID id) {
    ActionAudit audit = audits.required(id);
    return EntityTags.ok(view(audit), audit.version());
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Draws closed actions to be looked at again",
      description =
          "From the actions that the caller may see and that were verified or withdrawn in the time."
              + " Each action's lot is the SHA-256, in hexadecimal, of the seed, a space and the"
              + " action's id; the lowest lots are drawn, so that anyone can check the draw. Roles:"
              + " manager, commissioner, safeguarding-lead, auditor.")
  @APIResponseSchema(
      value = AuditView.class,
      responseCode = "201",
      responseDescription = "The new record, with its ETag and Location")
  @APIResponse(
      responseCode = "422",
      description = "Something is missing or wrong, or nothing was closed then; see violations")
  public Response draw(@Valid @NotNull DrawAudit command) {
    ActionAudit audit = auditing.draw(command);
    return EntityTags.created(audit.uri(), view(audit), audit.version());
  }

  @POST
  @Path("/{id}/actions/{actionId}/finding")
  @Idempotent
  @Operation(
      summary = "Says what was found about an action that was drawn",
      description =
          "Once, by the agency that drew the audit, and by someone who neither owned nor completed"
              + " nor checked the action. Roles: manager, commissioner, safeguarding-lead, auditor.")
  @APIResponseSchema(
      value = AuditView.class,
      responseCode = "200",
      responseDescription = "The audit, with its ETag")
  @APIResponse(
      responseCode = "403",
      description = "Another agency drew it, or you had a hand in the action")
  @APIResponse(responseCode = "404", description = "There is no such audit or action for you")
  @APIResponse(responseCode = "409", description = "It has been looked at already")
  @APIResponse(responseCode = "412", description = "The audit has changed; only with If-Match")
  @APIResponse(responseCode = "422", description = "Something is missing; see violations")
  public Response find(
      @PathParam("id") UUID id,
      @PathParam("actionId") UUID actionId,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull RecordFinding finding) {
    ActionAudit audit = auditing.find(id, actionId, ifMatch, finding);
    return EntityTags.ok(view(audit), audit.version());
  }

  private AuditView view(ActionAudit audit) {
    return AuditView.of(audit, audits.drawn(audit.id()));
  }
}
