package org.wraparound.incident.incidents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to an incident's record. */
public sealed interface IncidentEvent extends JournalEvent {
  /** The incident. */
  UUID incidentId();

  @Override
  default UUID aggregateId() {
    return incidentId();
  }

  /**
   * The coded facts that others decide on. Absent is not yet recorded, empty is none.
   *
   * @param involved who had part in it, by the provider's own pseudonyms
   */
  record Facts(
      UUID incidentId,
      String reference,
      UUID personId,
      String provider,
      String settingId,
      Codes.IncidentKind kind,
      Instant happenedAt,
      Codes.LocationOfRisk location,
      Codes.PhysicalHarm physicalHarm,
      Codes.PsychologicalHarm psychologicalHarm,
      List<Account.Allegation> allegations,
      List<Involved> involved,
      List<Restriction> restrictiveInterventions,
      Boolean policeInvolved,
      Boolean propertyDamaged,
      Boolean othersThreatened,
      Boolean supportRefused,
      Boolean earlyInterventionUsed) {}

  /** The coded part of someone's involvement. */
  record Involved(Codes.Involvement role, String ref) {}

  /** The coded part of a restrictive intervention. */
  record Restriction(
      Codes.RestrictiveInterventionType type,
      Codes.RestrictionType restrictionType,
      Integer minutes,
      Boolean inPlan) {}

  /** An incident was recorded. */
  record IncidentRecorded(@JsonUnwrapped Facts facts) implements IncidentEvent {
    @Override
    public UUID incidentId() {
      return facts.incidentId();
    }

    @Override
    public UUID personId() {
      return facts.personId();
    }

    @Override
    public Instant occurredAt() {
      return facts.happenedAt();
    }
  }

  /**
   * The record was corrected, or what was not yet recorded was added.
   *
   * @param facts as they stand from now on
   * @param number of the version
   */
  record IncidentCorrected(
      @JsonUnwrapped Facts facts,
      int number,
      IncidentVersion.Cause cause,
      @JsonIgnore Instant occurredAt)
      implements IncidentEvent {
    @Override
    public UUID incidentId() {
      return facts.incidentId();
    }

    @Override
    public UUID personId() {
      return facts.personId();
    }
  }

  /** Something was added in words; the facts are as they were. */
  record IncidentAddedTo(UUID incidentId, UUID personId, @JsonIgnore Instant occurredAt)
      implements IncidentEvent {}

  /** The record was withdrawn. */
  record IncidentWithdrawn(
      UUID incidentId,
      UUID personId,
      String provider,
      Codes.WithdrawalReason reasonCode,
      @JsonIgnore Instant occurredAt)
      implements IncidentEvent {}

  /**
   * A supervisor reviewed the record.
   *
   * @param missingFields names of the fields that are to be completed
   */
  record IncidentReviewed(
      UUID incidentId,
      UUID personId,
      Review.Outcome outcome,
      List<String> missingFields,
      int standardVersion,
      @JsonIgnore Instant occurredAt)
      implements IncidentEvent {}

  /** Someone asked for a correction. */
  record IncidentCorrectionRequested(
      UUID incidentId, UUID personId, UUID requestId, @JsonIgnore Instant occurredAt)
      implements IncidentEvent {}

  /** A request for a correction was answered. */
  record IncidentCorrectionAnswered(
      UUID incidentId,
      UUID personId,
      UUID requestId,
      boolean accepted,
      @JsonIgnore Instant occurredAt)
      implements IncidentEvent {}

  /** The record was found to be a second record of another incident. */
  record IncidentLinked(
      UUID incidentId, UUID personId, UUID duplicateOf, @JsonIgnore Instant occurredAt)
      implements IncidentEvent {}

  /** The record is not a second record of the other incident after all. */
  record IncidentUnlinked(
      UUID incidentId, UUID personId, UUID duplicateOf, @JsonIgnore Instant occurredAt)
      implements IncidentEvent {}
}
