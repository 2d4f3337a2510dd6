package org.wraparound.incident.chronology;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;

@Path(RebuildResource.PATH)
@RolesAllowed("ops")
@Tag(name = "Operations")
class RebuildResource {
  static final String PATH = "/v1/ops/chronology/rebuilds";

  private final Rebuilding rebuilding;
  private final Rebuilds rebuilds;

  RebuildResource(Rebuilding rebuilding, Rebuilds rebuilds) {
    this.rebuilding = rebuilding;
    this.rebuilds = rebuilds;
  }

  /** Where a rebuild is. */
  static String pathOf(UUID id) {
    return PATH + "/" + id;
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Make the chronology anew from the topics",
      description =
          "Reads all events again from the beginning and replaces the chronology by what they say: what was lost"
              + " comes back, what was changed is put right, what no event tells goes. Reading and recording go on"
              + " meanwhile. Role: ops.")
  @APIResponseSchema(
      value = Rebuild.View.class,
      responseCode = "202",
      responseDescription = "Started; Location says where it can be followed")
  @APIResponse(
      responseCode = "409",
      description = "conflict: one is running, on this or another replica")
  public Response start() {
    Rebuild rebuild = rebuilds.findById(rebuilding.start());
    return Response.accepted(rebuild.view()).header("Location", pathOf(rebuild.id())).build();
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "One rebuild",
      description =
          "RUNNING, DONE with its counts, or FAILED with the reason; a failed one has changed nothing. Role: ops.")
  @APIResponseSchema(
      value = Rebuild.View.class,
      responseCode = "200",
      responseDescription = "The rebuild")
  @APIResponse(responseCode = "404", description = "not-found: there is none of this id")
  public Response one(@PathParam("id") UUID id) {
    Rebuild rebuild =
        rebuilds.current(id).orElseThrow(() -> ProblemException.notFound("rebuild", id));
    return EntityTags.ok(rebuild.view(), rebuild.version());
  }
}
