package org.wraparound.actionplan.guidance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.actionplan.Conditions;
import org.wraparound.kit.web.PageRequest;

/** What was seen on shift of what pages say. */
@ApplicationScoped
class PracticeObservations implements PanacheRepositoryBase<PracticeObservation, UUID> {
  private static final String TALLY =
      """
      select key(s),
             count(*) filter (where value(s) = SEEN),
             count(*) filter (where value(s) = NOT_SEEN),
             count(*) filter (where value(s) = NO_OCCASION)
      from PracticeObservation o join o.steps s
      where o.guidanceId = :guidance
      group by key(s)
      """;

  /**
   * How often a line was looked for.
   *
   * @param step mark of the line
   */
  record StepTally(String step, long seen, long notSeen, long noOccasion) {}

  List<StepTally> tally(UUID guidanceId) {
    return getEntityManager()
        .createQuery(TALLY, StepTally.class)
        .setParameter("guidance", guidanceId)
        .getResultList();
  }

  /** One page, the newest first. */
  List<PracticeObservation> page(UUID guidanceId, PageRequest page) {
    Conditions conditions = new Conditions().equal("guidanceId", guidanceId);
    if (page.after() != null) {
      conditions.and("id < :after", Map.of("after", page.after().uuid(0)));
    }
    return find(conditions.query("PracticeObservation", "id desc"), conditions.values())
        .page(0, page.fetch())
        .list();
  }
}
