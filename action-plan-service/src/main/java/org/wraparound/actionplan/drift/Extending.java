package org.wraparound.actionplan.drift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.ActionStatus;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.actionplan.actions.Change;
import org.wraparound.actionplan.actions.Deadlines;
import org.wraparound.actionplan.drift.DriftEvent.ActionExtended;
import org.wraparound.actionplan.plans.PlanVersions;
import org.wraparound.kit.Caller;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;

/** Puts due days off, for a reason and not for ever. */
@ApplicationScoped
@Transactional
class Extending {
  /** Those who answer for what their agency promised. */
  private static final Set<String> MANAGING =
      Set.of("manager", "commissioner", "safeguarding-lead");

  private final Actions actions;
  private final Extensions extensions;
  private final Refusing refusing;
  private final Deadlines deadlines;
  private final PlanVersions versions;
  private final DriftConfig.Extensions limits;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Extending(
      Actions actions,
      Extensions extensions,
      Refusing refusing,
      Deadlines deadlines,
      PlanVersions versions,
      DriftConfig config,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.actions = actions;
    this.extensions = extensions;
    this.refusing = refusing;
    this.deadlines = deadlines;
    this.versions = versions;
    this.limits = config.extensions();
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * Puts the due day off, or refuses to for good and has those above the owner told.
   *
   * @throws ProblemException 403 for another agency than the owner's, or where it takes a manager;
   *     409 unless it is open or started, or when it was put off often enough; 422 for a day that
   *     is not later, or too late
   */
  Action extend(UUID actionId, String ifMatch, AskExtension asked) {
    Action action = actions.required(actionId);
    EntityTags.honour(ifMatch, action.version());
    Caller caller = provenance.caller();
    requireOwner(action, caller);
    requireTakenOn(action);
    requireFitting(action.dueOn(), asked.dueOn());
    List<Extension> earlier = extensions.of(actionId);
    long granted = earlier.stream().filter(Extension::isGranted).count();
    if (granted >= limits.inAll()) {
      refusing.refuse(actionId, asked);
      throw ProblemException.conflict(
          "%s was put off %d times already and stays due on %s. That more days were asked for has been told to the commissioner: agree with them what is to happen."
              .formatted(action.reference(), granted, action.dueOn()),
          action.uri());
    }
    if (granted >= limits.withoutManager() && MANAGING.stream().noneMatch(caller::is)) {
      throw ProblemException.forbidden(
          "%s was put off before: a manager of %s can put it off once more."
              .formatted(action.reference(), action.ownerAgency()));
    }
    Instant now = clock.instant();
    extensions.persist(new Extension(action, earlier.size() + 1, asked, true, caller, now));
    LocalDate before = action.extend(asked.dueOn());
    journal.append(
        new ActionExtended(
            actionId,
            action.planId(),
            action.personId(),
            action.ownerAgency(),
            before,
            action.dueOn(),
            now));
    deadlines.set(action);
    // the action before its plan, as everyone locks them
    actions.flush();
    versions.noted(action.planId(), Change.EXTENDED, actionId);
    actions.flush();
    return action;
  }

  private static void requireOwner(Action action, Caller caller) {
    if (!action.ownerAgency().equals(caller.agency())) {
      throw ProblemException.forbidden(
          "Only the agency that owns the action, "
              + action.ownerAgency()
              + ", can ask for more days.");
    }
  }

  private static void requireTakenOn(Action action) {
    if (action.status() != ActionStatus.OPEN && action.status() != ActionStatus.STARTED) {
      throw ProblemException.conflict(
          "%s is %s: only an action that was taken on and is not done can be put off."
              .formatted(action.reference(), action.status()));
    }
  }

  private void requireFitting(LocalDate dueOn, LocalDate askedFor) {
    LocalDate today = London.today(clock);
    if (!askedFor.isAfter(dueOn) || askedFor.isBefore(today)) {
      throw ProblemException.invalid(
          "dueOn", "give a day later than " + dueOn + ", the one it has, and not in the past");
    }
    LocalDate last = (dueOn.isAfter(today) ? dueOn : today).plusDays(limits.longestDays());
    if (askedFor.isAfter(last)) {
      throw ProblemException.invalid(
          "dueOn",
          "give a day until %s, %d days on: what takes longer is another action"
              .formatted(last, limits.longestDays()));
    }
  }
}
