package org.wraparound.actionplan.drift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;

/** Keeps that an extension was refused, and has the commissioner told. */
@ApplicationScoped
class Refusing {
  private final Actions actions;
  private final Extensions extensions;
  private final DueDays dueDays;
  private final Ladder ladder;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Refusing(
      Actions actions,
      Extensions extensions,
      DueDays dueDays,
      Ladder ladder,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.actions = actions;
    this.extensions = extensions;
    this.dueDays = dueDays;
    this.ladder = ladder;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * In a transaction of its own, which the 409 that answers the request does not undo. Once for
   * each due day: to ask again changes nothing and tells nobody.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void refuse(UUID actionId, AskExtension asked) {
    // locked, so that of two who ask at once the second sees that the first was refused
    Action action = actions.findById(actionId, LockModeType.PESSIMISTIC_WRITE);
    List<Extension> before = extensions.of(actionId);
    boolean known =
        before.stream().anyMatch(one -> !one.isGranted() && one.from().equals(action.dueOn()));
    if (!known) {
      Instant now = clock.instant();
      extensions.persist(
          new Extension(action, before.size() + 1, asked, false, provenance.caller(), now));
      journal.append(
          dueDays
              .present(action)
              .refuse(asked.dueOn(), ladder.agenciesOn(Rung.COMMISSIONER, action), action, now));
    }
  }
}
