package org.wraparound.actionplan.drift;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.drift.DriftEvent.ActionDriftClimbed;
import org.wraparound.actionplan.drift.DriftEvent.ActionExtensionRefused;
import org.wraparound.actionplan.drift.DriftEvent.ActionReminder;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/**
 * One day by which an action was to be done, and who was told what as it came and passed. Each
 * agency is told each thing once; an extension gives the action another day, with a clean slate.
 */
@Entity
@Table(name = "action_due_day")
class DueDay extends PersonRecord {
  @Column(name = "action_id", updatable = false)
  private UUID actionId;

  @Column(name = "due_on", updatable = false)
  private LocalDate dueOn;

  @Column(name = "overdue_at")
  private Instant overdueAt;

  @Enumerated(EnumType.STRING)
  private Rung rung;

  @ElementCollection
  @CollectionTable(name = "action_told", joinColumns = @JoinColumn(name = "due_day_id"))
  @OrderColumn(name = "position")
  @BatchSize(size = 200)
  private List<Told> told = new ArrayList<>();

  DueDay() {}

  /** The day by which the action is to be done as it stands now. */
  DueDay(Action action) {
    super(Ids.next(), action.personId(), action.agency());
    this.actionId = action.id();
    this.dueOn = action.dueOn();
  }

  /** The day is near: its owner is reminded, once. */
  Optional<ActionReminder> remind(Action action, Instant at) {
    return tell(DriftLogKind.REMINDED, null, action, action.ownerAgency(), at)
        ? Optional.of(
            new ActionReminder(
                actionId, action.planId(), personId, action.ownerAgency(), dueOn, at))
        : Optional.empty();
  }

  /** The day has ended and the action is still to be done. */
  void ends(Instant at) {
    if (overdueAt == null) {
      overdueAt = at;
    }
  }

  /** Its owner was told that it is overdue. */
  void ownerLearns(Action action, Instant at) {
    tell(DriftLogKind.OVERDUE, null, action, action.ownerAgency(), at);
  }

  /** It is still not done, and these agencies above its owner learn of it, each once. */
  List<ActionDriftClimbed> climb(Rung to, List<String> agencies, Action action, Instant at) {
    if (rung == null || rung.compareTo(to) < 0) {
      rung = to;
    }
    return agencies.stream()
        .filter(agency -> tell(DriftLogKind.CLIMBED, to, action, agency, at))
        .map(
            agency ->
                new ActionDriftClimbed(
                    actionId,
                    action.reference(),
                    action.planId(),
                    personId,
                    this.agency,
                    action.ownerAgency(),
                    to,
                    agency,
                    dueOn,
                    at))
        .toList();
  }

  /** Another day was asked for and refused, and these agencies above its owner learn of it. */
  ActionExtensionRefused refuse(
      LocalDate askedFor, List<String> agencies, Action action, Instant at) {
    agencies.forEach(agency -> tell(DriftLogKind.REFUSAL_TOLD, null, action, agency, at));
    return new ActionExtensionRefused(
        actionId,
        action.reference(),
        action.planId(),
        personId,
        agency,
        action.ownerAgency(),
        dueOn,
        askedFor,
        agencies,
        at);
  }

  private boolean tell(DriftLogKind what, Rung on, Action action, String toAgency, Instant at) {
    boolean known =
        told.stream()
            .anyMatch(
                one -> one.what() == what && one.rung() == on && one.toAgency().equals(toAgency));
    if (!known) {
      told.add(new Told(what, on, action.ownerAgency(), toAgency, at));
    }
    return !known;
  }

  LocalDate dueOn() {
    return dueOn;
  }

  /** Null until the day has ended with the action still to be done. */
  Instant overdueAt() {
    return overdueAt;
  }

  /** Null while its drift has climbed no further than its owner. */
  Rung rung() {
    return rung;
  }

  List<Told> told() {
    return List.copyOf(told);
  }
}
