package org.wraparound.escalation.escalations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationAcknowledged;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationClimbed;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationClosed;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationDecided;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationRaised;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.SeenFact;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;

/**
 * Someone must know, take it on, decide and be done with it, each by its time. It belongs to the
 * provider that recorded the incident; the recipient or the provider answers it.
 */
@Entity
@Table(name = "escalation")
class Escalation extends PersonRecord {
  @Column(updatable = false)
  private String reference;

  @Column(name = "threshold_id", updatable = false)
  private UUID thresholdId;

  @Column(name = "incident_id", updatable = false)
  private UUID incidentId;

  @Column(name = "rule_code", updatable = false)
  private String ruleCode;

  @Column(name = "policy_version", updatable = false)
  private int policyVersion;

  @Column(updatable = false)
  private String tier;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Route route;

  @Column(updatable = false)
  private boolean pattern;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(name = "incident_ids", updatable = false)
  private List<UUID> incidentIds;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(updatable = false)
  private List<SeenFact> facts;

  @Column(name = "recipient_agency", updatable = false)
  private String recipientAgency;

  @Column(name = "raised_at", updatable = false)
  private Instant raisedAt;

  @Column(name = "acknowledge_by", updatable = false)
  private Instant acknowledgeBy;

  @Column(name = "decide_by", updatable = false)
  private Instant decideBy;

  private int step;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Enumerated(EnumType.STRING)
  private Decision decision;

  private String rationale;

  @Column(name = "immediate_safety_confirmed")
  private Boolean immediateSafetyConfirmed;

