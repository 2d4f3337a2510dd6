package org.wraparound.escalation.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.directory.TeamCover.Turn;
import org.wraparound.escalation.policies.Route;

/** Who of an agency answers at a moment. */
@Schema(name = "OnCallView")
record OnCallView(
    String agency,
    String agencyName,
    Route route,
    String setting,
    Instant at,
    List<Tier> tiers,
    @Schema(
            description =
                "Contacts of the teams that are marked for emergencies and answer at that hour, on call or not.")
        List<Who> emergency) {
  /** Beyond it, a rota is not asked when cover began or ends. */
  private static final Duration SIGHT = Duration.ofDays(14);

  @Schema(name = "OnCallTier")
  record Tier(
      int tier,
      @Schema(description = "Nobody covers.") boolean gap,
      @Schema(
              description =
                  "When the gap began; null without one, and where it is more than 14 days ago or there never was cover.")
          Instant since,
      @Schema(
              description =
                  "When somebody covers again; null without a gap, and where nobody does within 14 days.")
          Instant until,
      List<Who> contacts) {}

  @Schema(name = "OnCallContact")
  record Who(
      UUID contactId,
      String contact,
      String name,
      String jobTitle,
      String team,
      String teamName,
      @Schema(description = "In the order in which to try them at that hour.")
          List<PointView> points,
      @Schema(
              description =
                  "Until when they cover; null where that is more than 14 days ahead, and of emergency contacts.")
          Instant until) {
    private static Who of(TeamCover of, Contact contact, Instant at, Instant until) {
      return new Who(
          contact.id(),
          contact.code(),
          contact.name(),
          contact.jobTitle(),
          of.team().code(),
          of.team().name(),
          contact.points(of.isInOfficeHours(at)).stream().map(PointView::of).toList(),
          until);
    }
  }

  static OnCallView of(
      Agency agency, List<TeamCover> teams, Route route, String setting, Instant at) {
    RouteCover cover = RouteCover.of(teams, route, setting);
    return new OnCallView(
        agency.code(),
        agency.name(),
        route,
        setting,
        at,
        cover.tiers().stream().map(tier -> tier(cover, tier, at)).toList(),
        cover
            .teams()
            .flatMap(
                team -> team.emergency(at).stream().map(contact -> Who.of(team, contact, at, null)))
            .toList());
  }

  private static Tier tier(RouteCover cover, int tier, Instant at) {
    Span window = Span.around(at, SIGHT);
    List<Turn> turns = cover.turns(tier, window);
    List<Who> covering = new ArrayList<>();
    for (Turn turn : turns) {
      turn.spans()
          .at(at)
          .ifPresent(
              span ->
                  covering.add(
                      Who.of(turn.of(), turn.contact(), at, inSight(span.until(), window))));
    }
    if (!covering.isEmpty()) {
      return new Tier(tier, false, null, null, covering);
    }
    Spans covered = turns.stream().map(Turn::spans).reduce(Spans.NONE, Spans::or);
    Span gap = Spans.of(window).without(covered).at(at).orElseThrow();
    return new Tier(
        tier, true, inSight(gap.from(), window), inSight(gap.until(), window), covering);
  }

  private static Instant inSight(Instant moment, Span window) {
    return moment.equals(window.from()) || moment.equals(window.until()) ? null : moment;
  }
}
