package org.wraparound.incident.observations;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.wraparound.incident.observations.ObservationEvent.ObservationRecorded;
import org.wraparound.incident.observations.ObservationEvent.ObservationWithdrawn;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** A reading as it was recorded: evidence, so a wrong one is withdrawn and not written over. */
@Entity
@Table(name = "observation_reading")
class ObservationReading extends PersonRecord {
  @Column(name = "definition_id")
  private UUID definitionId;

  @Column(name = "definition_code")
  private String definitionCode;

  @Enumerated(EnumType.STRING)
  private ObservationKind kind;

  @Column(name = "observed_at")
  private Instant observedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private String recordedBy;

  @Embedded private Value value;

  private String antecedent;

  @Column(name = "antecedent_code")
  private String antecedentCode;

  private String behaviour;
  private String consequence;
  private String note;

  @Column(name = "incident_id")
  private UUID incidentId;

  private UUID replaces;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Column(name = "withdrawn_by")
  private String withdrawnBy;

  @Column(name = "withdrawal_reason")
  private String withdrawalReason;

  ObservationReading() {}

  /**
   * Records a reading.
   *
   * @throws ProblemException 422 with every rule of the definition it breaks
   */
  ObservationReading(
      ObservationDefinition definition, RecordReading reading, Caller caller, Instant now) {
    super(Ids.next(), definition.personId(), caller.agency());
    List<Violation> flaws = definition.flawsOf(reading, "", now);
    if (!flaws.isEmpty()) {
      throw ProblemException.invalid(flaws);
    }
    this.definitionId = definition.id();
    this.definitionCode = definition.code();
    this.kind = definition.kind();
    this.observedAt =
        reading.observedAt() == null ? now : reading.observedAt().truncatedTo(ChronoUnit.MICROS);
    this.recordedAt = now;
    this.recordedBy = caller.userId();
    this.value = definition.measure().valueOf(reading.value());
    this.antecedent = reading.antecedent();
    this.antecedentCode = reading.antecedentCode();
    this.behaviour = reading.behaviour();
    this.consequence = reading.consequence();
    this.note = reading.note();
    this.incidentId = reading.incidentId();
    this.replaces = reading.replaces();
  }

  /** That it was recorded; a code is told only where everyone's list has it. */
  ObservationRecorded recorded() {
    BigDecimal number = value == null ? null : value.number();
    return new ObservationRecorded(
        id,
        definitionId,
        personId,
        kind,
        observedAt,
        number,
        value == null || kind == ObservationKind.OWN ? null : value.code(),
        value == null ? null : value.minutes(),
        value == null ? null : value.yes(),
        replaces);
  }

  /**
   * Withdraws a wrong reading; it is kept and shown as withdrawn.
   *
   * @throws ProblemException 403 for another agency than the one that recorded it, 409 when it has
   *     been withdrawn
   */
  ObservationWithdrawn withdraw(WithdrawReading command, Caller caller, Instant now) {
    if (!agency.equals(caller.agency())) {
      throw ProblemException.forbidden(
          "Only " + agency + ", who recorded this reading, can withdraw it.");
    }
    if (isWithdrawn()) {
      throw ProblemException.conflict("This reading was withdrawn at " + withdrawnAt + ".");
    }
    withdrawnAt = now;
    withdrawnBy = caller.userId();
    withdrawalReason = command.reason();
    return new ObservationWithdrawn(id, definitionId, personId, kind, observedAt, now);
  }

  boolean isWithdrawn() {
    return withdrawnAt != null;
  }

  UUID definitionId() {
    return definitionId;
  }

  Instant observedAt() {
    return observedAt;
  }

  ReadingView view() {
    return new ReadingView(
        id,
        personId,
        agency,
        definitionId,
        definitionCode,
        kind,
        observedAt,
        recordedAt,
        recordedBy,
        value == null ? null : value.plain(),
        antecedent,
        antecedentCode,
        behaviour,
        consequence,
        note,
        incidentId,
        replaces,
        withdrawnAt == null
            ? null
            : new ReadingView.Withdrawal(withdrawnAt, withdrawnBy, withdrawalReason));
  }
}
