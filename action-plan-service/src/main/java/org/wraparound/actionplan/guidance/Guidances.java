package org.wraparound.actionplan.guidance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.actionplan.Conditions;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** The shift guidance that the caller may see. */
@ApplicationScoped
public class Guidances implements PanacheRepositoryBase<Guidance, UUID> {
  private static final String SERIES =
      "personId = ?1 and agency = ?2 and settingKind is not distinct from ?3";

  Guidance required(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("guidance", id));
  }

  /** Locked, so that what is counted of its readers holds, and its journal has one end. */
  Guidance requiredAlone(UUID id) {
    return find("id", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.notFound("guidance", id));
  }

  /** The draft for the person, by the provider, for the kind of setting. */
  Optional<Guidance> draft(UUID personId, String provider, SettingKind kind) {
    return find(SERIES + " and status = DRAFT", personId, provider, kind).firstResultOptional();
  }

  /**
   * The last that was published for the person, by the provider, for the kind of setting; locked.
   */
  Optional<Guidance> last(UUID personId, String provider, SettingKind kind) {
    return find(
            SERIES + " and publishedAt is not null order by number desc", personId, provider, kind)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The versions that these replace, in one query. */
  public List<Guidance> replacedBy(Collection<Guidance> later) {
    Set<UUID> ids =
        later.stream().map(Guidance::replaces).filter(Objects::nonNull).collect(Collectors.toSet());
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  /** The people for whom guidance in force names the setting. */
  public List<UUID> peopleIn(String settingId, int limit) {
    return getEntityManager()
        .createQuery(
            """
            select distinct g.personId from Guidance g
            where g.status = PUBLISHED and :setting member of g.settings order by g.personId
            """,
            UUID.class)
        .setParameter("setting", settingId)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Of these people: what is in force, and what was withdrawn since; the newest first. */
  public List<Guidance> inForceOrWithdrawn(Collection<UUID> people, Instant since) {
    return people.isEmpty()
        ? List.of()
        : list(
            "personId in ?1 and (status = PUBLISHED or (status = WITHDRAWN and publishedAt is not"
                + " null and withdrawnAt >= ?2)) order by id desc",
            people,
            since);
  }

  /** One page, the newest first. */
  List<Guidance> page(GuidanceFilter filter, LocalDate today, PageRequest page) {
    Conditions conditions =
        new Conditions()
            .equal("personId", filter.personId)
            .equal("planId", filter.planId)
            .equal("settingKind", filter.settingKind)
            .equal("status", filter.status);
    if (filter.settingId != null) {
      conditions.and(":setting member of g.settings", Map.of("setting", filter.settingId));
    }
    if (filter.readerId != null) {
      conditions.and(readers(filter, ""), ofReader(filter));
    }
    if (filter.unread != null) {
      conditions.and(
          (filter.unread ? "" : "not ")
              + ("(status = PUBLISHED and "
                  + readers(filter, " and r.acknowledgedAt is null")
                  + ")"),
          ofReader(filter));
    }
    if (filter.overdue != null) {
      conditions
          .and(
              (filter.overdue ? "" : "not ")
                  + ("(status = PUBLISHED and "
                      + readers(filter, " and r.acknowledgedAt is null and r.readBy < :today")
                      + ")"),
              ofReader(filter))
          .values()
          .put("today", today);
    }
    if (page.after() != null) {
      conditions.and("id < :after", Map.of("after", page.after().uuid(0)));
    }
    return find(conditions.query("Guidance g", "id desc"), conditions.values())
        .page(0, page.fetch())
        .list();
  }

  private static String readers(GuidanceFilter filter, String and) {
    return "exists (select 1 from Reading r where r.guidanceId = g.id"
        + (filter.readerId == null ? "" : " and r.staffId = :reader")
        + and
        + ")";
  }

  private static Map<String, Object> ofReader(GuidanceFilter filter) {
    return filter.readerId == null ? Map.of() : Map.of("reader", filter.readerId);
  }
}
