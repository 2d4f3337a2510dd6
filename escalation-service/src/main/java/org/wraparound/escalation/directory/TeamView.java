package org.wraparound.escalation.directory;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.policies.Route;

/** What the directory says of a team. */
@Schema(name = "TeamView")
record TeamView(
    String agency,
    String code,
    String name,
    List<Route> routes,
    @Schema(description = "null for all settings") List<String> settings,
    Instant activeUntil,
    Instant changedAt,
    String changedByAgency,
    String changedBy) {
  static TeamView of(Team team) {
    return new TeamView(
        team.agency(),
        team.code(),
        team.name(),
        team.routes(),
        team.settings(),
        team.activeUntil(),
        team.changedAt(),
        team.changedByAgency(),
        team.changedBy());
  }
}
