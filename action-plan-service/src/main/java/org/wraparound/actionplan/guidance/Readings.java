package org.wraparound.actionplan.guidance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.actionplan.Conditions;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** Who of the staff must read which page. */
@ApplicationScoped
public class Readings implements PanacheRepositoryBase<Reading, UUID> {
  private static final String TALLY =
      """
      select r.guidanceId, count(*),
             count(r.acknowledgedAt),
             count(*) filter (where r.acknowledgedAt is null and r.readBy < :today),
             count(*) filter (where r.result = COACH),
             min(r.readBy) filter (where r.acknowledgedAt is null),
             min(r.readBy) filter (where r.acknowledgedAt is null and r.readBy >= :today)
      from Reading r where r.guidanceId in :guidance
      group by r.guidanceId
      """;

  Reading required(UUID guidanceId, UUID id) {
    return find("guidanceId = ?1 and id = ?2", guidanceId, id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.notFound("acknowledgement", id));
  }

  Optional<Reading> of(UUID guidanceId, String staffId) {
    return find("guidanceId = ?1 and staffId = ?2", guidanceId, staffId).firstResultOptional();
  }

  /** Those of these staff who are named for the page already. */
  Set<String> named(UUID guidanceId, Collection<String> staffIds) {
    return list("guidanceId = ?1 and staffId in ?2", guidanceId, staffIds).stream()
        .map(Reading::staffId)
        .collect(Collectors.toSet());
  }

  /** How far these pages have been read; one that nobody must read has no entry. */
  public List<ReadingTally> tally(Collection<UUID> guidance, LocalDate today) {
    return guidance.isEmpty()
        ? List.of()
        : getEntityManager()
            .createQuery(TALLY, ReadingTally.class)
            .setParameter("guidance", guidance)
            .setParameter("today", today)
            .getResultList();
  }

  /** How far a page has been read. */
  ReadingTally tally(UUID guidanceId, LocalDate today) {
    return tally(List.of(guidanceId), today).stream()
        .findFirst()
        .orElseGet(() -> ReadingTally.none(guidanceId));
  }

  /** Those of these pages that this one of the staff must read and has not. */
  public Set<UUID> unread(Collection<UUID> guidance, String staffId) {
    return guidance.isEmpty()
        ? Set.of()
        : list("guidanceId in ?1 and staffId = ?2 and acknowledgedAt is null", guidance, staffId)
            .stream()
            .map(Reading::guidanceId)
            .collect(Collectors.toSet());
  }

  /**
   * One page of those who must read it, in the order in which they were named.
   *
   * @param staffAgency only those who work for it; null is all
   */
  List<Reading> page(UUID guidanceId, String staffAgency, PageRequest page) {
    Conditions conditions =
        new Conditions().equal("guidanceId", guidanceId).equal("staffAgency", staffAgency);
    if (page.after() != null) {
      conditions.and("id > :after", Map.of("after", page.after().uuid(0)));
    }
    return find(conditions.query("Reading", "id"), conditions.values())
        .page(0, page.fetch())
        .list();
  }
}
