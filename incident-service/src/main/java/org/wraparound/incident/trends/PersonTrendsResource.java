package org.wraparound.incident.trends;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/people/{personId}/trends")
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
class PersonTrendsResource {
  private final Trends trends;
  private final Clock clock;

  PersonTrendsResource(Trends trends, Clock clock) {
    this.trends = trends;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "A person's incidents by week",
      description =
          "By severity, kind, antecedent, location and type of risk, by hour and weekday, with the share of early"
              + " intervention, the minutes of restrictive intervention, and the changes of level, plan, guidance and"
              + " passport on the same axis. A person you may not see has none."
              + Described.WHAT_COUNTS
              + Described.ROLES)
  @APIResponse(responseCode = "200", description = "The trends")
  @APIResponse(responseCode = "400", description = Described.MALFORMED)
  @APIResponse(responseCode = "422", description = Described.INVALID)
  public PersonTrends trends(@PathParam("personId") UUID personId, @BeanParam SpanRequest request) {
    return trends.ofPerson(personId, request.span(clock));
  }
}
