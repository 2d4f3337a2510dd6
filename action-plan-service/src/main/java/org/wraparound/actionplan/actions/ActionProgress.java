package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.actionplan.evidence.EvidenceFile;
import org.wraparound.actionplan.evidence.EvidenceFiles;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;

/** Moves actions from their start to the proof that they worked, and keeps their clocks in step. */
@ApplicationScoped
@Transactional
class ActionProgress {
  private final Actions actions;
  private final ActionAgreeing agreeing;
  private final EvidenceFiles files;
  private final AgreementLog log;
  private final Deadlines deadlines;
  private final ReviewDays reviewDays;
  private final CheckDays checkDays;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  ActionProgress(
      Actions actions,
      ActionAgreeing agreeing,
      EvidenceFiles files,
      AgreementLog log,
      Deadlines deadlines,
      ReviewDays reviewDays,
      CheckDays checkDays,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.actions = actions;
    this.agreeing = agreeing;
    this.files = files;
    this.log = log;
    this.deadlines = deadlines;
    this.reviewDays = reviewDays;
    this.checkDays = checkDays;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  Action start(UUID id, String ifMatch, StartAction command) {
    Action action = load(id, ifMatch);
    boolean proposed = action.status() == ActionStatus.PROPOSED;
    List<ActionEvent> events =
        action.start(
            command == null ? null : nameOrNull(command.ownerName()),
            actions.live(action.dependsOn()),
            provenance.caller(),
            clock.instant());
    return moved(action, proposed, events);
  }

  Action complete(UUID id, String ifMatch, CompleteAction command) {
    command.requireContent();
    Action action = load(id, ifMatch);
    Map<UUID, EvidenceFile> shown = files.requiredFor(action.personId(), command.fileIds());
    boolean proposed = action.status() == ActionStatus.PROPOSED;
    Instant now = clock.instant();
    List<ActionEvent> events =
        action.complete(
            command.shown(shown, provenance.caller(), now),
            nameOrNull(command.ownerName()),
            actions.live(action.dependsOn()),
            provenance.caller(),
            now);
    deadlines.clear(id);
    reviewDays.set(action);
    return moved(action, proposed, events);
  }

  Action verify(UUID id, String ifMatch, VerifyAction command) {
    command.requireConsistent(London.today(clock));
    Action action = load(id, ifMatch);
    action.requireCheckableBy(provenance.caller());
    UUID followUp =
        command.followUp() == null ? null : agreeing.followUp(action, command.followUp()).id();
    action
        .verify(
            command.impact(),
            command.finding(),
            command.checkAgainOn(),
            followUp,
            provenance.caller(),
            clock.instant())
        .forEach(journal::append);
    if (action.isLive()) {
      // Past its day it falls due at once: reopening must not hide that it is late.
      deadlines.set(action);
    }
    reviewDays.set(action);
    checkDays.set(action);
    return flushed(action);
  }

  Action reach(UUID id, String ifMatch, int position) {
    Action action = load(id, ifMatch);
    journal.append(action.reach(position, provenance.caller(), clock.instant()));
    return flushed(action);
  }

  Action review(UUID id, String ifMatch, ReviewAction command) {
    Action action = load(id, ifMatch);
    journal.append(
        action.review(command.onTrack(), command.finding(), provenance.caller(), clock.instant()));
    reviewDays.set(action);
    return flushed(action);
  }

  private Action load(UUID id, String ifMatch) {
    Action action = actions.requiredAlone(id);
    EntityTags.honour(ifMatch, action.version());
    return action;
  }

  /** Who moves a proposed action on agrees to it. */
  private Action moved(Action action, boolean wasProposed, List<ActionEvent> events) {
    events.forEach(journal::append);
    if (wasProposed) {
      log.noted(action.planId(), Change.ACCEPTED, action.id());
    }
    return flushed(action);
  }

  private Action flushed(Action action) {
    actions.flush();
    return action;
  }

  private static String nameOrNull(String name) {
    return name == null || name.isBlank() ? null : name.strip();
  }
}
