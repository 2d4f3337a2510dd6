package org.wraparound.kit.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/ops/quarantine")
@RolesAllowed("ops")
@Tag(name = "Operations")
class QuarantineResource {
  private final Quarantine quarantine;
  private final Replaying replaying;

  QuarantineResource(Quarantine quarantine, Replaying replaying) {
    this.quarantine = quarantine;
    this.replaying = replaying;
  }

  @GET
  @Operation(
      summary = "Events parked here",
      description =
          "Those that could not be applied for a reason of their own and wait for it to be mended, oldest first.")
  public Page<ParkedEvent.View> waiting(@Valid @BeanParam PageRequest page) {
    UUID after = page.after() == null ? null : page.after().uuid(0);
    return Page.of(
        quarantine.waiting(after, page.fetch()),
        page,
        ParkedEvent::view,
        parked -> Cursor.of(parked.id()));
  }

  @POST
  @Path("/{id}/replay")
  @Operation(
      summary = "Apply a parked event now",
      description =
          "Applied once, however often this is called. 409 with the reason when it still cannot be applied.")
  public ParkedEvent.View replay(@PathParam("id") UUID id) {
    return replaying.replay(id);
  }
}
