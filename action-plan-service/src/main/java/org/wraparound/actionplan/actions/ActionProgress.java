package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;

/** Completes, verifies and withdraws actions, and keeps their due dates in step. */
@ApplicationScoped
@Transactional
class ActionProgress {
  private final Actions actions;
  private final DueDates dueDates;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  ActionProgress(
      Actions actions, DueDates dueDates, Journal journal, Provenance provenance, Clock clock) {
    this.actions = actions;
    this.dueDates = dueDates;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  Action complete(UUID id, String ifMatch, CompleteAction command) {
    Action action = load(id, ifMatch);
    Instant now = clock.instant();
    journal.append(
        action.complete(command.shown(provenance.caller(), now), provenance.caller(), now));
    dueDates.cancel(OverdueActions.KIND, id);
    return flushed(action);
  }

  Action verify(UUID id, String ifMatch, VerifyAction command) {
    Action action = load(id, ifMatch);
    action
        .verify(command.impact(), command.finding(), provenance.caller(), clock.instant())
        .forEach(journal::append);
    if (action.status() == ActionStatus.OPEN) {
      // Past its day it falls due at once: reopening must not hide that it is late.
      dueDates.schedule(OverdueActions.KIND, id, London.endOf(action.terms().dueOn()));
    }
    return flushed(action);
  }

  Action withdraw(UUID id, String ifMatch, WithdrawAction command) {
    Action action = load(id, ifMatch);
    journal.append(action.withdraw(command.reason(), provenance.caller(), clock.instant()));
    dueDates.cancel(OverdueActions.KIND, id);
    return flushed(action);
  }

  private Action load(UUID id, String ifMatch) {
    Action action = actions.required(id);
    EntityTags.honour(ifMatch, action.version());
    return action;
  }

  private Action flushed(Action action) {
    actions.flush();
    return action;
  }
}
