package org.wraparound.escalation.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/** The entries of the directory. Work contacts, and nobody's record: every caller may read them. */
@ApplicationScoped
class DirectoryEntries {
  private final EntityManager entities;

  DirectoryEntries(EntityManager entities) {
    this.entities = entities;
  }

  Optional<Agency> findAgency(String code) {
    return Optional.ofNullable(entities.find(Agency.class, code));
  }

  Optional<Team> findTeam(String agency, String code) {
    return entities
        .createQuery("from Team where agency = :agency and code = :code", Team.class)
        .setParameter("agency", agency)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  Optional<Contact> findContact(Team team, String code) {
    return entities
        .createQuery("from Contact where team = :team and code = :code", Contact.class)
        .setParameter("team", team)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  Optional<Rota> findRota(Team team) {
    return Optional.ofNullable(entities.find(Rota.class, team.id()));
  }

  /**
   * @throws ProblemException 404
   */
  Agency agency(String code) {
    return findAgency(code).orElseThrow(() -> none("agency " + code));
  }

  /**
   * @throws ProblemException 404
   */
  Team team(String agency, String code) {
    return findTeam(agency, code).orElseThrow(() -> none("team " + code + " of " + agency));
  }

  /**
   * @throws ProblemException 404
   */
  Contact contact(Team team, String code) {
    return findContact(team, code)
        .orElseThrow(
            () -> none("contact " + code + " of team " + team.code() + " of " + team.agency()));
  }

  /**
   * @throws ProblemException 404
   */
  Rota rota(Team team) {
    return findRota(team)
        .orElseThrow(() -> none("rota yet of team " + team.code() + " of " + team.agency()));
  }

  /** By code, one more than the page holds. */
  List<Agency> agencies(AgencyType type, PageRequest page) {
    TypedQuery<Agency> query =
        entities
            .createQuery(
                "from Agency where code > :after"
                    + (type == null ? "" : " and type = :type")
                    + " order by code",
                Agency.class)
            .setParameter("after", after(page));
    if (type != null) {
      query.setParameter("type", type);
    }
    return query.setMaxResults(page.fetch()).getResultList();
  }

  /** Of the kind and in use at the moment, by code; one more than the page holds. */
  List<Agency> agencies(AgencyType type, Instant at, PageRequest page) {
    return entities
        .createQuery(
            """
            from Agency where type = :type and code > :after
            and (activeUntil is null or activeUntil > :at) order by code
            """,
            Agency.class)
        .setParameter("type", type)
        .setParameter("after", after(page))
        .setParameter("at", at)
        .setMaxResults(page.fetch())
        .getResultList();
  }

  /** By code, one more than the page holds. */
  List<Team> teams(String agency, PageRequest page) {
    return entities
        .createQuery("from Team where agency = :agency and code > :after order by code", Team.class)
        .setParameter("agency", agency)
        .setParameter("after", after(page))
        .setMaxResults(page.fetch())
        .getResultList();
  }

  /** By code, one more than the page holds. */
  List<Contact> contacts(Team team, PageRequest page) {
    return entities
        .createQuery(
            "from Contact where team = :team and code > :after order by code", Contact.class)
        .setParameter("team", team)
        .setParameter("after", after(page))
        .setMaxResults(page.fetch())
        .getResultList();
  }

  /** Codes of all contacts of the team. */
  List<String> contactCodes(Team team) {
    return entities
        .createQuery("select code from Contact where team = :team", String.class)
        .setParameter("team", team)
        .getResultList();
  }

  /**
   * What was changed, the latest first; one more than the page holds.
   *
   * @param path of one entry, null for all of the agency
   */
  List<DirectoryChange> changes(String agency, String path, PageRequest page) {
    TypedQuery<DirectoryChange> query =
        entities
            .createQuery(
                "from DirectoryChange where agency = :agency"
                    + (path == null ? "" : " and path = :path")
                    + (page.after() == null ? "" : " and id < :after")
                    + " order by id desc",
                DirectoryChange.class)
            .setParameter("agency", agency);
    if (path != null) {
      query.setParameter("path", path);
    }
    if (page.after() != null) {
      query.setParameter("after", page.after().uuid(0));
    }
    return query.setMaxResults(page.fetch()).getResultList();
  }

  private static String after(PageRequest page) {
    return page.after() == null ? "" : page.after().parts().get(0);
  }

  private static ProblemException none(String what) {
    return ProblemException.of(ProblemType.NOT_FOUND, "There is no " + what + ".");
  }
}
