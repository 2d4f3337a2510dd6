package org.wraparound.escalation.escalations;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationAcknowledged;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationClimbed;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationClosed;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationDecided;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationPaused;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationRaised;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationReopened;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationResumed;
import org.wraparound.escalation.escalations.EscalationEvent.EscalationSignedOff;
import org.wraparound.escalation.notices.About;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.SeenFact;
import org.wraparound.escalation.policies.Trigger;
import org.wraparound.escalation.policies.WorkingHours;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.London;
import org.wraparound.kit.WorkingTime;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;

/**
 * Someone must know, take it on, decide and be done with it, each by its time. It belongs to the
 * provider that recorded the incident; the recipient or the provider answers it.
 */
@Entity
@Table(name = "escalation")
class Escalation extends PersonRecord {
  private static final List<Rule.Step> AT_ONCE = List.of(new Rule.Step(1, Duration.ZERO, null));

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

  @Column(name = "pattern_key", updatable = false)
  private String patternKey;

  @Column(name = "counted_until", updatable = false)
  private Instant countedUntil;

  @Enumerated(EnumType.STRING)
  @Column(name = "raised_on", updatable = false)
  private Trigger raisedOn;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Mutability(Immutability.class)
  @Column(name = "rests_on", updatable = false)
  private UUID[] restsOn;

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

  @Column(updatable = false)
  private String title;

  @Column(updatable = false)
  private String why;

  @Column(name = "highest_tier", updatable = false)
  private boolean highestTier;

  @Column(updatable = false)
  private String setting;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(updatable = false)
  private Rule.Routing routing;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(name = "working_hours", updatable = false)
  private WorkingHours workingHours;

  @Column(name = "acknowledge_by")
  private Instant acknowledgeBy;

  @Column(name = "decide_by")
  private Instant decideBy;

  // what the clocks do to it does not make stale what somebody has read and answers
  @OptimisticLock(excluded = true)
  @Column(name = "climb_from")
  private Instant climbFrom;

  @OptimisticLock(excluded = true)
  private int step;

  @OptimisticLock(excluded = true)
  private boolean unreached;

  @Column(name = "paused_until")
  private Instant pausedUntil;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<Pause> pauses = List.of();

  @Column(name = "acknowledged_agency")
  private String acknowledgedAgency;

