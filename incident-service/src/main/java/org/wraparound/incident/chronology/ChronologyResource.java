package org.wraparound.incident.chronology;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/people/{personId}/chronology")
@Tag(name = "Chronology")
class ChronologyResource {
  private final Chronology chronology;

  ChronologyResource(Chronology chronology) {
    this.chronology = chronology;
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
      summary = "A person's chronology",
      description =
          "What happened around the person in all services, by when it happened, the earliest first. Shows what"
              + " your agency may see, entry by entry; a person you may not see has no entries. An event shows here"
              + " as soon as it has arrived, usually within a second. Roles: all but ops.")
  @APIResponse(
      responseCode = "400",
      description =
          "malformed: from or to is no time, from is not earlier than to, or after is not of this list")
  public Page<ChronologyEntry.View> page(
      @PathParam("personId") UUID personId,
      @BeanParam ChronologyFilter filter,
      @Valid @BeanParam PageRequest page) {
    return Page.of(
        chronology.page(personId, filter, page.after(), page.fetch()),
        page,
        ChronologyEntry::view,
        entry -> Cursor.of(entry.happenedAt(), entry.id()));
  }
}
