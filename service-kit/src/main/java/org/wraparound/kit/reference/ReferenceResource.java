package org.wraparound.kit.reference;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

@Path("/v1/reference")
@Authenticated
@Tag(name = "Reference")
class ReferenceResource {
  private final CodeLists lists;

  ReferenceResource(CodeLists lists) {
    this.lists = lists;
  }

  @GET
  @Operation(summary = "The code lists this service owns")
  public Page<CodeList> all() {
    return new Page<>(List.copyOf(lists.all()), null);
  }

  @GET
  @Path("/{list}")
  @Operation(
      summary = "One code list",
      description = "Codes are never removed, only retired (active false).")
  public CodeList one(@PathParam("list") String list) {
    return lists
        .named(list)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "This service owns no such list; GET /v1/reference names those it does."));
  }
}
