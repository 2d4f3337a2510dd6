package org.wraparound.actionplan.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;

/** Closes plans whose actions are all settled. */
@ApplicationScoped
@Transactional
class PlanClosing {
  private final Plans plans;
  private final Actions actions;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  PlanClosing(Plans plans, Actions actions, Journal journal, Provenance provenance, Clock clock) {
    this.plans = plans;
    this.actions = actions;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  Plan close(UUID id, String ifMatch) {
    Plan plan = plans.requiredAlone(id);
    EntityTags.honour(ifMatch, plan.version());
    journal.append(plan.close(actions.unsettled(id), provenance.caller(), clock.instant()));
    plans.flush();
    return plan;
  }
}
