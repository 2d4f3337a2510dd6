package org.wraparound.actionplan.meetings;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wraparound.actionplan.Conditions;
import org.wraparound.kit.London;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/** The meetings that the caller may see. */
@ApplicationScoped
public class Meetings implements PanacheRepositoryBase<Meeting, UUID> {

  Meeting required(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("meeting", id));
  }

  /** One page, the latest convened first. */
  List<Meeting> page(MeetingFilter filter, LocalDate today, PageRequest page) {
    Conditions conditions =
        new Conditions()
            .equal("personId", filter.personId)
            .equal("planId", filter.planId)
            .equal("kind", filter.kind)
            .equal("status", filter.status);
    if (filter.agency != null) {
      conditions.and(
          "id in (select m.id from Meeting m join m.invitees i where i.agency = :agency)",
          Map.of("agency", filter.agency));
    }
    if (filter.overdue != null) {
      conditions.and(
          (filter.overdue ? "" : "not ") + "(status in (CONVENED, SCHEDULED) and dueBy < :today)",
          Map.of("today", today));
    }
    if (page.after() != null) {
      conditions.and("id < :after", Map.of("after", page.after().uuid(0)));
    }
    return find(conditions.query("Meeting", "id desc"), conditions.values())
        .page(0, page.fetch())
        .list();
  }

  /** Of these people: what is ahead until the day, and whose minutes were finalised since. */
  public List<MeetingNotice> noticesFor(Collection<UUID> people, Instant since, LocalDate until) {
    return people.isEmpty()
        ? List.of()
        : list(
                "personId in ?1 and ((status in (CONVENED, SCHEDULED) and dueBy <= ?3)"
                    + " or (status = SCHEDULED and scheduledFor < ?4) or finalisedAt >= ?2)"
                    + " order by id",
                people,
                since,
                until,
                London.endOf(until))
            .stream()
            .map(MeetingNotice::of)
            .toList();
  }

  /** The last that was held on the plan. */
  Optional<Meeting> lastHeld(UUID planId) {
    return find("planId = ?1 and heldAt is not null order by heldAt desc, id desc", planId)
        .firstResultOptional();
  }

  /** Whether the event's asking was answered before. */
  boolean answers(String askedByEvent) {
    return count("askedByEvent", askedByEvent) > 0;
  }

  /** Those about the change of support. */
  List<Meeting> about(UUID transitionId) {
    return list("requestedBy.transitionId", transitionId);
  }
}
