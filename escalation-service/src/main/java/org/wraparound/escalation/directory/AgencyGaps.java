package org.wraparound.escalation.directory;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.policies.Route;

/** When nobody of an agency covers. */
@Schema(name = "AgencyGaps")
record AgencyGaps(
    String agency,
    String agencyName,
    @Schema(
            description =
                "By route, settings, tier and time; [] when somebody covers each tier throughout.")
        List<GapView> gaps) {
  @Schema(name = "CoverGap")
  record GapView(
      Route route,
      @Schema(description = "Where; null for every setting that no team names.")
          List<String> settings,
      @Schema(description = "Teams that would answer, the nearest first.") List<String> teams,
      int tier,
      Instant from,
      @Schema(description = "At the latest the end of the days asked for.") Instant until,
      @Schema(description = "Why, where an override of a rota says so.") String reason) {
    private static GapView of(RouteCover.Gap gap) {
      return new GapView(
          gap.of().route(),
          gap.of().settings(),
          gap.of().teams().map(cover -> cover.team().code()).toList(),
          gap.tier(),
          gap.span().from(),
          gap.span().until(),
          gap.reason());
    }
  }

  static AgencyGaps of(Agency agency, List<TeamCover> teams, Span window) {
    return new AgencyGaps(
        agency.code(),
        agency.name(),
        RouteCover.all(teams).stream()
            .flatMap(cover -> cover.gaps(window).stream())
            .map(GapView::of)
            .toList());
  }
}
