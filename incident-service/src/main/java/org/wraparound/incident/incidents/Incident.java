package org.wraparound.incident.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.incident.incidents.IncidentEvent.IncidentRecorded;
import org.wraparound.incident.incidents.IncidentEvent.Restriction;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** An incident as it was recorded: evidence, so what is submitted is not written over. */
@Entity
class Incident extends PersonRecord {
  /** Clocks of the devices that record differ; a little ahead of ours is not the future. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

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

  @Enumerated(EnumType.STRING)
  @Column(name = "physical_harm")
  private Codes.PhysicalHarm physicalHarm;

  @Enumerated(EnumType.STRING)
  @Column(name = "psychological_harm")
  private Codes.PsychologicalHarm psychologicalHarm;

  @Column(name = "setting_events")
  private String settingEvents;

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
  private List<Account.Allegation> allegations;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "restrictive_interventions")
  private List<Account.RestrictiveIntervention> restrictiveInterventions;

  @Column(name = "police_involved")
  private Boolean policeInvolved;

  @Column(name = "property_damaged")
  private Boolean propertyDamaged;

  @Column(name = "others_threatened")
  private Boolean othersThreatened;

  @Column(name = "medication_involved")
  private Boolean medicationInvolved;

  @Column(name = "support_refused")
  private Boolean supportRefused;

  Incident() {}

  /**
   * Records an incident.
   *
   * @param provider agency of whoever records it
   * @throws ProblemException with every rule it breaks: happened in the future, ended before it
   *     happened, a safety action taken before it or in the future
   */
  Incident(
      ReportIncident report, String provider, String recordedBy, String reference, Instant now) {
    super(Ids.next(), report.personId(), provider);
    check(report, now);
    this.reference = reference;
    this.recordedAt = now;
    this.recordedBy = recordedBy;
    this.settingId = report.settingId();
    this.kind = report.kind();
    this.location = report.location();
    this.happenedAt = report.happenedAt();
    this.endedAt = report.endedAt();
    this.physicalHarm = report.physicalHarm();
    this.psychologicalHarm = report.psychologicalHarm();
    this.settingEvents = report.settingEvents();
    this.antecedents = report.antecedents();
    this.earlySigns = report.earlySigns();
    this.behaviour = report.behaviour();
    this.staffResponse = report.staffResponse();
    this.consequences = report.consequences();
    this.recovery = report.recovery();
    this.proactiveStrategies = report.proactiveStrategies();
    this.deEscalationSteps = report.deEscalationSteps();
    this.peopleInvolved = report.peopleInvolved();
    this.immediateSafetyActions = report.immediateSafetyActions();
    this.allegations = report.allegations();
    this.restrictiveInterventions = report.restrictiveInterventions();
    this.policeInvolved = report.policeInvolved();
    this.propertyDamaged = report.propertyDamaged();
    this.othersThreatened = report.othersThreatened();
    this.medicationInvolved = report.medicationInvolved();
    this.supportRefused = report.supportRefused();
  }

  private static void check(ReportIncident report, Instant now) {
    List<Violation> violations = new ArrayList<>();
    Instant latest = now.plus(CLOCK_SKEW);
    if (report.happenedAt().isAfter(latest)) {
      violations.add(
          new Violation("happenedAt", "is in the future; record what has happened, when it has"));
    }
    if (report.endedAt() != null && report.endedAt().isBefore(report.happenedAt())) {
      violations.add(new Violation("endedAt", "is before happenedAt"));
    }
    if (report.endedAt() != null && report.endedAt().isAfter(latest)) {
      violations.add(new Violation("endedAt", "is in the future; leave it out until it has ended"));
    }
    if (report.immediateSafetyActions() != null) {
      for (int i = 0; i < report.immediateSafetyActions().size(); i++) {
        if (report.immediateSafetyActions().get(i).at().isAfter(latest)) {
          violations.add(
              new Violation(
                  "immediateSafetyActions[" + i + "].at",
                  "is in the future; what is still to be done belongs in an action plan"));
        }
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  /** That it was recorded, with the coded facts that others decide on. */
  IncidentRecorded recorded() {
    return new IncidentRecorded(
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
        restrictiveInterventions == null
            ? null
            : restrictiveInterventions.stream().map(Restriction::of).toList(),
        policeInvolved,
        propertyDamaged,
        othersThreatened,
        supportRefused,
        earlyInterventionUsed());
  }

  /**
   * Whether anything proactive was tried before it came to a reaction; null when that is not yet
   * recorded.
   */
  private Boolean earlyInterventionUsed() {
    return proactiveStrategies == null ? null : !proactiveStrategies.isEmpty();
  }

  Instant happenedAt() {
    return happenedAt;
  }

  IncidentView view() {
    return new IncidentView(
        id,
        reference,
        personId,
        agency,
        settingId,
        kind,
        location,
        happenedAt,
        endedAt,
        recordedAt,
        recordedBy,
        physicalHarm,
        psychologicalHarm,
        settingEvents,
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
        allegations,
        restrictiveInterventions,
        policeInvolved,
        propertyDamaged,
        othersThreatened,
        medicationInvolved,
        supportRefused);
  }
}
