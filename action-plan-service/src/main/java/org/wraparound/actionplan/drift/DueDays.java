package org.wraparound.actionplan.drift;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wraparound.actionplan.actions.Action;

/** The due days, past and present, of the actions that the caller may see. */
@ApplicationScoped
class DueDays implements PanacheRepositoryBase<DueDay, UUID> {

  /** The action's present one, where anything came of it yet. */
  Optional<DueDay> known(Action action) {
    return find("actionId = ?1 and dueOn = ?2", action.id(), action.dueOn()).firstResultOptional();
  }

  /** The action's present one. */
  DueDay present(Action action) {
    return known(action)
        .orElseGet(
            () -> {
              DueDay day = new DueDay(action);
              persist(day);
              return day;
            });
  }

  /** All that the action has had. */
  List<DueDay> of(UUID actionId) {
    return list("actionId = ?1 order by dueOn", actionId);
  }
}
