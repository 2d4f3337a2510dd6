package org.wraparound.incident.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.incident.incidents.IncidentEvent.IncidentAddedTo;
import org.wraparound.incident.incidents.IncidentEvent.IncidentCorrected;
import org.wraparound.incident.incidents.IncidentEvent.IncidentCorrectionAnswered;
import org.wraparound.incident.incidents.IncidentEvent.IncidentLinked;
import org.wraparound.incident.incidents.IncidentEvent.IncidentRecorded;
import org.wraparound.incident.incidents.IncidentEvent.IncidentReviewed;
import org.wraparound.incident.incidents.IncidentEvent.IncidentUnlinked;
import org.wraparound.incident.incidents.IncidentEvent.IncidentWithdrawn;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * An incident's record as it stands now. It is evidence: each change makes a version, and what was
 * recorded before stays in the versions before.
 */
@Entity
public class Incident extends PersonRecord {
  private String reference;

  @Column(name = "setting_id")
  private String settingId;

  @Enumerated(EnumType.STRING)
  private Codes.IncidentKind kind;

  @Enumerated(EnumType.STRING)
  private Codes.LocationOfRisk location;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private String recordedBy;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "drafted_by")
  private List<String> draftedBy;

  @Enumerated(EnumType.STRING)
  private Codes.IncidentStatus status;

  private int number;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Column(name = "withdrawn_by")
  private String withdrawnBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "withdrawal_reason_code")
  private Codes.WithdrawalReason withdrawalReasonCode;

  @Column(name = "withdrawal_reason")
  private String withdrawalReason;

  @Column(name = "duplicate_of")
  private UUID duplicateOf;

  @Enumerated(EnumType.STRING)
  @Column(name = "physical_harm")
  private Codes.PhysicalHarm physicalHarm;

  @Enumerated(EnumType.STRING)
  @Column(name = "psychological_harm")
  private Codes.PsychologicalHarm psychologicalHarm;

  @Column(name = "setting_events")
  private String settingEvents;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Enumerated(EnumType.STRING)
  @Column(name = "antecedent_codes")
  private List<Codes.Antecedent> antecedentCodes;

  private String antecedents;

  @Column(name = "early_signs")
  private String earlySigns;

  private String behaviour;

  @Column(name = "staff_response")
  private String staffResponse;

  private String consequences;
  private String recovery;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "proactive_strategies")
  private List<String> proactiveStrategies;

  @Column(name = "early_intervention_used")
  private Boolean earlyInterventionUsed;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "de_escalation_steps")
  private List<Account.DeEscalationStep> deEscalationSteps;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "people_involved")
  private List<Account.PersonInvolved> peopleInvolved;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "immediate_safety_actions")
  private List<Account.ImmediateSafetyAction> immediateSafetyActions;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "body_map")
  private List<Account.BodyMapMark> bodyMap;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Account.Allegation> allegations;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "restrictive_interventions")
  private List<Account.RestrictiveIntervention> restrictiveInterventions;

  @Column(name = "restrictive_minutes")
  private int restrictiveMinutes;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "missed_support")
  private List<Account.MissedSupport> missedSupport;

  @Column(name = "support_refused")
  private Boolean supportRefused;

  @Column(name = "police_involved")
  private Boolean policeInvolved;

  @Column(name = "property_damaged")
  private Boolean propertyDamaged;

  @Column(name = "others_threatened")
  private Boolean othersThreatened;

  @Column(name = "medication_involved")
  private Boolean medicationInvolved;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "external_references")
  private List<Account.ExternalReference> externalReferences;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "cqc_notification")
  private Account.CqcNotification cqcNotification;

  Incident() {}

  /**
   * Records an incident.
   *
   * @param by whoever records it; the record is their agency's
   * @param draftedBy all who wrote the draft it was submitted from
   * @throws ProblemException with everything in it that cannot be
   */
  Incident(
      ReportIncident content, Caller by, List<String> draftedBy, String reference, Instant now) {
    super(Ids.next(), content.personId(), by.agency());
    this.reference = reference;
    this.recordedAt = now;
    this.recordedBy = by.userId();
    this.draftedBy = draftedBy;
    this.status = Codes.IncidentStatus.RECORDED;
    this.number = 1;
    this.changedAt = now;
    standsAs(content, now);
  }

  /** The version it was recorded as. */
  IncidentVersion firstVersion() {
    return new IncidentVersion(
        this, IncidentVersion.Cause.RECORDED, null, null, List.of(), recordedBy);
  }

  /** That it was recorded. */
  IncidentRecorded recorded() {
    return new IncidentRecorded(facts());
  }

  /**
   * Adds what was not yet recorded.
   *
   * @throws ProblemException 422 when a field is recorded already or nothing is added
   */
  IncidentVersion add(AddToIncident addendum, Completeness completeness, Caller by, Instant now) {
    mustBeOpenTo(by);
    List<String> added = addendum.additions() == null ? List.of() : addendum.additions().recorded();
    List<String> recorded = content().recorded();
    List<Violation> violations =
        added.stream()
            .filter(recorded::contains)
            .map(
                field ->
                    new Violation(
                        "additions." + field, "is recorded already; ask for a correction of it"))
            .toList();
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    if (added.isEmpty() && (addendum.text() == null || addendum.text().isBlank())) {
      throw ProblemException.invalid("text", "say what to add, in text or in additions");
    }
    return next(
        addendum.additions(),
        added,
        IncidentVersion.Cause.ADDENDUM,
        addendum.reason(),
        addendum.text(),
        completeness,
        by,
        now);
  }

  /**
   * Changes what was recorded.
   *
   * @throws ProblemException 422 when nothing would change, or another person's record would become
   *     of it
   */
  IncidentVersion correct(
      ReportIncident corrections,
      String reason,
      Completeness completeness,
      Caller by,
      Instant now) {
    mustBeOpenTo(by);
    if (corrections.personId() != null && !corrections.personId().equals(personId)) {
      throw ProblemException.invalid(
          "corrections.personId",
          "a record about the wrong person is withdrawn and recorded anew about the right one");
    }
    ReportIncident before = content();
    List<String> changed = before.differences(before.with(corrections));
    if (changed.isEmpty()) {
      throw ProblemException.invalid("corrections", "would change nothing");
    }
    return next(
        corrections,
        changed,
        IncidentVersion.Cause.CORRECTION,
        reason,
        null,
        completeness,
        by,
        now);
  }

  private IncidentVersion next(
      ReportIncident changes,
      List<String> changed,
      IncidentVersion.Cause cause,
      String reason,
      String text,
      Completeness completeness,
      Caller by,
      Instant now) {
    if (changes != null) {
      ReportIncident content = content().with(changes);
      completeness.require(content);
      standsAs(content, now);
    }
    number++;
    changedAt = now;
    status = Codes.IncidentStatus.RECORDED;
    return new IncidentVersion(this, cause, reason, text, changed, by.userId());
  }

  /** That the version was made. */
  IncidentEvent changed(IncidentVersion version) {
    return version.changed().isEmpty()
        ? new IncidentAddedTo(id, personId, changedAt)
        : new IncidentCorrected(facts(), number, version.cause(), changedAt);
  }

  /** Somebody who may see it asks for a correction. */
  CorrectionRequest requestCorrection(RequestCorrection request, Caller by, Instant now) {
    mustNotBeWithdrawn();
    if (request.proposed() != null
        && request.proposed().personId() != null
        && !request.proposed().personId().equals(personId)) {
      throw ProblemException.invalid(
          "proposed.personId",
          "a record about the wrong person is withdrawn and recorded anew; say so in whatIsWrong");
    }
    changedAt = now;
    return new CorrectionRequest(this, request, by);
  }

  /** A correction somebody asked for is refused. */
  IncidentCorrectionAnswered refuse(
      CorrectionRequest request, String reason, Caller by, Instant now) {
    mustBeOpenTo(by);
    changedAt = now;
    return request.answer(false, reason, null, by, now);
  }

  /**
   * It should not have been recorded. It stays readable, and nothing more can be done to it.
   *
   * @throws ProblemException 409 when it was withdrawn before
   */
  IncidentWithdrawn withdraw(WithdrawIncident withdrawal, Caller by, Instant now) {
    mustBeOpenTo(by);
    status = Codes.IncidentStatus.WITHDRAWN;
    withdrawnAt = now;
    withdrawnBy = by.userId();
    withdrawalReasonCode = withdrawal.reasonCode();
    withdrawalReason = withdrawal.reason();
    changedAt = now;
    return new IncidentWithdrawn(id, personId, agency, withdrawalReasonCode, now);
  }

  /**
   * A supervisor holds it against the documentation standard.
   *
   * @param missing what the standard and the reviewer find missing
   * @param authors all who recorded, added or corrected anything in it
   * @throws ProblemException 403 for someone of another agency or who wrote in it, 409 when it is
   *     signed off or withdrawn
   */
  public Review review(
      Review.Decision decision,
      String comment,
      List<Review.Missing> missing,
      Review.Measure measure,
      Set<String> authors,
      Caller by,
      Instant now) {
    mustBeOf(by);
    if (authors.contains(by.userId()) || draftedBy.contains(by.userId())) {
      throw ProblemException.forbidden(
          "Whoever wrote in a record cannot review it; ask another manager or liaison.");
    }
    mustNotBeWithdrawn();
    if (status == Codes.IncidentStatus.SIGNED_OFF) {
      throw ProblemException.conflict("It is signed off; an addendum or correction reopens it.");
    }
    changedAt = now;
    Review review = new Review(this, decision, comment, missing, measure.standardId(), by.userId());
    status = Codes.IncidentStatus.valueOf(review.outcome().name());
    return review;
  }

  /** That the review was made. */
  public IncidentReviewed reviewed(Review review, Review.Measure measure) {
    return new IncidentReviewed(
        id,
        personId,
        review.outcome(),
        review.missing().stream().map(Review.Missing::field).distinct().toList(),
        measure.version(),
        review.reviewedAt());
  }

  /**
   * It is a second record of another incident.
   *
   * @param ownDuplicates whether others are linked to this one
   * @throws ProblemException 422 for itself or another person's, 409 when either is linked or
   *     withdrawn already
   */
  DuplicateLink linkTo(
      Incident original, boolean ownDuplicates, String reason, Caller by, Instant now) {
    mustBeOpenTo(by);
    if (original == this) {
      throw ProblemException.invalid("duplicateOf", "an incident is no duplicate of itself");
    }
    if (!original.personId().equals(personId)) {
      throw ProblemException.invalid("duplicateOf", "is about another person");
    }
    if (duplicateOf != null) {
      throw ProblemException.conflict("It is linked already.", hrefOf(duplicateOf));
    }
    if (ownDuplicates) {
      throw ProblemException.conflict(
          "Others are linked to it; link those to the other incident first.");
    }
    if (original.withdrawnAt != null || original.duplicateOf != null) {
      throw ProblemException.conflict(
          "The other is withdrawn or itself a duplicate.", hrefOf(original.id()));
    }
    duplicateOf = original.id();
    changedAt = now;
    original.duplicatesChanged(now);
    return new DuplicateLink(this, duplicateOf, reason, by.userId());
  }

  /** Another was linked to it, or is no longer. */
  void duplicatesChanged(Instant now) {
    changedAt = now;
  }

  /** That it was linked. */
  IncidentLinked linked() {
    return new IncidentLinked(id, personId, duplicateOf, changedAt);
  }

  /**
   * It is no second record after all.
   *
   * @throws ProblemException 409 when it is not linked
   */
  IncidentUnlinked unlink(Caller by, Instant now) {
    mustBeOf(by);
    if (duplicateOf == null) {
      throw ProblemException.conflict("It is not linked to another.");
    }
    var unlinked = new IncidentUnlinked(id, personId, duplicateOf, now);
    duplicateOf = null;
    changedAt = now;
    return unlinked;
  }

  /**
   * @throws ProblemException 403 for another agency, 409 when it was withdrawn
   */
  void mustBeOpenTo(Caller by) {
    mustBeOf(by);
    mustNotBeWithdrawn();
  }

  private void mustBeOf(Caller by) {
    if (!agency.equals(by.agency())) {
      throw ProblemException.forbidden(
          "Only " + agency + ", whose record it is, may do this; you may ask for a correction.");
    }
  }

  private void mustNotBeWithdrawn() {
    if (withdrawnAt != null) {
      throw ProblemException.conflict("It was withdrawn; nothing more can be done to it.");
    }
  }

  private static URI hrefOf(UUID incidentId) {
    return URI.create("/v1/incidents/" + incidentId);
  }

  private void standsAs(ReportIncident content, Instant now) {
    Plausibility.check(content, now);
    this.settingId = content.settingId();
    this.kind = content.kind();
    this.location = content.location();
    this.happenedAt = content.happenedAt();
    this.endedAt = content.endedAt();
    this.physicalHarm = content.physicalHarm();
    this.psychologicalHarm = content.psychologicalHarm();
    this.settingEvents = content.settingEvents();
    this.antecedentCodes = content.antecedentCodes();
    this.antecedents = content.antecedents();
    this.earlySigns = content.earlySigns();
    this.behaviour = content.behaviour();
    this.staffResponse = content.staffResponse();
    this.consequences = content.consequences();
    this.recovery = content.recovery();
    this.proactiveStrategies = content.proactiveStrategies();
    this.earlyInterventionUsed =
        proactiveStrategies == null ? null : !proactiveStrategies.isEmpty();
    this.deEscalationSteps = content.deEscalationSteps();
    this.peopleInvolved = content.peopleInvolved();
    this.immediateSafetyActions = content.immediateSafetyActions();
    this.bodyMap = content.bodyMap();
    this.allegations = content.allegations();
    this.restrictiveInterventions = content.restrictiveInterventions();
    this.restrictiveMinutes =
        restrictiveInterventions == null
            ? 0
            : restrictiveInterventions.stream()
                .mapToInt(Account.RestrictiveIntervention::minutes)
                .sum();
    this.missedSupport = content.missedSupport();
    this.supportRefused =
        missedSupport == null
            ? null
            : missedSupport.stream()
                .anyMatch(missed -> missed.why() == Codes.MissedSupportReason.REFUSED);
    this.policeInvolved = content.policeInvolved();
    this.propertyDamaged = content.propertyDamaged();
    this.othersThreatened = content.othersThreatened();
    this.medicationInvolved = content.medicationInvolved();
    this.externalReferences = content.externalReferences();
    this.cqcNotification = content.cqcNotification();
  }

  /** What the record says now. */
  public ReportIncident content() {
    return new ReportIncident(
        personId,
        settingId,
        kind,
        location,
        happenedAt,
        endedAt,
        physicalHarm,
        psychologicalHarm,
        settingEvents,
        antecedentCodes,
        antecedents,
        earlySigns,
        behaviour,
        staffResponse,
        consequences,
        recovery,
        proactiveStrategies,
        deEscalationSteps,
        peopleInvolved,
        immediateSafetyActions,
        bodyMap,
        allegations,
        restrictiveInterventions,
        missedSupport,
        policeInvolved,
        propertyDamaged,
        othersThreatened,
        medicationInvolved,
        externalReferences,
        cqcNotification);
  }

  private IncidentEvent.Facts facts() {
    return new IncidentEvent.Facts(
        id,
        reference,
        personId,
        agency,
        settingId,
        kind,
        happenedAt,
        location,
        physicalHarm,
        psychologicalHarm,
        allegations,
        peopleInvolved == null
            ? null
            : peopleInvolved.stream()
                .map(person -> new IncidentEvent.Involved(person.role(), person.ref()))
                .toList(),
        restrictiveInterventions == null
            ? null
            : restrictiveInterventions.stream()
                .map(
                    restriction ->
                        new IncidentEvent.Restriction(
                            restriction.type(),
                            restriction.restrictionType(),
                            restriction.minutes(),
                            restriction.inPlan()))
                .toList(),
        policeInvolved,
        propertyDamaged,
        othersThreatened,
        supportRefused,
        earlyInterventionUsed);
  }

  /** What people say on the phone. */
  public String reference() {
    return reference;
  }

  Instant happenedAt() {
    return happenedAt;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  /** How long after it happened it was recorded. */
  public Duration recordedAfter() {
    return recordedAfter(happenedAt);
  }

  /** The same, by the time at which an earlier version said it happened. */
  Duration recordedAfter(Instant happened) {
    // A device's clock may be a little ahead of ours.
    return happened.isAfter(recordedAt) ? Duration.ZERO : Duration.between(happened, recordedAt);
  }

  String recordedBy() {
    return recordedBy;
  }

  Codes.IncidentStatus status() {
    return status;
  }

  int number() {
    return number;
  }

  Instant changedAt() {
    return changedAt;
  }

  UUID duplicateOf() {
    return duplicateOf;
  }

  Instant withdrawnAt() {
    return withdrawnAt;
  }

  String withdrawnBy() {
    return withdrawnBy;
  }

  Codes.WithdrawalReason withdrawalReasonCode() {
    return withdrawalReasonCode;
  }

  String withdrawalReason() {
    return withdrawalReason;
  }
}