  @Column(name = "immediate_safety_explanation")
  private String immediateSafetyExplanation;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "closure_reason")
  private String closureReason;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<LogEntry> log = List.of();

  Escalation() {}

  Escalation(
      Firing firing,
      Rule.Routing routing,
      String reference,
      Optional<String> recipient,
      Instant raisedAt) {
    super(Ids.next(), firing.personId(), firing.provider());
    this.reference = reference;
    this.thresholdId = firing.thresholdId();
    this.incidentId = firing.incidentId();
    this.ruleCode = firing.rule().code();
    this.policyVersion = firing.policyVersion();
    this.tier = firing.rule().tier();
    this.route = routing.route();
    this.pattern = firing.rule().isPattern();
    this.incidentIds = firing.incidentIds();
    this.facts = firing.facts();
    this.recipientAgency = recipient.orElse(null);
    this.raisedAt = raisedAt;
    this.acknowledgeBy = raisedAt.plus(routing.acknowledgeWithin());
    this.decideBy = raisedAt.plus(routing.decideWithin());
    log(LogEntry.bySystem(raisedAt, LogEntry.Kind.RAISED, ruleCode));
    log(
        recipient.isPresent()
            ? LogEntry.bySystem(raisedAt, LogEntry.Kind.DIRECTED, recipientAgency)
            : LogEntry.bySystem(raisedAt, LogEntry.Kind.NOBODY_IN_CIRCLE, route.agencyType()));
  }

  EscalationRaised raised(List<Rule.ActionTemplate> actions, boolean proposeStepUp) {
    return new EscalationRaised(
        id,
        reference,
        personId,
        agency,
        thresholdId,
        route,
        ruleCode,
        policyVersion,
        tier,
        incidentIds,
        facts.stream().map(EscalationEvent.RaisedOn::of).toList(),
        recipientAgency,
        acknowledgeBy,
        decideBy,
        actions,
        proposeStepUp,
        raisedAt);
  }

  /** Someone takes it on: the first clock stops, and the ladder begins anew for the second. */
  EscalationAcknowledged acknowledge(Caller caller, Instant at) {
    mustBeAnsweredBy(caller);
    mustBe(acknowledgedAt == null, "It has been acknowledged already.");
    acknowledgedAt = at;
    step = 0;
    log(LogEntry.by(caller, at, LogEntry.Kind.ACKNOWLEDGED, null));
    return new EscalationAcknowledged(id, personId, route, at);
  }

  /**
   * It is decided what it leads to, and that everyone is safe meanwhile or why that is not sure.
   */
  EscalationDecided decide(DecideEscalation made, Caller caller, Instant at) {
    mustBeAnsweredBy(caller);
    mustBe(acknowledgedAt != null, "Acknowledge it first: POST its acknowledgement.");
    mustBe(decidedAt == null, "It has been decided already.");
    decidedAt = at;
    decision = made.decision();
    rationale = made.rationale();
    immediateSafetyConfirmed = made.immediateSafetyConfirmed();
    immediateSafetyExplanation = made.immediateSafetyExplanation();
    log(LogEntry.by(caller, at, LogEntry.Kind.DECIDED, decision.name()));
    return new EscalationDecided(id, personId, route, decision, at);
  }

  /** What was decided is done with. */
  EscalationClosed close(CloseEscalation closure, Caller caller, Instant at) {
    mustBeAnsweredBy(caller);
    mustBe(decidedAt != null, "Decide it first: POST its decision.");
    mustBe(closedAt == null, "It has been closed already.");
    closedAt = at;
    closureReason = closure.reason();
    log(LogEntry.by(caller, at, LogEntry.Kind.CLOSED, null));
    return new EscalationClosed(id, personId, route, at);
  }

  /**
   * The time for something is up: it goes one step up, unless that has happened meanwhile.
   *
   * @param top the highest step there is
   */
  Optional<EscalationClimbed> climb(Unanswered because, int top, Instant at) {
    boolean waiting =
        switch (because) {
          case NOT_ACKNOWLEDGED -> acknowledgedAt == null;
          case NOT_DECIDED -> acknowledgedAt != null && decidedAt == null;
        };
    if (!waiting || step >= top) {
      return Optional.empty();
    }
    step++;
    log(LogEntry.bySystem(at, LogEntry.Kind.CLIMBED, because.name()).atStep(step));
    return Optional.of(new EscalationClimbed(id, personId, route, step, because, at));
  }

  private void mustBeAnsweredBy(Caller caller) {
    String acting = caller.agency();
    if (acting == null || !(acting.equals(agency) || acting.equals(recipientAgency))) {
      throw ProblemException.forbidden(
          "Only the agency it is directed to and the provider that recorded the incident answer it.");
    }
  }

  private void mustBe(boolean allowed, String otherwise) {
    if (!allowed) {
      throw ProblemException.conflict(otherwise, URI.create("/v1/escalations/" + id));
    }
  }

  private void log(LogEntry entry) {
    // a new list, so that the change is seen and written
    List<LogEntry> longer = new ArrayList<>(log);
    longer.add(entry);
    log = List.copyOf(longer);
  }

  Status status() {
    if (closedAt != null) {
      return Status.CLOSED;
    }
    if (decidedAt != null) {
      return Status.DECIDED;
    }
    return acknowledgedAt != null ? Status.ACKNOWLEDGED : Status.RAISED;
  }

  boolean isAcknowledgementOverdue(Instant now) {
    return acknowledgedAt == null && now.isAfter(acknowledgeBy);
  }

  boolean isDecisionOverdue(Instant now) {
    return decidedAt == null && now.isAfter(decideBy);
  }

  String reference() {
    return reference;
  }

  UUID thresholdId() {
    return thresholdId;
  }

  String ruleCode() {
    return ruleCode;
  }

  int policyVersion() {
    return policyVersion;
  }

  String tier() {
    return tier;
  }

  Route route() {
    return route;
  }

  List<UUID> incidentIds() {
    return incidentIds;
  }

  List<SeenFact> facts() {
    return facts;
  }

  String recipientAgency() {
    return recipientAgency;
  }

  Instant raisedAt() {
    return raisedAt;
  }

  Instant acknowledgeBy() {
    return acknowledgeBy;
  }

  Instant decideBy() {
    return decideBy;
  }

  int step() {
    return step;
  }

  Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  Instant decidedAt() {
    return decidedAt;
  }

  Decision decision() {
    return decision;
  }

  String rationale() {
    return rationale;
  }

  Boolean immediateSafetyConfirmed() {
    return immediateSafetyConfirmed;
  }

  String immediateSafetyExplanation() {
    return immediateSafetyExplanation;
  }

  Instant closedAt() {
    return closedAt;
  }

  String closureReason() {
    return closureReason;
  }

  List<LogEntry> log() {
    return log;
  }
}
