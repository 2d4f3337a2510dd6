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
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.Change;
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
public class Plan extends PersonRecord {
  @Column(updatable = false)
  private String reference;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private PlanKind kind;

  @Column(name = "opened_at", updatable = false)
  private Instant openedAt;

  @Column(name = "opened_by_agency", updatable = false)
  private String openedByAgency;

  @Column(updatable = false)
  private String template;

  @Column(name = "key_date", updatable = false)
  private LocalDate keyDate;

  @Column(name = "agreed_version")
  private int agreedVersion;

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

  /**
   * @param template code of the plan template it is opened from; null when it is opened empty
   * @param keyDate day of the move or discharge; null where there is none
   */
  Plan(
      UUID personId,
      String provider,
      PlanKind kind,
      String reference,
      String template,
      LocalDate keyDate,
      Caller openedBy,
      Instant openedAt) {
    super(Ids.next(), personId, provider);
    this.kind = kind;
    this.reference = reference;
    this.template = template;
    this.keyDate = keyDate;
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
    return new PlanOpened(id, reference, personId, kind, agency, escalationId, template, openedAt);
  }

  /** The plan answers this escalation too; nothing happens when it did already. */
  Optional<PlanExtended> extend(UUID escalationId, Instant at) {
    return escalations.add(escalationId)
        ? Optional.of(new PlanExtended(id, personId, escalationId, at))
        : Optional.empty();
  }

  /** What is agreed of one of its actions has changed: the next version of it. */
  PlanVersion changed(Change change, Action action, Caller by, Instant at) {
    agreedVersion++;
    return new PlanVersion(this, agreedVersion, change, action.agreement(change), by, at);
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
   * Nothing is put into a closed plan.
   *
   * @throws ProblemException 409 when it is closed
   */
  public void requireOpen() {
    if (status() != PlanStatus.OPEN) {
      throw ProblemException.conflict(reference + " is closed; open another plan.");
    }
  }

  /** Where it stands. */
  public PlanStatus status() {
    return closedAt == null ? PlanStatus.OPEN : PlanStatus.CLOSED;
  }

  /** What its actions need to know of it. */
  public OwningPlan asOwner() {
    return new OwningPlan(id, personId, agency);
  }

  /** Where it is found. */
  public URI uri() {
    return URI.create("/v1/plans/" + id);
  }

  /** Reference to say on the phone. */
  public String reference() {
    return reference;
  }

  /** What it answers. */
  public PlanKind kind() {
    return kind;
  }

  /** Null when it was opened empty. */
  String template() {
    return template;
  }

  /** Day of the move or discharge, Europe/London; or null. */
  public LocalDate keyDate() {
    return keyDate;
  }

  /** Number of the last change of what is agreed in it; 0 while it is empty. */
  int agreedVersion() {
    return agreedVersion;
  }

  /** When it was opened. */
  public Instant openedAt() {
    return openedAt;
  }

  String openedByAgency() {
    return openedByAgency;
  }

  /** When it was closed, or null. */
  public Instant closedAt() {
    return closedAt;
  }

  String closedByAgency() {
    return closedByAgency;
  }

  Set<UUID> escalations() {
    return Set.copyOf(escalations);
  }
}
