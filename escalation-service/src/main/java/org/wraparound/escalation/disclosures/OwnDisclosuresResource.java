package org.wraparound.escalation.disclosures;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.escalation.CallersCircle;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.reference.CodeLists;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/people/{id}/disclosures")
@RolesAllowed({"advocate", "manager", "liaison", "safeguarding-lead", "auditor"})
@Tag(name = "Disclosures")
class OwnDisclosuresResource {
  private final Disclosures disclosures;
  private final CallersCircle circle;
  private final Provenance provenance;
  private final CodeLists lists;
  private final Template page;

  OwnDisclosuresResource(
      Disclosures disclosures,
      CallersCircle circle,
      Provenance provenance,
      CodeLists lists,
      @Location("disclosures/own-view.html") Template page) {
    this.disclosures = disclosures;
    this.circle = circle;
    this.provenance = provenance;
    this.lists = lists;
    this.page = page;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Transactional
  @Operation(
      summary = "A person's own view of who was told what, the latest first",
      description =
          "In plain words, to go through with the person; with Accept: text/html as a page to print."
              + " What is withheld from them, because it would put somebody at risk, is left out,"
              + " and so is what people wrote. Roles: advocate, manager, liaison, safeguarding-lead"
              + " of an agency in the circle; auditor.")
  @APIResponse(
      responseCode = "200",
      description = "A page of what was told",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Page.class)),
        @Content(mediaType = MediaType.TEXT_HTML)
      })
  @APIResponse(responseCode = "404", description = "not-found: no such person for your agency")
  public Response ownView(
      @PathParam("id") UUID personId,
      @Valid @BeanParam PageRequest request,
      @Context HttpHeaders headers) {
    if (!provenance.caller().is("auditor")) {
      circle.workingWith(personId);
    }
    Page<OwnView> shown =
        Page.of(
            disclosures.ownView(personId, request),
            request,
            disclosure -> OwnView.of(disclosure, lists),
            disclosure -> Cursor.of(disclosure.toldAt(), disclosure.id()));
    return headers.getAcceptableMediaTypes().get(0).equals(MediaType.TEXT_HTML_TYPE)
        ? Response.ok(
                page.data("disclosures", shown.items()).data("more", shown.next() != null).render(),
                MediaType.TEXT_HTML_TYPE)
            .build()
        : Response.ok(shown, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
