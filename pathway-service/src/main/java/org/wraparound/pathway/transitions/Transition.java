package org.wraparound.pathway.transitions;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.London;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * A change in a person's support: proposed, then authorised until a review, or refused. Its status
 * is derived from what happened to it.
 */
@Entity
class Transition extends PersonRecord {
  @Column(updatable = false)
  private String reference;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private TransitionKind kind;

  @Column(name = "threshold_id", updatable = false)
  private UUID thresholdId;

  @Column(name = "rule_code", updatable = false)
  private String ruleCode;

  @Column(name = "escalation_id", updatable = false)
  private UUID escalationId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "incident_ids", updatable = false)
  private List<UUID> incidentIds;

  @Column(updatable = false)
  private String threshold;

  @Column(name = "proposal_rationale", updatable = false)
  private String proposalRationale;

  @Column(name = "proposed_at", updatable = false)
  private Instant proposedAt;

  @Column(name = "proposed_by", updatable = false)
  private String proposedBy;

  @Column(name = "authorised_at")
  private Instant authorisedAt;

  @Column(name = "authorised_by")
  private String authorisedBy;

  @Column(name = "authorised_by_agency")
  private String authorisedByAgency;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "review_on")
  private LocalDate reviewOn;

  private String rationale;

  @ElementCollection
  @CollectionTable(name = "transition_stage", joinColumns = @JoinColumn(name = "transition_id"))
  @OrderColumn(name = "position")
  @BatchSize(size = 50)
  private List<DeEscalationStage> stages = new ArrayList<>();

  @Column(name = "weekly_cost")
  private BigDecimal weeklyCost;

  @Column(name = "person_involved")
  private Boolean personInvolved;

  @Column(name = "person_views")
  private String personViews;

  @Column(name = "person_not_involved")
  private String personNotInvolved;

  @Column(name = "review_fell_due_at")
  private Instant reviewFellDueAt;

  @Column(name = "expired_at")
  private Instant expiredAt;

  @Column(name = "refused_at")
  private Instant refusedAt;

  @Column(name = "refused_by")
  private String refusedBy;

  @Column(name = "refused_by_agency")
  private String refusedByAgency;

  @Column(name = "refusal_reason")
  private String refusalReason;

  Transition() {}

  private Transition(
      UUID personId, String provider, String reference, String proposedBy, Instant now) {
    super(Ids.next(), personId, provider);
    this.reference = reference;
    this.kind = TransitionKind.STEP_UP;
    this.proposedAt = now;
    this.proposedBy = proposedBy;
  }

  /** A threshold rule proposes more support. */
  static Transition proposedBy(
      EscalationFeed.EscalationRaised escalation, String reference, Instant now) {
    Transition transition =
        new Transition(
            escalation.personId(),
            escalation.provider(),
            reference,
            Caller.SYSTEM_CALLER.userId(),
            now);
    transition.thresholdId = escalation.thresholdId();
    transition.ruleCode = escalation.ruleCode();
    transition.escalationId = escalation.escalationId();
    transition.incidentIds = escalation.incidentIds();
    return transition;
  }

  /** Someone of the provider proposes more support. */
  static Transition proposedBy(
      Caller caller, ProposeStepUp proposal, String reference, Instant now) {
    Transition transition =
        new Transition(proposal.personId(), caller.agency(), reference, caller.userId(), now);
    transition.threshold = proposal.threshold();
    transition.proposalRationale = proposal.rationale();
    transition.incidentIds = List.of();
    return transition;
  }

  /** What there is to say of a new proposal. */
  TransitionEvent proposed() {
    return new TransitionEvent.StepUpProposed(
        id, reference, personId, agency, thresholdId, ruleCode, proposedAt);
  }

  /**
   * The step-up is authorised until its review.
   *
   * @throws ProblemException 409 unless it waits for that, 422 naming everything that is missing
   */
  TransitionEvent authorise(
      AuthoriseStepUp terms, Caller authoriser, StepUpLimits limits, Instant now) {
    requireProposed();
    List<Violation> faults = terms.faults(London.dayOf(now), limits);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    authorisedAt = now;
    authorisedBy = authoriser.userId();
    authorisedByAgency = authoriser.agency();
    startsOn = terms.startsOn();
    reviewOn = terms.reviewOn();
    rationale = terms.rationale();
    stages.addAll(terms.deEscalationPlan().stages());
    weeklyCost = terms.weeklyCost() == null ? null : terms.weeklyCost().amount();
    personInvolved = terms.personInvolvement().involved();
    personViews = terms.personInvolvement().views();
    personNotInvolved = terms.personInvolvement().whyNot();
    return new TransitionEvent.StepUpAuthorised(
        id, personId, startsOn, reviewOn, authorisedByAgency, now);
  }

  /**
   * The step-up is refused.
   *
   * @throws ProblemException 409 unless it waits for a decision
   */
  TransitionEvent refuse(String reason, Caller refuser, Instant now) {
    requireProposed();
    refusedAt = now;
    refusedBy = refuser.userId();
    refusedByAgency = refuser.agency();
    refusalReason = reason;
    return new TransitionEvent.StepUpRefused(id, personId, now);
  }

  /** The review date has come, and the step-up still runs. */
  TransitionEvent fallDueForReview(Instant now) {
    reviewFellDueAt = now;
    return new TransitionEvent.StepUpReviewDue(id, personId, reviewOn, now);
  }

  /** The review day has passed without a review: it no longer counts as authorised. */
  TransitionEvent expire(Instant now) {
    expiredAt = now;
    return new TransitionEvent.StepUpExpired(id, personId, agency, reviewOn, now);
  }

  /** It has lasted until it counts as sustained, expired or not. */
  TransitionEvent sustain(Instant now) {
    return new TransitionEvent.StepUpSustained(id, personId, agency, days(now), now);
  }

  /** It has lasted until it counts as prolonged, expired or not. */
  TransitionEvent prolong(Instant now) {
    return new TransitionEvent.StepUpProlonged(id, personId, agency, days(now), now);
  }

  private int days(Instant now) {
    return (int) ChronoUnit.DAYS.between(startsOn, London.dayOf(now));
  }

  private void requireProposed() {
    if (status() != TransitionStatus.PROPOSED) {
      throw ProblemException.conflict(
          reference + " is " + status() + "; only a PROPOSED step-up can be decided on.");
    }
  }

  /** Where it stands, by what happened to it. */
  TransitionStatus status() {
    if (refusedAt != null) {
      return TransitionStatus.REFUSED;
    }
    if (expiredAt != null) {
      return TransitionStatus.EXPIRED;
    }
    if (reviewFellDueAt != null) {
      return TransitionStatus.REVIEW_DUE;
    }
    return authorisedAt != null ? TransitionStatus.AUTHORISED : TransitionStatus.PROPOSED;
  }

  String reference() {
    return reference;
  }

  LocalDate startsOn() {
    return startsOn;
  }

  LocalDate reviewOn() {
    return reviewOn;
  }

  /** As callers see it. */
  TransitionView view() {
    return new TransitionView(
        id,
        reference,
        kind,
        status(),
        personId,
        agency,
        thresholdId,
        ruleCode,
        escalationId,
        incidentIds,
        threshold,
        proposalRationale,
        proposedAt,
        proposedBy,
        authorisedAt == null
            ? null
            : new TransitionView.Authorisation(
                authorisedAt,
                authorisedBy,
                authorisedByAgency,
                startsOn,
                reviewOn,
                rationale,
                new AuthoriseStepUp.DeEscalationPlan(List.copyOf(stages)),
                AuthoriseStepUp.WeeklyCost.of(weeklyCost),
                new AuthoriseStepUp.PersonInvolvement(
                    personInvolved, personViews, personNotInvolved),
                reviewFellDueAt,
                expiredAt),
        refusedAt == null
            ? null
            : new TransitionView.Refusal(refusedAt, refusedBy, refusedByAgency, refusalReason));
  }
}