  @Column(name = "acknowledged_by")
  private String acknowledgedBy;

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

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private Triage triage;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(name = "sign_off")
  private SignOff signOff;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(name = "earlier_decisions")
  private List<EarlierDecision> earlierDecisions = List.of();

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "closure_reason")
  private String closureReason;

  @Column(name = "stood_down")
  private boolean stoodDown;

  // the entries of a whole page are read by one query
  @OneToMany(mappedBy = "escalation", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  @BatchSize(size = 200)
  private List<LogEntry> log = new ArrayList<>();

  Escalation() {}

  /**
   * @param highestTier whether its tier is the highest of its policy
   */
  Escalation(
      Firing firing,
      Rule.Routing routing,
      boolean highestTier,
      String reference,
      Optional<String> recipient,
      Instant raisedAt) {
    super(Ids.next(), firing.personId(), firing.provider());
    this.reference = reference;
    this.thresholdId = firing.thresholdId();
    this.incidentId = firing.subjectId();
    this.ruleCode = firing.ruleCode();
    this.policyVersion = firing.policyVersion();
    this.tier = firing.tier();
    this.route = routing.route();
    this.pattern = firing.patternKey() != null;
    this.patternKey = firing.patternKey();
    this.countedUntil = firing.countedUntil();
    this.raisedOn = firing.on();
    this.restsOn = firing.restsOn().toArray(UUID[]::new);
    this.incidentIds = firing.incidentIds();
    this.facts = firing.facts();
    this.recipientAgency = recipient.orElse(null);
    this.raisedAt = raisedAt;
    this.title = firing.title();
    this.why = firing.why();
    this.highestTier = highestTier;
    this.setting = firing.setting();
    this.routing = routing;
    this.workingHours = firing.workingHours();
    this.acknowledgeBy = reckoning().plus(raisedAt, routing.acknowledgeWithin());
    this.decideBy = reckoning().plus(acknowledgeBy, routing.decideWithin());
    this.climbFrom = raisedAt;
    log(LogEntry.bySystem(raisedAt, LogEntry.Kind.RAISED, ruleCode));
    log(
        recipient.isPresent()
            ? LogEntry.bySystem(raisedAt, LogEntry.Kind.DIRECTED, recipientAgency)
            : LogEntry.bySystem(raisedAt, LogEntry.Kind.NOBODY_IN_CIRCLE, route.agencyType()));
  }

  EscalationRaised raised(boolean proposeStepUp) {
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
        routing.actions(),
        proposeStepUp,
        raisedAt);
  }

  /**
   * Someone takes it on: the first clock stops and the second begins; forgotten, it climbs from the
   * first step again when that is up.
   */
  EscalationAcknowledged acknowledge(Caller caller, Instant at) {
    mustBeAnsweredBy(caller);
    mustBe(!stoodDown, "It has been stood down.");
    mustBe(acknowledgedAt == null, "It has been acknowledged already.");
    acknowledgedAt = at;
    acknowledgedAgency = caller.agency();
    acknowledgedBy = caller.userId();
    decideBy = reckoning().plus(at, routing.decideWithin());
    climbFrom = decideBy;
    step = 0;
    unreached = false;
    log(LogEntry.by(caller, at, LogEntry.Kind.ACKNOWLEDGED, null));
    return new EscalationAcknowledged(id, personId, route, at);
  }

  /**
   * It is decided what it leads to, and that everyone is safe meanwhile or why that is not sure.
   * About a safeguarding concern, the local authority it is directed to decides, after the provider
   * has decided what it does itself or before.
   */
  EscalationDecided decide(DecideEscalation made, Caller caller, Instant at) {
    mustBeAnsweredBy(caller);
    mustBe(!stoodDown, "It has been stood down.");
    mustBe(acknowledgedAt != null, "Acknowledge it first: POST its acknowledgement.");
    mustBe(closedAt == null, "It has been closed already.");
    boolean byAuthority = isForAuthority() && caller.agency().equals(recipientAgency);
    mustBe(decidedAt == null || (byAuthority && isS42Awaited()), "It has been decided already.");
    if (byAuthority) {
      made.mustAnswerS42();
    } else {
      mustBeLeftToTheAuthority(made);
    }
    Decider decider = Decider.of(caller, made.decidingRole());
    setDecisionAside();
    decidedAt = at;
    decision = made.decision();
    rationale = made.rationale();
    immediateSafetyConfirmed = made.immediateSafetyConfirmed();
    immediateSafetyExplanation = made.immediateSafetyExplanation();
    triage = Triage.of(made, decider);
    log(LogEntry.by(caller, at, LogEntry.Kind.DECIDED, decision.name()));
    return new EscalationDecided(
        id,
        personId,
        route,
        decision,
        triage.noFurtherActionReason(),
        triage.s42Outcome(),
        triage.wishesAsked(),
        decisionStands(),
        at);
  }

  private void mustBeLeftToTheAuthority(DecideEscalation made) {
    if (made.s42() != null) {
      throw ProblemException.invalid(
          "s42", "only the local authority it is directed to decides under section 42(1)");
    }
    if (isForAuthority() && made.decision() == Decision.NO_FURTHER_ACTION) {
      throw ProblemException.forbidden(
          "Only the local authority it is directed to decides that nothing further is done about"
              + " a safeguarding concern.");
    }
  }

  /**
   * A supervisor of the deciding agency agrees, or sends the decision back: then it is to be
   * decided anew, and the decision stays among the earlier ones.
   */
  EscalationEvent signOff(SignOffDecision said, Caller caller, Instant at) {
    mustBeAnsweredBy(caller);
    mustBe(closedAt == null, "It has been closed already.");
    mustBe(isSignOffRequired(), "Its policy asks for no sign-off.");
    mustBe(decidedAt != null, "Decide it first: POST its decision.");
    mustBe(signOff == null, "It has been signed off already.");
    Decider decider = triage().decidedBy();
    if (!decider.agency().equals(caller.agency())) {
      throw ProblemException.forbidden("The agency that decided signs its decision off.");
    }
    if (decider.userId().equals(caller.userId())) {
      throw ProblemException.forbidden("Another person than the one who decided signs it off.");
    }
    signOff = new SignOff(said.agreed(), said.note(), caller.userId(), at);
    if (said.agreed()) {
      log(LogEntry.by(caller, at, LogEntry.Kind.SIGNED_OFF, null));
      return new EscalationSignedOff(id, personId, route, at);
    }
    setDecisionAside();
    log(LogEntry.by(caller, at, LogEntry.Kind.REOPENED, null));
    return new EscalationReopened(id, personId, route, at);
  }

  private void setDecisionAside() {
    if (decidedAt == null) {
      return;
    }
    List<EarlierDecision> longer = new ArrayList<>(earlierDecisions);
    longer.add(EarlierDecision.of(this));
    earlierDecisions = List.copyOf(longer);
    decidedAt = null;
    decision = null;
    rationale = null;
    immediateSafetyConfirmed = null;
    immediateSafetyExplanation = null;
    triage = null;
    signOff = null;
  }

  /** What was decided is done with. */
  EscalationClosed close(CloseEscalation closure, Caller caller, Instant at) {
    mustBeAnsweredBy(caller);
    mustBe(closedAt == null, "It has been closed already.");
    mustBe(decidedAt != null, "Decide it first: POST its decision.");
    mustBe(
        !isS42Awaited(),
        "The local authority it is directed to has not decided under section 42(1) yet.");
    mustBe(
        !isSignOffAwaited(),
        "Someone else of the agency that decided must sign it off first: POST its sign-off.");
    closedAt = at;
    closureReason = closure.reason();
    log(LogEntry.by(caller, at, LogEntry.Kind.CLOSED, null));
    return new EscalationClosed(id, personId, route, at);
  }

  /**
   * Its clocks stop for a while. What is of the highest tier must have been taken on before.
   *
   * @param longest how far ahead a pause may end, in working time
   */
  EscalationPaused pause(PauseEscalation asked, Duration longest, Caller caller, Instant at) {
    mustBeAnsweredBy(caller);
    mustBe(
        !decisionStands() && closedAt == null, "It is decided or closed: none of its clocks runs.");
    mustBe(!isPaused(), "It is paused already: POST its resumption first.");
    mustBe(
        acknowledgedAt != null || !highestTier,
        "It is of the highest tier, which is taken on before it is paused: POST its"
            + " acknowledgement.");
    Instant latest = London.endOf(London.dayOf(WorkingTime.plus(at, longest, reckoning().hours())));
    if (!asked.until().isAfter(at) || asked.until().isAfter(latest)) {
      throw ProblemException.invalid(
          "until", "must be later than now and not later than " + latest);
    }
    pausedUntil = asked.until().truncatedTo(ChronoUnit.MICROS);
    pauses =
        Stream.concat(
                pauses.stream(),
                Stream.of(
                    new Pause(
                        at,
                        pausedUntil,
                        asked.reason(),
                        caller.agency(),
                        caller.userId(),
                        null,
                        null,
                        null)))
            .toList();
    log(LogEntry.by(caller, at, LogEntry.Kind.PAUSED, null));
    return new EscalationPaused(id, personId, route, pausedUntil, at);
  }

  /** Its clocks run again, by what somebody does or because the time is up. */
  EscalationResumed resume(Caller caller, Instant at) {
    if (!caller.isSystem()) {
      mustBeAnsweredBy(caller);
    }
    mustBe(isPaused(), "It is not paused.");
    Instant end = at.isBefore(pausedUntil) ? at : pausedUntil;
    Pause pause = lastPause();
    Duration paused = reckoning().between(pause.from(), end);
    if (acknowledgedAt == null) {
      acknowledgeBy = reckoning().plus(acknowledgeBy, paused);
    }
    decideBy = reckoning().plus(decideBy, paused);
    climbFrom = reckoning().plus(climbFrom, paused);
    pausedUntil = null;
    pauses =
        Stream.concat(
                pauses.stream().limit(pauses.size() - 1L), Stream.of(pause.ended(caller, end)))
            .toList();
    log(LogEntry.by(caller, at, LogEntry.Kind.RESUMED, null));
    return new EscalationResumed(id, personId, route, acknowledgeBy, decideBy, at);
  }

  /** Whether an answer is waited for, the want of which would make it climb. */
  boolean waitsFor(Unanswered because) {
    if (isPaused() || closedAt != null) {
      return false;
    }
    return switch (because) {
      case NOT_ACKNOWLEDGED -> acknowledgedAt == null;
      case NOT_DECIDED -> acknowledgedAt != null && !decisionStands();
      case NOT_REACHED -> !decisionStands();
    };
  }

  /** The time for something is up: it goes to the next step, if there is one. */
  Optional<EscalationClimbed> climb(Unanswered because, Instant at) {
    if (!waitsFor(because) || !hasNextStep()) {
      return Optional.empty();
    }
    int next = step + 1;
    log(LogEntry.bySystem(at, LogEntry.Kind.CLIMBED, because.name()).atStep(next));
    return Optional.of(
        new EscalationClimbed(id, personId, route, next, ladder().get(step).tier(), because, at));
  }

  /** Whether the ladder has another step above the one that was taken last. */
  boolean hasNextStep() {
    return step < ladder().size();
  }

  /** Goes to the next step of the ladder, whose people are to be told. */
  Rule.Step takeNextStep() {
    return ladder().get(step++);
  }

  /** When the next step is to be taken; empty at the top. */
  Optional<Instant> nextStepAt() {
    return hasNextStep()
        ? Optional.of(reckoning().plus(climbFrom, ladder().get(step).after()))
        : Optional.empty();
  }

  /**
   * Goes above the ladder, to the provider's own on-call, which is told when nobody else could be.
   *
   * @return false when that was done before
   */
  boolean takeLastResort() {
    if (step > ladder().size()) {
      return false;
    }
    step = ladder().size() + 1;
    return true;
  }

  /** What is told at the step that was taken last. */
  About about() {
    if (step > ladder().size()) {
      return About.ESCALATION_NOBODY_REACHED;
    }
    if (acknowledgedAt != null) {
      return About.ESCALATION_NOT_DECIDED;
    }
    return step == 1 ? About.ESCALATION_RAISED : About.ESCALATION_NOT_ACKNOWLEDGED;
  }

  /** Someone is told at this step, or could not be. */
  void tells(LogEntry entry) {
    log(entry.atStep(step));
  }

  /** Nobody could be told at any step. */
  void reachesNobody(Instant at) {
    if (!unreached) {
      unreached = true;
      log(LogEntry.bySystem(at, LogEntry.Kind.UNREACHED, null));
    }
  }

  /** Somebody is told after all; the steps above are reckoned from then. */
  void reachesSomebody(Instant at) {
    if (unreached) {
      unreached = false;
      climbFrom = at;
    }
  }

  /** Nobody was there: the ladder is gone up from its foot once more. */
  void startsOver() {
    step = 0;
  }

  /** Whether someone was told, or is about to be, since the climb began. */
  boolean hasToldSomebody() {
    return thisClimb().anyMatch(LogEntry::isTold);
  }

  /** Whether someone of the agency was told, or is about to be, since the climb began. */
  boolean hasTold(String toAgency) {
    return thisClimb().anyMatch(entry -> entry.isTold() && toAgency.equals(entry.toAgency()));
  }

  /** Whether the step that was taken last is this notice's, and nobody else was told at it. */
  boolean hangsOn(LogEntry notice) {
    return thisClimb().anyMatch(notice::equals)
        && notice.step() == step
        && log.stream().filter(other -> other.at().equals(notice.at())).noneMatch(LogEntry::isTold);
  }

  private Stream<LogEntry> thisClimb() {
    Instant began = acknowledgedAt == null ? raisedAt : acknowledgedAt;
    return log.stream().filter(entry -> !entry.at().isBefore(began));
  }

  /** A policy that says no steps means the first tier at once. */
  private List<Rule.Step> ladder() {
    return routing.ladder().isEmpty() ? AT_ONCE : routing.ladder();
  }

  private Reckoning reckoning() {
    return new Reckoning(routing.clock(), workingHours);
  }

  private Pause lastPause() {
    return pauses.get(pauses.size() - 1);
  }

  private void mustBeAnsweredBy(Caller caller) {
    String acting = caller.agency();
    if (acting == null || !(acting.equals(agency) || acting.equals(recipientAgency))) {
      throw ProblemException.forbidden(
          "Only the agency it is directed to and the provider that recorded the incident answer it.");
    }
  }

  /** An incident it rests on was withdrawn: whoever answers it is to know. */
  void incidentWithdrawn(UUID incident, Instant at) {
    log(LogEntry.bySystem(at, LogEntry.Kind.INCIDENT_WITHDRAWN, incident.toString()));
  }

  /** Someone who may judges that it need not be answered: it is closed and stays visible. */
  EscalationClosed standDown(String reason, Caller caller, Instant at) {
    mustBe(closedAt == null, "It has been closed already.");
    boolean lead =
        caller.is("safeguarding-lead")
            && caller.agency() != null
            && caller.agency().equals(recipientAgency);
    boolean manager = caller.is("manager") && agency.equals(caller.agency()) && !highestTier;
    if (!lead && !manager) {
      throw ProblemException.forbidden(
          "A safeguarding lead of the agency that must answer may stand it down; a manager of the"
              + " provider only where the tier is not the policy's highest.");
    }
    stoodDown = true;
    pausedUntil = null;
    closedAt = at;
    closureReason = reason;
    log(LogEntry.by(caller, at, LogEntry.Kind.STOOD_DOWN, null));
    return new EscalationClosed(id, personId, route, at);
  }

  private void mustBe(boolean allowed, String otherwise) {
    if (!allowed) {
      throw ProblemException.conflict(otherwise, URI.create("/v1/escalations/" + id));
    }
  }

  private void log(LogEntry entry) {
    entry.belongTo(this);
    log.add(entry);
  }

  Status status() {
    if (stoodDown) {
      return Status.STOOD_DOWN;
    }
    if (closedAt != null) {
      return Status.CLOSED;
    }
    if (decidedAt != null) {
      return Status.DECIDED;
    }
    return acknowledgedAt != null ? Status.ACKNOWLEDGED : Status.RAISED;
  }

  boolean isAcknowledgementOverdue(Instant now) {
    return acknowledgedAt == null && closedAt == null && clockAt(now).isAfter(acknowledgeBy);
  }

  boolean isDecisionOverdue(Instant now) {
    return !decisionStands() && closedAt == null && clockAt(now).isAfter(decideBy);
  }

  /** Where its clocks stand: while it is paused, where they stopped. */
  private Instant clockAt(Instant now) {
    return isPaused() ? lastPause().from() : now;
  }

  /** Whether it is decided, by whom it must be, and signed off where its policy asks for that. */
  boolean decisionStands() {
    return decidedAt != null && !lacksS42() && !isSignOffAwaited();
  }

  /** Whether a local authority has still to decide under the Care Act 2014 s42(1). */
  boolean isS42Awaited() {
    return closedAt == null && lacksS42();
  }

  private boolean lacksS42() {
    return isForAuthority() && triage().s42() == null;
  }

  /** Whether it is decided, and a supervisor has still to agree. */
  boolean isSignOffAwaited() {
    return isSignOffRequired() && decidedAt != null && signOff == null;
  }

  private boolean isForAuthority() {
    return route == Route.SAFEGUARDING_ADULTS && recipientAgency != null;
  }

  boolean isPaused() {
    return pausedUntil != null;
  }

  boolean isUnreached() {
    return unreached && !decisionStands();
  }

  boolean isAcknowledged() {
    return acknowledgedAt != null;
  }

  String title() {
    return title;
  }

  String why() {
    return why;
  }

  String setting() {
    return setting;
  }

  Rule.Routing routing() {
    return routing;
  }

  Instant pausedUntil() {
    return pausedUntil;
  }

  List<Pause> pauses() {
    return pauses;
  }

  String acknowledgedAgency() {
    return acknowledgedAgency;
  }

  String acknowledgedBy() {
    return acknowledgedBy;
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

  Triage triage() {
    return triage == null ? Triage.NONE : triage;
  }

  boolean isSignOffRequired() {
    return routing.signOff();
  }

  SignOff signOff() {
    return signOff;
  }

  List<EarlierDecision> earlierDecisions() {
    return earlierDecisions;
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
