package org.wraparound.actionplan.actions;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.wraparound.actionplan.actions.ActionEvent.ActionAgreed;
import org.wraparound.actionplan.actions.ActionEvent.ActionCompleted;
import org.wraparound.actionplan.actions.ActionEvent.ActionOverdue;
import org.wraparound.actionplan.actions.ActionEvent.ActionReassigned;
import org.wraparound.actionplan.actions.ActionEvent.ActionReopened;
import org.wraparound.actionplan.actions.ActionEvent.ActionVerified;
import org.wraparound.actionplan.actions.ActionEvent.ActionWithdrawn;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;

/**
 * One thing that an agency will have done by a day. Done is not closed: the owner completes it with
 * evidence, and someone else checks whether it achieved what was intended; if not, it is open
 * again.
 */
@Entity
@Table(name = "action")
public class Action extends PersonRecord {
  @Column(name = "plan_id", updatable = false)
  private UUID planId;

  @Column(updatable = false)
  private String reference;

  @Embedded private Terms terms;
  @Embedded private Origin origin;

  @Column(name = "owner_agency")
  private String ownerAgency;

  @Column(name = "owner_agency_missing")
  private String ownerAgencyMissing;

  @Column(name = "agreed_at", updatable = false)
  private Instant agreedAt;

  @Column(name = "agreed_by_agency", updatable = false)
  private String agreedByAgency;

  @Column(name = "completed_at")
  private Instant completedAt;

  @Column(name = "completed_by_agency")
  private String completedByAgency;

  @Column(name = "completed_by")
  private String completedBy;

  @Column(name = "verified_at")
  private Instant verifiedAt;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Column(name = "withdrawn_by_agency")
  private String withdrawnByAgency;

  @Column(name = "withdrawal_reason")
  private String withdrawalReason;

  @Column(name = "overdue_told_at")
  private Instant overdueToldAt;

  // The database derives it from the columns above as status() does, for queries to filter, count
  // and index by; it is stale in memory until the action is read again.
  @SuppressWarnings("UnusedVariable")
  @Enumerated(EnumType.STRING)
  @Column(name = "status", insertable = false, updatable = false)
  private ActionStatus status;

