package org.wraparound.incident.trends;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.web.ProblemException;

@Path("/v1/settings/{settingId: [A-Z0-9][A-Z0-9-]{0,39}}/trends")
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
class SettingTrendsResource {
  private final Trends trends;
  private final Provenance provenance;
  private final Clock clock;

  SettingTrendsResource(Trends trends, Provenance provenance, Clock clock) {
    this.trends = trends;
    this.provenance = provenance;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "A setting's incidents by week",
      description =
          "As for a person, over all people in the setting and without key events."
              + Described.WHAT_COUNTS
              + Described.SUPPRESSION
              + Described.ROLES)
  @APIResponse(responseCode = "200", description = "The trends")
  @APIResponse(responseCode = "400", description = Described.MALFORMED)
  @APIResponse(
      responseCode = "422",
      description = Described.INVALID + "; or provider is missing and you act for no agency")
  public SettingTrends trends(
      @PathParam("settingId") String settingId,
      @Parameter(
              description =
                  "Agency whose setting it is: codes of settings are a provider's own. If left out, the agency you act"
                      + " for.")
          @QueryParam("provider")
          @Pattern(regexp = "[A-Za-z0-9-]{1,60}", message = "is not a code of an agency")
          String provider,
      @BeanParam SpanRequest request) {
    String owner = provider == null ? provenance.caller().agency() : provider;
    if (owner == null) {
      throw ProblemException.invalid(
          "provider", "say whose setting it is, by the code of the agency");
    }
    return trends.ofSetting(owner, settingId, request.span(clock));
  }
}
