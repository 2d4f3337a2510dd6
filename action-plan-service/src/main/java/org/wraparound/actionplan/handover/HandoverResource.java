package org.wraparound.actionplan.handover;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.actionplan.PrintStyle;

@Path("/v1/settings/{settingId}/handover")
@Tag(name = "Handover", description = "What changed, what is pending and what to record.")
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
class HandoverResource {
  private final HandingOver handingOver;
  private final Printing printing;

  HandoverResource(HandingOver handingOver, Printing printing) {
    this.handingOver = handingOver;
    this.printing = printing;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Transactional
  @Operation(
      summary = "What a shift hands over in a setting",
      description =
          "For each person who is supported there, or has guidance that names it: the guidance to"
              + " work by, what changed since, what is unread, due or overdue, and what is to be"
              + " written down. Only people whose circle the caller's agency is in; without any, an"
              + " empty handover. With Accept: text/html to print.")
  @APIResponse(
      responseCode = "200",
      description = "The handover",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Handover.class)),
        @Content(mediaType = MediaType.TEXT_HTML)
      })
  @APIResponse(responseCode = "422", description = "since lies ahead or too far back")
  public Response handover(
      @PathParam("settingId") String settingId,
      @Parameter(description = "From when on changes are told; without it, the last day.")
          @QueryParam("since")
          Instant since,
      @Context HttpHeaders headers) {
    Handover handover = handingOver.of(settingId, since);
    return PrintStyle.isWanted(headers)
        ? printing.print(handover)
        : Response.ok(handover, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
