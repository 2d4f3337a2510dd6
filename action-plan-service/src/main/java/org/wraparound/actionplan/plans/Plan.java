package org.wraparound.actionplan.plans;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.OwningPlan;
import org.wraparound.actionplan.plans.PlanEvent.PlanClosed;
import org.wraparound.actionplan.plans.PlanEvent.PlanExtended;
import org.wraparound.actionplan.plans.PlanEvent.PlanOpened;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;

/** What is to be done for a person about one matter. At most one is open per person and kind. */
@Entity
@Table(name = "plan")
class Plan extends PersonRecord {
  @Column(updatable = false)
  private String reference;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private PlanKind kind;

  @Column(name = "opened_at", updatable = false)
  private Instant openedAt;

  @Column(name = "opened_by_agency", updatable = false)
  private String openedByAgency;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "closed_by_agency")
  private String closedByAgency;

  @ElementCollection
  @CollectionTable(name = "plan_escalation", joinColumns = @JoinColumn(name = "plan_id"))
  @Column(name = "escalation_id")
  @BatchSize(size = 200)
  private Set<UUID> escalations = new HashSet<>();

  Plan() {}

  Plan(
      UUID personId,
      String provider,
      PlanKind kind,
      String reference,
      Caller openedBy,
      Instant openedAt) {
    super(Ids.next(), personId, provider);
    this.kind = kind;
    this.reference = reference;
    this.openedByAgency = openedBy.agency();
    this.openedAt = openedAt;
  }

  /**
   * @param escalationId the escalation that opens it, or null
   */
  PlanOpened opened(UUID escalationId) {
    if (escalationId != null) {
      escalations.add(escalationId);
    }
    return new PlanOpened(id, reference, personId, kind, agency, escalationId, openedAt);
  }

  /** The plan answers this escalation too; nothing happens when it did already. */
  Optional<PlanExtended> extend(UUID escalationId, Instant at) {
    return escalations.add(escalationId)
        ? Optional.of(new PlanExtended(id, personId, escalationId, at))
        : Optional.empty();
  }

  /**
   * All is done, and checked.
   *
   * @param unsettled its actions that are neither verified nor withdrawn
   * @throws ProblemException 409 naming them, or when it is closed already
   */
  PlanClosed close(List<Action> unsettled, Caller caller, Instant at) {
    requireOpen();
    if (!unsettled.isEmpty()) {
      throw ProblemException.conflict(
          "%s cannot be closed while actions are neither verified nor withdrawn: %s."
              .formatted(
                  reference,
                  String.join(
                      ", ",
                      unsettled.stream()
                          .map(action -> action.reference() + " (" + action.status() + ")")
                          .toList())),
          unsettled.stream().map(Action::uri).toArray(URI[]::new));
    }
    closedAt = at;
    closedByAgency = caller.agency();
    return new PlanClosed(id, personId, at);
  }

  /**
   * @throws ProblemException 409 when it is closed
   */
  void requireOpen() {
    if (status() != PlanStatus.OPEN) {
      throw ProblemException.conflict(reference + " is closed; open another plan.");
    }
  }

  PlanStatus status() {
    return closedAt == null ? PlanStatus.OPEN : PlanStatus.CLOSED;
  }

  OwningPlan asOwner() {
    return new OwningPlan(id, personId, agency);
  }

  URI uri() {
    return URI.create("/v1/plans/" + id);
  }

  String reference() {
    return reference;
  }

  PlanKind kind() {
    return kind;
  }

  Instant openedAt() {
    return openedAt;
  }

  String openedByAgency() {
    return openedByAgency;
  }

  Instant closedAt() {
    return closedAt;
  }

  String closedByAgency() {
    return closedByAgency;
  }

  Set<UUID> escalations() {
    return Set.copyOf(escalations);
  }
}
