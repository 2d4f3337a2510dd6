package org.wraparound.escalation.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.wraparound.escalation.policies.Route;

/** Who is on call: what the rotas of the directory say of a moment. */
@ApplicationScoped
public class OnCall {
  private final Covers covers;

  OnCall(Covers covers) {
    this.covers = covers;
  }

  /**
   * Who answers, in one query; nobody when the list is empty. The points of each are in the order
   * in which to try them at that hour.
   *
   * @param agency code of the agency that must answer
   * @param setting where it happened: its team answers before one for all settings; null when it is
   *     not known
   * @param tier 1 to 5, how far up the rota
   */
  @Transactional
  public List<OnCallContact> at(String agency, Route route, String setting, int tier, Instant at) {
    List<TeamCover> teams = covers.of(List.of(agency)).getOrDefault(agency, List.of());
    return RouteCover.of(teams, route, setting).turns(tier, at).stream()
        .map(
            turn ->
                new OnCallContact(
                    turn.contact().id(),
                    turn.contact().name(),
                    turn.contact().jobTitle(),
                    turn.contact().points(turn.of().isInOfficeHours(at))))
        .toList();
  }
}
