package org.wraparound.actionplan.drift;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.drift.DriftEvent.ActionBarrierRaised;
import org.wraparound.actionplan.drift.DriftEvent.ActionBarrierRemoved;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;

/** What stands in the way of an action, and who can clear it; said before the action is late. */
@Entity
@Table(name = "action_barrier")
class Barrier extends PersonRecord {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "action_id", updatable = false)
  private Action action;

  @Column(updatable = false)
  private String kind;

  @Column(updatable = false)
  private String what;

  @Column(name = "removable_by", updatable = false)
  private String removableBy;

  @Column(name = "removable_by_role", updatable = false)
  private String removableByRole;

  @Column(name = "raised_at", updatable = false)
  private Instant raisedAt;

  @Column(name = "raised_by_agency", updatable = false)
  private String raisedByAgency;

  @Column(name = "raised_by", updatable = false)
  private String raisedBy;

  @Column(name = "removed_at")
  private Instant removedAt;

  @Column(name = "removed_by_agency")
  private String removedByAgency;

  @Column(name = "removed_by")
  private String removedBy;

  private String done;

  Barrier() {}

  Barrier(Action action, RaiseBarrier command, Caller by, Instant at) {
    super(Ids.next(), action.personId(), action.agency());
    this.action = action;
    this.kind = command.kind();
    this.what = command.what();
    this.removableBy = command.removableBy();
    this.removableByRole = command.removableByRole();
    this.raisedAt = at;
    this.raisedByAgency = by.agency();
    this.raisedBy = by.userId();
  }

  ActionBarrierRaised raised() {
    return new ActionBarrierRaised(
        action.id(),
        id,
        action.planId(),
        personId,
        action.ownerAgency(),
        kind,
        removableBy,
        removableByRole,
        raisedAt);
  }

  /**
   * It is out of the way.
   *
   * @throws ProblemException 403 unless the agency that can remove it or the one that raised it
   *     says so, 409 when it is removed already
   */
  ActionBarrierRemoved remove(String how, Caller caller, Instant at) {
    if (removedAt != null) {
      throw ProblemException.conflict("This barrier to " + action.reference() + " is removed.");
    }
    if (!removableBy.equals(caller.agency()) && !raisedByAgency.equals(caller.agency())) {
      throw ProblemException.forbidden(
          "Only the agency that can remove it, %s, or the one that raised it, %s, says that it is gone."
              .formatted(removableBy, raisedByAgency));
    }
    removedAt = at;
    removedByAgency = caller.agency();
    removedBy = caller.userId();
    done = how;
    return new ActionBarrierRemoved(
        action.id(),
        id,
        action.planId(),
        personId,
        action.ownerAgency(),
        kind,
        removedByAgency,
        at);
  }

  /** Whether it still stands in the way of something that is to be done. */
  boolean isLive() {
    return removedAt == null && action.status().isLive();
  }

  URI uri() {
    return URI.create("/v1/barriers/" + id);
  }

  Action action() {
    return action;
  }

  String kind() {
    return kind;
  }

  String what() {
    return what;
  }

  String removableBy() {
    return removableBy;
  }

  String removableByRole() {
    return removableByRole;
  }

  Instant raisedAt() {
    return raisedAt;
  }

  String raisedByAgency() {
    return raisedByAgency;
  }

  Instant removedAt() {
    return removedAt;
  }

  String removedByAgency() {
    return removedByAgency;
  }

  String done() {
    return done;
  }
}
