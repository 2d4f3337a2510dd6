package org.wraparound.escalation.notices;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/notices")
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
@Tag(name = "Notices", description = "Who was told that something needs them, when and by what")
class NoticeResource {
  private final Notices notices;

  NoticeResource(Notices notices) {
    this.notices = notices;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Notices the caller's agency may see, the latest first",
      description =
          "Of escalations, referrals and step-ups; those that were withheld or failed too, each"
              + " with the reason. Roles: practitioner, manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, auditor, partner-system.")
  public Page<NoticeView> list(@BeanParam NoticeFilter filter, @Valid @BeanParam PageRequest page) {
    return Page.of(
        notices.page(filter, page), page, NoticeView::of, notice -> Cursor.of(notice.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One notice",
      description =
          "Roles: practitioner, manager, liaison, commissioner, safeguarding-lead, clinician,"
              + " advocate, auditor, partner-system.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NoticeView.class)))
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  public Response get(@PathParam("id") UUID id) {
    Notice notice = notices.get(id);
    return EntityTags.ok(NoticeView.of(notice), notice.version());
  }
}
