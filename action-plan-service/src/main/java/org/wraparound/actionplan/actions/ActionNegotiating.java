package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;

/** Settles between the agencies who does an action and on what terms; each change is a version. */
@ApplicationScoped
@Transactional
class ActionNegotiating {
  private final Actions actions;
  private final AgreementRules rules;
  private final AgreementLog log;
  private final Deadlines deadlines;
  private final ReviewDays reviewDays;
  private final CheckDays checkDays;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  ActionNegotiating(
      Actions actions,
      AgreementRules rules,
      AgreementLog log,
      Deadlines deadlines,
      ReviewDays reviewDays,
      CheckDays checkDays,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.actions = actions;
    this.rules = rules;
    this.log = log;
    this.deadlines = deadlines;
    this.reviewDays = reviewDays;
    this.checkDays = checkDays;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  Action accept(UUID id, String ifMatch, AcceptAction command) {
    Action action = load(id, ifMatch);
    rules.requireRole(command.ownerRole());
    Owner who =
        new Owner(action.ownerAgency(), null, command.ownerName().strip(), command.ownerUserId());
    journal.append(action.accept(who, command.ownerRole(), provenance.caller(), clock.instant()));
    return changed(action, Change.ACCEPTED);
  }

  Action decline(UUID id, String ifMatch, DeclineAction command) {
    Action action = load(id, ifMatch);
    journal.append(action.decline(command.reason(), provenance.caller(), clock.instant()));
    return changed(action, Change.DECLINED);
  }

  Action reassign(UUID id, String ifMatch, ReassignAction command) {
    Action action = load(id, ifMatch);
    rules.requireOwner(action.plan(), command.ownerAgency(), command.ownerRole());
    journal.append(
        action.reassign(
            command.owner(),
            command.ownerRole(),
            command.reason(),
            provenance.caller(),
            clock.instant()));
    // past its day it climbs at the new owner's agency too
    deadlines.set(action);
    return changed(action, Change.REASSIGNED);
  }

  Action amend(UUID id, String ifMatch, AgreeAction command) {
    Action action = actions.requiredAlone(id);
    EntityTags.require(ifMatch, action.version());
    rules.require(action, command);
    LocalDate before = action.dueOn();
    journal.append(
        action.amend(
            command.terms(),
            command.owner(),
            command.course(),
            provenance.caller(),
            clock.instant()));
    if (!action.dueOn().equals(before)) {
      deadlines.set(action);
    }
    reviewDays.set(action);
    return changed(action, Change.AMENDED);
  }

  Action withdraw(UUID id, String ifMatch, WithdrawAction command) {
    Action action = load(id, ifMatch);
    journal.append(action.withdraw(command.reason(), provenance.caller(), clock.instant()));
    deadlines.clear(id);
    reviewDays.set(action);
    checkDays.set(action);
    return changed(action, Change.WITHDRAWN);
  }

  private Action load(UUID id, String ifMatch) {
    Action action = actions.requiredAlone(id);
    EntityTags.honour(ifMatch, action.version());
    return action;
  }

  private Action changed(Action action, Change change) {
    log.noted(action.planId(), change, action.id());
    actions.flush();
    return action;
  }
}
