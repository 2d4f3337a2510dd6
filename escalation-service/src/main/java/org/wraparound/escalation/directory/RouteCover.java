package org.wraparound.escalation.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wraparound.escalation.directory.TeamCover.Turn;
import org.wraparound.escalation.policies.Route;

/**
 * How an agency covers a route: the team for the setting answers, and where nobody of it does, a
 * team for all settings.
 *
 * @param settings those that are covered so; null for all that no team names
 * @param nearestFirst the teams that answer, and those that answer in their place
 */
record RouteCover(Route route, List<String> settings, List<List<TeamCover>> nearestFirst) {

  /**
   * Nobody covers.
   *
   * @param reason why, where an override says so; else null
   */
  record Gap(RouteCover of, int tier, Span span, String reason) {}

  /**
   * For one setting.
   *
   * @param teams of one agency
   * @param setting null when it is not known: then the teams for all settings answer, and where
   *     there is nobody, any team rather than none
   */
  static RouteCover of(List<TeamCover> teams, Route route, String setting) {
    TreeMap<Integer, List<TeamCover>> ranked = new TreeMap<>();
    for (TeamCover cover : teams) {
      if (cover.team().answers(route)) {
        rank(cover.team(), setting)
            .ifPresent(rank -> ranked.computeIfAbsent(rank, none -> new ArrayList<>()).add(cover));
      }
    }
    return new RouteCover(
        route, setting == null ? null : List.of(setting), List.copyOf(ranked.values()));
  }

  private static Optional<Integer> rank(Team team, String setting) {
    if (team.isFor(setting)) {
      return Optional.of(0);
    }
    if (team.isGeneral()) {
      return Optional.of(1);
    }
    return setting == null ? Optional.of(2) : Optional.empty();
  }

  /**
   * For each route that a team answers, and together the settings that the same teams answer for.
   *
   * @param teams of one agency
   */
  static List<RouteCover> all(List<TeamCover> teams) {
    List<RouteCover> covers = new ArrayList<>();
    for (Route route : Route.values()) {
      List<TeamCover> general = those(teams, team -> team.answers(route) && team.isGeneral());
      if (!general.isEmpty()) {
        covers.add(new RouteCover(route, null, List.of(general)));
      }
      SortedSet<String> named = new TreeSet<>();
      those(teams, team -> team.answers(route) && !team.isGeneral())
          .forEach(cover -> named.addAll(cover.team().settings()));
      Map<List<TeamCover>, List<String>> byTeams = new LinkedHashMap<>();
      for (String setting : named) {
        byTeams
            .computeIfAbsent(
                those(teams, team -> team.answers(route) && team.isFor(setting)),
                none -> new ArrayList<>())
            .add(setting);
      }
      byTeams.forEach(
          (near, settings) -> covers.add(new RouteCover(route, settings, List.of(near, general))));
    }
    return covers;
  }

  private static List<TeamCover> those(List<TeamCover> teams, Predicate<Team> wanted) {
    return teams.stream().filter(cover -> wanted.test(cover.team())).toList();
  }

  /** Who answers in the window; a team further off only while nobody of a nearer one covers. */
  List<Turn> turns(int tier, Span window) {
    List<Turn> answering = new ArrayList<>();
    Spans taken = Spans.NONE;
    for (List<TeamCover> teams : nearestFirst) {
      Spans nearer = taken;
      for (Turn turn : teams.stream().flatMap(team -> team.turns(tier, window).stream()).toList()) {
        Spans left = turn.spans().without(nearer);
        if (!left.isEmpty()) {
          answering.add(new Turn(turn.of(), turn.contact(), left));
        }
        taken = taken.or(turn.spans());
      }
    }
    return answering;
  }

  /** Who answers at the moment. */
  List<Turn> turns(int tier, Instant at) {
    return turns(tier, Span.at(at));
  }

  /** When nobody covers a tier that somebody is to cover, while one of the teams is in use. */
  List<Gap> gaps(Span window) {
    Spans active = teams().map(team -> team.active(window)).reduce(Spans.NONE, Spans::or);
    List<Gap> gaps = new ArrayList<>();
    for (int tier : tiers()) {
      Spans covered = turns(tier, window).stream().map(Turn::spans).reduce(Spans.NONE, Spans::or);
      for (Span span : active.without(covered).spans()) {
        String reason =
            teams().flatMap(team -> team.whyNobody(tier, span).stream()).findFirst().orElse(null);
        gaps.add(new Gap(this, tier, span, reason));
      }
    }
    return gaps;
  }

  /** Tiers that somebody is to cover at any time. */
  SortedSet<Integer> tiers() {
    SortedSet<Integer> tiers = new TreeSet<>();
    tiers.add(1);
    teams().forEach(team -> tiers.addAll(team.rota().tiers()));
    return tiers;
  }

  /** The teams, the nearest first. */
  Stream<TeamCover> teams() {
    return nearestFirst.stream().flatMap(List::stream);
  }
}
