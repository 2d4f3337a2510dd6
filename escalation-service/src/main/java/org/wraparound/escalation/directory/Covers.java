package org.wraparound.escalation.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Teams with their contacts and rotas, each time in one query. */
@ApplicationScoped
class Covers {
  private static final String WHOLE =
      """
      select a, t, r, c from Team t
      join Agency a on a.code = t.agency
      left join Rota r on r.team = t
      left join Contact c on c.team = t
      where %s order by t.agency, t.code, c.code
      """;

  private final EntityManager entities;

  Covers(EntityManager entities) {
    this.entities = entities;
  }

  /** The teams of each of the agencies that has any, by the code of the agency. */
  Map<String, List<TeamCover>> of(Collection<String> agencies) {
    return read(
        entities
            .createQuery(WHOLE.formatted("t.agency in :agencies"), Tuple.class)
            .setParameter("agencies", agencies));
  }

  /** The same of every agency. */
  Map<String, List<TeamCover>> all() {
    return read(entities.createQuery(WHOLE.formatted("1 = 1"), Tuple.class));
  }

  /** When nobody of an agency covers, of every agency that has a team. */
  Map<String, List<RouteCover.Gap>> gaps(Span window) {
    Map<String, List<RouteCover.Gap>> gaps = new LinkedHashMap<>();
    all()
        .forEach(
            (agency, teams) ->
                gaps.put(
                    agency,
                    RouteCover.all(teams).stream()
                        .flatMap(cover -> cover.gaps(window).stream())
                        .toList()));
    return gaps;
  }

  private static Map<String, List<TeamCover>> read(TypedQuery<Tuple> query) {
    Map<UUID, TeamCover> teams = new LinkedHashMap<>();
    for (Tuple row : query.getResultList()) {
      Team team = row.get(1, Team.class);
      Rota rota = row.get(2, Rota.class);
      Contact contact = row.get(3, Contact.class);
      TeamCover cover =
          teams.computeIfAbsent(
              team.id(),
              first ->
                  new TeamCover(
                      row.get(0, Agency.class),
                      team,
                      rota == null ? new Rota(team) : rota,
                      new ArrayList<>()));
      if (contact != null) {
        cover.contacts().add(contact);
      }
    }
    return teams.values().stream().collect(Collectors.groupingBy(cover -> cover.agency().code()));
  }
}
