package org.wraparound.escalation.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/quality")
@RolesAllowed({"manager", "safeguarding-lead", "commissioner", "auditor"})
@Tag(
    name = "Quality of escalation",
    description = "How soon, how alike and how well escalations are answered")
class QualityResource {
  private static final String WHOSE =
      " Counted are the escalations that the caller's agency may see, by right and one by one;"
          + " therefore no small number is suppressed. Roles: manager, safeguarding-lead,"
          + " commissioner, auditor.";

  private final Quality quality;
  private final Samples samples;
  private final Clock clock;

  QualityResource(Quality quality, Samples samples, Clock clock) {
    this.quality = quality;
    this.samples = samples;
    this.clock = clock;
  }

  @GET
  @Path("/response-times")
  @Transactional
  @Operation(
      summary = "How soon escalations were acknowledged and decided",
      description =
          "Of those raised in the period, in all and by route and agency: median and 90th percentile"
              + " of the elapsed time from raising, as ISO 8601 durations; how many had it too late by"
              + " their own clock, and how many wait. A decision counts once it stands."
              + WHOSE)
  @APIResponse(responseCode = "422", description = "The period is the wrong way round or too long.")
  public ResponseTimes responseTimes(
      @BeanParam Period.Request period,
      @Parameter(description = "To this route.") @QueryParam("route") Route route,
      @Parameter(description = "That this agency must answer.") @QueryParam("agency")
          String agency) {
    return quality.responseTimes(period.period(clock), route, agency);
  }

  @GET
  @Path("/overrides")
  @Transactional
  @Operation(
      summary = "Where people went by their own judgement instead of the thresholds",
      description =
          "Of those made in the period, by direction, route and agency, with the escalations they are"
              + " on; the reasons are with those."
              + WHOSE)
  @APIResponse(responseCode = "422", description = "The period is the wrong way round or too long.")
  public OverrideReport overrides(
      @BeanParam Period.Request period,
      @Parameter(description = "On this route.") @QueryParam("route") Route route,
      @Parameter(description = "By people of this agency.") @QueryParam("agency") String agency) {
    return quality.overrides(period.period(clock), route, agency);
  }

  @GET
  @Path("/consistency")
  @Transactional
  @Operation(
      summary = "Like cases that were decided differently",
      description =
          "Escalations of one rule to one route on the same facts, whichever incidents and people they"
              + " are of, with different decisions that stand and were taken in the period."
              + WHOSE)
  @APIResponse(responseCode = "422", description = "The period is the wrong way round or too long.")
  public Page<LikeCases> consistency(
      @BeanParam Period.Request period, @Valid @BeanParam PageRequest page) {
    return quality.decidedDifferently(period.period(clock), page);
  }

  /**
   * What was found about the decisions sampled in a period.
   *
   * @param sampled how many were sampled
   * @param awaiting how many of them nobody has looked at yet
   */
  record Findings(
      LocalDate from, LocalDate until, long sampled, long awaiting, List<Samples.Count> findings) {
    private static Findings of(Period period, List<Samples.Count> counts) {
      long sampled = counts.stream().mapToLong(Samples.Count::count).sum();
      List<Samples.Count> found = counts.stream().filter(c -> c.finding() != null).toList();
      long looked = found.stream().mapToLong(Samples.Count::count).sum();
      return new Findings(period.from(), period.until(), sampled, sampled - looked, found);
    }
  }

  @GET
  @Path("/findings")
  @Transactional
  @Operation(
      summary = "What was found about sampled decisions",
      description =
          "Of those sampled in the period, by the reason they were sampled for and what was found."
              + WHOSE)
  @APIResponse(responseCode = "422", description = "The period is the wrong way round or too long.")
  public Findings findings(@BeanParam Period.Request period) {
    Period days = period.period(clock);
    return Findings.of(days, samples.counts(days));
  }
}
