package org.wraparound.pathway.indicators;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/indicator-breaches")
@Tag(name = "Indicators")
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
class BreachResource {
  private final Breaches breaches;

  BreachResource(Breaches breaches) {
    this.breaches = breaches;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Breaches of indicators, the latest found first",
      description =
          "Those your agency may see, each with what it was found by. Roles: all but ops.")
  @APIResponse(responseCode = "200", description = "A page of breaches")
  public Page<BreachView> list(@BeanParam BreachFilter filter, @Valid @BeanParam PageRequest page) {
    return Page.of(
        breaches.page(filter, page), page, Breach::view, breach -> Cursor.of(breach.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(summary = "One breach", description = "Roles: all but ops.")
  @APIResponseSchema(
      value = BreachView.class,
      responseCode = "200",
      responseDescription = "The breach, with its ETag")
  @APIResponse(responseCode = "404", description = "not-found: there is none, or none you may see")
  public Response one(@PathParam("id") UUID id) {
    Breach breach = breaches.one(id);
    return EntityTags.ok(breach.view(), breach.version());
  }
}
