package org.wraparound.escalation.directory;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/on-call")
@Authenticated
@Tag(name = "On call", description = "Who answers now, and when nobody will")
class OnCallResource {
  private final DirectoryEntries entries;
  private final Covers covers;
  private final PastCovers pastCovers;
  private final Clock clock;

  OnCallResource(DirectoryEntries entries, Covers covers, PastCovers pastCovers, Clock clock) {
    this.entries = entries;
    this.covers = covers;
    this.pastCovers = pastCovers;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Who is on call",
      description =
          "By agency and tier, with the ways to reach them in the order in which to try them at that hour. The team for"
              + " the setting answers; where nobody of it covers, a team for all settings. A tier nobody covers is there,"
              + " with gap true. Of a moment that is past, what the directory said then. Roles: all.")
  @APIResponse(responseCode = "200", description = "A page of agencies, by code")
  @APIResponse(
      responseCode = "400",
      description = "malformed: at is no time, or route no code of escalation-route")
  @APIResponse(responseCode = "404", description = "not-found: the agency is not in the directory")
  @APIResponse(responseCode = "422", description = "invalid: route is missing")
  public Page<OnCallView> onCall(
      @Parameter(description = "Which kind of escalation.")
          @NotNull(message = "say for which route")
          @QueryParam("route")
          Route route,
      @Parameter(
              description =
                  "Of this agency; left out, of every agency in use of the kind that the route goes to.")
          @QueryParam("agency")
          String agency,
      @Parameter(description = "Where it happened; left out, it is not known.")
          @QueryParam("setting")
          String setting,
      @Parameter(description = "When; left out, now.") @QueryParam("at") Instant at,
      @Valid @BeanParam PageRequest page) {
    Instant now = clock.instant();
    Instant moment = at == null ? now : Years.checked("at", at);
    List<Agency> agencies =
        agency == null
            ? entries.agencies(AgencyType.valueOf(route.agencyType()), moment, page)
            : List.of(entries.agency(agency));
    List<String> codes = agencies.stream().map(Agency::code).toList();
    Map<String, List<TeamCover>> teams =
        moment.isBefore(now) ? pastCovers.of(codes, moment) : covers.of(codes);
    return Page.of(
        agencies,
        page,
        one ->
            OnCallView.of(one, teams.getOrDefault(one.code(), List.of()), route, setting, moment),
        one -> Cursor.of(one.code()));
  }

  @GET
  @Path("/gaps")
  @Transactional
  @Operation(
      summary = "When nobody will be on call",
      description =
          "By agency, from now on: each stretch of time in which nobody covers tier 1, or another tier that a rota names,"
              + " for a route and the settings that the same teams answer for. Where a team for a setting hands over to"
              + " one for all settings, there is no gap. Roles: all.")
  @APIResponse(responseCode = "200", description = "A page of agencies, by code")
  @APIResponse(responseCode = "404", description = "not-found: the agency is not in the directory")
  @APIResponse(responseCode = "422", description = "invalid: days is not 1 to 60")
  public Page<AgencyGaps> gaps(
      @Parameter(description = "Of this agency; left out, of all.") @QueryParam("agency")
          String agency,
      @Parameter(description = "How many days ahead, 1 to 60.")
          @QueryParam("days")
          @DefaultValue("14")
          @Min(value = 1, message = "look 1 to 60 days ahead")
          @Max(value = 60, message = "look 1 to 60 days ahead")
          int days,
      @Valid @BeanParam PageRequest page) {
    Instant now = clock.instant();
    Span window = new Span(now, now.plus(Duration.ofDays(days)));
    List<Agency> agencies =
        agency == null ? entries.agencies(null, page) : List.of(entries.agency(agency));
    Map<String, List<TeamCover>> teams = covers.of(agencies.stream().map(Agency::code).toList());
    return Page.of(
        agencies,
        page,
        one -> AgencyGaps.of(one, teams.getOrDefault(one.code(), List.of()), window),
        one -> Cursor.of(one.code()));
  }
}