  @ElementCollection
  @CollectionTable(name = "action_evidence", joinColumns = @JoinColumn(name = "action_id"))
  @OrderColumn(name = "position")
  @BatchSize(size = 200)
  private List<Evidence> evidence = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "action_check", joinColumns = @JoinColumn(name = "action_id"))
  @OrderColumn(name = "position")
  @BatchSize(size = 200)
  private List<Check> checks = new ArrayList<>();

  Action() {}

  Action(
      OwningPlan plan,
      String reference,
      Terms terms,
      Owner owner,
      Origin origin,
      Caller agreedBy,
      Instant agreedAt) {
    super(Ids.next(), plan.personId(), plan.provider());
    this.planId = plan.id();
    this.reference = reference;
    this.terms = terms;
    this.ownerAgency = owner.agency();
    this.ownerAgencyMissing = owner.missing();
    this.origin = origin;
    this.agreedByAgency = agreedBy.agency();
    this.agreedAt = agreedAt;
  }

  ActionAgreed agreed() {
    return new ActionAgreed(
        id,
        reference,
        planId,
        personId,
        terms.party(),
        ownerAgency,
        terms.ownerRole(),
        terms.dueOn(),
        terms.outcomeDomain(),
        origin == null ? null : origin.template(),
        origin == null ? null : origin.escalationId(),
        agreedAt);
  }

  /**
   * The owner shows that it is done.
   *
   * @throws ProblemException 403 for another agency than the owner's, 409 unless it is open
   */
  ActionCompleted complete(List<Evidence> shown, Caller caller, Instant at) {
    requireStatus(
        "completed", status() == ActionStatus.OPEN, "Only an open action can be completed.");
    if (!ownerAgency.equals(caller.agency())) {
      throw ProblemException.forbidden(
          "Only the agency that owns the action, " + ownerAgency + ", can complete it.");
    }
    evidence.addAll(shown);
    completedAt = at;
    completedByAgency = caller.agency();
    completedBy = caller.userId();
    return new ActionCompleted(id, planId, personId, ownerAgency, at);
  }

  /**
   * Someone else checks whether it achieved what was intended. Only ACHIEVED closes it; partly or
   * not achieved, it is open again; too early to say, it waits for another check.
   *
   * @throws ProblemException 403 for who completed it, 409 unless it is completed
   */
  List<ActionEvent> verify(Impact impact, String finding, Caller caller, Instant at) {
    requireStatus(
        "verified",
        status() == ActionStatus.COMPLETED,
        "Only a completed action can be verified: first its owner completes it with evidence.");
    if (completedBy.equals(caller.userId())) {
      throw ProblemException.forbidden(
          "You completed this action; someone else has to check whether it worked.");
    }
    checks.add(new Check(impact, finding, at, caller.agency(), caller.userId()));
    ActionVerified verified = new ActionVerified(id, planId, personId, impact, at);
    return switch (impact) {
      case ACHIEVED -> {
        verifiedAt = at;
        yield List.of(verified);
      }
      case TOO_EARLY_TO_SAY -> List.of(verified);
      case PARTIALLY_ACHIEVED, NOT_ACHIEVED -> {
        completedAt = null;
        completedByAgency = null;
        completedBy = null;
        yield List.of(verified, new ActionReopened(id, planId, personId, ownerAgency, at));
      }
    };
  }

  /**
   * It will not be done.
   *
   * @throws ProblemException 403 unless a manager of the provider or a lead of the owner says so,
   *     409 when it is verified or withdrawn already
   */
  ActionWithdrawn withdraw(String reason, Caller caller, Instant at) {
    requireStatus(
        "withdrawn",
        status() == ActionStatus.OPEN || status() == ActionStatus.COMPLETED,
        "A verified or withdrawn action stays as it is.");
    boolean managesProvider = agency.equals(caller.agency()) && caller.is("manager");
    if (!managesProvider && !ownerAgency.equals(caller.agency())) {
      throw ProblemException.forbidden(
          "Only a manager of %s or the agency that owns the action, %s, can withdraw it."
              .formatted(agency, ownerAgency));
    }
    withdrawnAt = at;
    withdrawnByAgency = caller.agency();
    withdrawalReason = reason;
    return new ActionWithdrawn(id, planId, personId, ownerAgency, at);
  }

  /** An agency of the type that was missing has joined the circle and owns it from now on. */
  ActionReassigned handOver(String joined, Instant at) {
    ownerAgency = joined;
    ownerAgencyMissing = null;
    return new ActionReassigned(id, planId, personId, ownerAgency, at);
  }

  /** Its day has ended: the others are told, once, if it is still open. */
  Optional<ActionOverdue> tellOverdue(LocalDate today, Instant at) {
    if (!isOverdue(today) || overdueToldAt != null) {
      return Optional.empty();
    }
    overdueToldAt = at;
    return Optional.of(new ActionOverdue(id, planId, personId, ownerAgency, terms.dueOn(), at));
  }

  /** Where it stands. */
  public ActionStatus status() {
    if (withdrawnAt != null) {
      return ActionStatus.WITHDRAWN;
    }
    if (verifiedAt != null) {
      return ActionStatus.VERIFIED;
    }
    return completedAt != null ? ActionStatus.COMPLETED : ActionStatus.OPEN;
  }

  /** Whether its day has ended and it is still to be done. */
  boolean isOverdue(LocalDate today) {
    return status() == ActionStatus.OPEN && terms.dueOn().isBefore(today);
  }

  /** Reference to say on the phone. */
  public String reference() {
    return reference;
  }

  /** Where it is found. */
  public URI uri() {
    return URI.create("/v1/actions/" + id);
  }

  UUID planId() {
    return planId;
  }

  Terms terms() {
    return terms;
  }

  /** Null when it was worded by hand. */
  Origin origin() {
    return origin;
  }

  String ownerAgency() {
    return ownerAgency;
  }

  String ownerAgencyMissing() {
    return ownerAgencyMissing;
  }

  Instant agreedAt() {
    return agreedAt;
  }

  String agreedByAgency() {
    return agreedByAgency;
  }

  Instant completedAt() {
    return completedAt;
  }

  String completedByAgency() {
    return completedByAgency;
  }

  String completedBy() {
    return completedBy;
  }

  Instant verifiedAt() {
    return verifiedAt;
  }

  Instant withdrawnAt() {
    return withdrawnAt;
  }

  String withdrawnByAgency() {
    return withdrawnByAgency;
  }

  String withdrawalReason() {
    return withdrawalReason;
  }

  List<Evidence> evidence() {
    return List.copyOf(evidence);
  }

  List<Check> checks() {
    return List.copyOf(checks);
  }

  private void requireStatus(String transition, boolean allowed, String rule) {
    if (!allowed) {
      throw ProblemException.conflict(
          "%s is %s and cannot be %s. %s".formatted(reference, status(), transition, rule));
    }
  }
}
