package org.wraparound.actionplan.drift;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.actionplan.drift.DriftView.Entry;
import org.wraparound.kit.London;

/** Puts together what is known of an action's drift. */
@ApplicationScoped
class DriftLog {
  private final Actions actions;
  private final DueDays dueDays;
  private final Barriers barriers;
  private final Extensions extensions;
  private final Ladder ladder;
  private final DriftConfig config;
  private final Clock clock;

  DriftLog(
      Actions actions,
      DueDays dueDays,
      Barriers barriers,
      Extensions extensions,
      Ladder ladder,
      DriftConfig config,
      Clock clock) {
    this.actions = actions;
    this.dueDays = dueDays;
    this.barriers = barriers;
    this.extensions = extensions;
    this.ladder = ladder;
    this.config = config;
    this.clock = clock;
  }

  DriftView of(UUID actionId) {
    Action action = actions.required(actionId);
    Instant now = clock.instant();
    List<DueDay> days = dueDays.of(actionId);
    List<Barrier> raised = barriers.of(actionId);
    List<Extension> asked = extensions.of(actionId);
    int granted = (int) asked.stream().filter(Extension::isGranted).count();
    return new DriftView(
        actionId,
        action.reference(),
        action.planId(),
        action.personId(),
        action.agency(),
        action.ownerAgency(),
        action.dueOn(),
        action.isOverdue(London.dayOf(now)),
        days.stream()
            .filter(day -> day.dueOn().equals(action.dueOn()) && day.rung() != null)
            .map(DueDay::rung)
            .findFirst()
            .orElse(null),
        next(action, now),
        granted,
        Math.max(0, config.extensions().inAll() - granted),
        raised.stream().filter(Barrier::isLive).map(BarrierView::of).toList(),
        log(days, raised, asked));
  }

  private DriftView.Next next(Action action, Instant now) {
    return action.status().isLive()
        ? Arrays.stream(Rung.values())
            .map(rung -> new DriftView.Next(rung, ladder.timeOf(rung, action.dueOn())))
            .filter(next -> next.at().isAfter(now))
            .min(Comparator.comparing(DriftView.Next::at))
            .orElse(null)
        : null;
  }

  private static List<Entry> log(List<DueDay> days, List<Barrier> raised, List<Extension> asked) {
    List<Entry> log = new ArrayList<>();
    days.forEach(day -> day.told().forEach(told -> log.add(told(day, told))));
    for (Barrier barrier : raised) {
      log.add(barrier(DriftLogKind.BARRIER_RAISED, barrier));
      if (barrier.removedAt() != null) {
        log.add(barrier(DriftLogKind.BARRIER_REMOVED, barrier));
      }
    }
    asked.forEach(extension -> log.add(extension(extension)));
    log.sort(Comparator.comparing(Entry::at).thenComparing(Entry::kind));
    return log;
  }

  private static Entry told(DueDay day, Told told) {
    return new Entry(
        told.at(), told.what(), day.dueOn(), null, told.toAgency(), told.rung(), null, null, null);
  }

  private static Entry barrier(DriftLogKind kind, Barrier barrier) {
    boolean removed = kind == DriftLogKind.BARRIER_REMOVED;
    return new Entry(
        removed ? barrier.removedAt() : barrier.raisedAt(),
        kind,
        null,
        removed ? barrier.removedByAgency() : barrier.raisedByAgency(),
        removed ? null : barrier.removableBy(),
        null,
        barrier.id(),
        null,
        removed ? barrier.done() : barrier.what());
  }

  private static Entry extension(Extension extension) {
    return new Entry(
        extension.askedAt(),
        extension.isGranted() ? DriftLogKind.EXTENDED : DriftLogKind.EXTENSION_REFUSED,
        extension.from(),
        extension.askedByAgency(),
        null,
        null,
        null,
        extension.to(),
        extension.reason());
  }
}
