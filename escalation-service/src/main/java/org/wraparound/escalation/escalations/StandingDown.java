package org.wraparound.escalation.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.escalation.overrides.OverrideView;
import org.wraparound.escalation.overrides.Overrides;
import org.wraparound.escalation.overrides.ThresholdOverride;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;

/** Not escalating what crosses a threshold: with a reason, by someone who may, for all to see. */
@ApplicationScoped
class StandingDown {
  private final Escalations escalations;
  private final Overrides overrides;
  private final Climbing climbing;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  StandingDown(
      Escalations escalations,
      Overrides overrides,
      Climbing climbing,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.escalations = escalations;
    this.overrides = overrides;
    this.climbing = climbing;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  OverrideView standDown(UUID id, String ifMatch, StandDown command) {
    Escalation escalation = escalations.get(id);
    EntityTags.honour(ifMatch, escalation.version());
    Caller caller = provenance.caller();
    Instant now = clock.instant();
    journal.append(escalation.standDown(command.reason(), caller, now));
    climbing.stop(escalation);
    ThresholdOverride made =
        new ThresholdOverride(
            ThresholdOverride.Kind.STOOD_DOWN,
            escalation.personId(),
            escalation.agency(),
            null,
            id,
            escalation.ruleCode(),
            escalation.tier(),
            escalation.route(),
            command.reason(),
            caller,
            now);
    overrides.add(made);
    return made.view();
  }
}
