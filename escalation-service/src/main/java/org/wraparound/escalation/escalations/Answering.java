package org.wraparound.escalation.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.wraparound.escalation.policies.Policies;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;

/** Answering an escalation: taking it on, deciding it, being done with it. */
@ApplicationScoped
class Answering {
  private final Escalations escalations;
  private final Policies policies;
  private final DueDates dueDates;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Answering(
      Escalations escalations,
      Policies policies,
      DueDates dueDates,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.escalations = escalations;
    this.policies = policies;
    this.dueDates = dueDates;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  Escalation acknowledge(UUID id, String ifMatch) {
    return answer(
        id,
        ifMatch,
        (escalation, now) -> {
          var event = escalation.acknowledge(provenance.caller(), now);
          dueDates.cancel(Climbing.ACKNOWLEDGEMENT, id);
          // who acknowledges late has one step's time before it climbs again
          Instant soonest =
              now.plus(policies.version(escalation.policyVersion()).policy().climb().every());
          dueDates.schedule(
              Climbing.DECISION,
              id,
              escalation.decideBy().isAfter(soonest) ? escalation.decideBy() : soonest);
          return event;
        });
  }

  @Transactional
  Escalation decide(UUID id, String ifMatch, DecideEscalation made) {
    made.mustExplainSafety();
    return answer(
        id,
        ifMatch,
        (escalation, now) -> {
          var event = escalation.decide(made, provenance.caller(), now);
          dueDates.cancel(Climbing.DECISION, id);
          return event;
        });
  }

  @Transactional
  Escalation close(UUID id, String ifMatch, CloseEscalation closure) {
    return answer(
        id, ifMatch, (escalation, now) -> escalation.close(closure, provenance.caller(), now));
  }

  private Escalation answer(
      UUID id, String ifMatch, BiFunction<Escalation, Instant, EscalationEvent> transition) {
    Escalation escalation = escalations.get(id);
    EntityTags.honour(ifMatch, escalation.version());
    journal.append(transition.apply(escalation, clock.instant()));
    escalations.flush();
    return escalation;
  }
}
