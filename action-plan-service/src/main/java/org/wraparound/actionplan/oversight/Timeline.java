package org.wraparound.actionplan.oversight;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.actionplan.Conditions;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.ActionView;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.actionplan.plans.Plans;
import org.wraparound.kit.London;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

/** The days of a plan in order. */
@ApplicationScoped
class Timeline implements PanacheRepositoryBase<TimelineEntry, UUID> {
  private final Plans plans;
  private final Actions actions;
  private final Clock clock;

  Timeline(Plans plans, Actions actions, Clock clock) {
    this.plans = plans;
    this.actions = actions;
    this.clock = clock;
  }

  @Transactional
  Page<TimelineView> of(UUID planId, LocalDate from, LocalDate to, PageRequest page) {
    LocalDate today = London.today(clock);
    List<TimelineEntry> entries = entries(plans.required(planId).id(), from, to, page);
    Map<UUID, ActionView> known =
        actions
            .of(
                entries.stream()
                    .filter(entry -> entry.kind().isOfAction())
                    .map(TimelineEntry::recordId)
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(Action::id, action -> ActionView.of(action, today)));
    return Page.of(
        entries,
        page,
        entry -> TimelineView.of(entry, known.get(entry.recordId()), today),
        entry -> Cursor.of(entry.day(), entry.id()));
  }

  private List<TimelineEntry> entries(UUID planId, LocalDate from, LocalDate to, PageRequest page) {
    Conditions conditions = new Conditions().equal("planId", planId);
    if (from != null) {
      conditions.and("day >= :from", Map.of("from", from));
    }
    if (to != null) {
      conditions.and("day <= :to", Map.of("to", to));
    }
    if (page.after() != null) {
      conditions.and(
          "day > :afterDay or (day = :afterDay and id > :afterId)",
          Map.of("afterDay", page.after().date(0), "afterId", page.after().uuid(1)));
    }
    return find(conditions.query("TimelineEntry", "day, id"), conditions.values())
        .page(0, page.fetch())
        .list();
  }
}
