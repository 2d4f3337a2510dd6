package org.wraparound.actionplan.drift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.reference.CodeLists;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Says what stands in the way of an action, and that it is gone. */
@ApplicationScoped
@Transactional
class BarrierRaising {
  private final Actions actions;
  private final Barriers barriers;
  private final AccessGrants circles;
  private final CodeLists codeLists;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  BarrierRaising(
      Actions actions,
      Barriers barriers,
      AccessGrants circles,
      CodeLists codeLists,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.actions = actions;
    this.barriers = barriers;
    this.circles = circles;
    this.codeLists = codeLists;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 409 when the action is not still to be done, 422 naming all there is
   *     to mend
   */
  Barrier raise(UUID actionId, RaiseBarrier command) {
    Action action = actions.required(actionId);
    if (!action.status().isLive()) {
      throw ProblemException.conflict(
          "%s is %s: nothing stands in its way any more."
              .formatted(action.reference(), action.status()));
    }
    List<Violation> violations = violations(action, command);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    Barrier barrier = new Barrier(action, command, provenance.caller(), clock.instant());
    barriers.persistAndFlush(barrier);
    journal.append(barrier.raised());
    return barrier;
  }

  Barrier remove(UUID id, String ifMatch, RemoveBarrier command) {
    Barrier barrier = barriers.required(id);
    EntityTags.honour(ifMatch, barrier.version());
    journal.append(barrier.remove(command.done(), provenance.caller(), clock.instant()));
    barriers.flush();
    return barrier;
  }

  private List<Violation> violations(Action action, RaiseBarrier command) {
    List<Violation> found = new ArrayList<>();
    if (!isListed("barrier-kind", command.kind())) {
      found.add(new Violation("kind", "is not in the list barrier-kind"));
    }
    boolean mayRemove =
        command.removableBy().equals(action.agency())
            || circles.of(action.personId()).stream()
                .anyMatch(
                    member ->
                        member.agency().equals(command.removableBy())
                            && member.level() != Level.AWARE);
    if (!mayRemove) {
      found.add(
          new Violation(
              "removableBy",
              "is not in the person's circle at a level at which it sees the action: name an agency"
                  + " that is, or bring it into the circle first"));
    }
    if (!isListed("owner-role", command.removableByRole())) {
      found.add(new Violation("removableByRole", "is not in the list owner-role"));
    }
    return found;
  }

  private boolean isListed(String list, String code) {
    return codeLists.named(list).orElseThrow().codes().stream()
        .anyMatch(one -> one.active() && one.code().equals(code));
  }
}
