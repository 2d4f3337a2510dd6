package org.wraparound.incident.trends;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/providers/{agency: [A-Za-z0-9-]{1,60}}/themes")
@Tag(name = "Trends")
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
class ProviderThemesResource {
  private final Trends trends;
  private final Clock clock;

  ProviderThemesResource(Trends trends, Clock clock) {
    this.trends = trends;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "A provider's incidents by month",
      description =
          "By severity, kind, antecedent, location, type of risk alleged and setting, with the share of early"
              + " intervention, the minutes of restrictive intervention and the number of people. Months count whole, also"
              + " those of which from and to are in the middle."
              + Described.WHAT_COUNTS
              + Described.SUPPRESSION
              + Described.ROLES)
  @APIResponse(responseCode = "200", description = "The themes")
  @APIResponse(responseCode = "400", description = Described.MALFORMED)
  @APIResponse(responseCode = "422", description = Described.INVALID)
  public ProviderThemes themes(@PathParam("agency") String agency, @BeanParam SpanRequest request) {
    return trends.ofProvider(agency, request.span(clock));
  }
}
