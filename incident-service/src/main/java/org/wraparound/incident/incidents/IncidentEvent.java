package org.wraparound.incident.incidents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to an incident's record. */
sealed interface IncidentEvent extends JournalEvent {

  /**
   * An incident was recorded: the coded facts that others decide on. Absent is not yet recorded,
   * empty is none.
   */
  record IncidentRecorded(
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
      List<Restriction> restrictiveInterventions,
      Boolean policeInvolved,
      Boolean propertyDamaged,
      Boolean othersThreatened,
      Boolean supportRefused,
      Boolean earlyInterventionUsed)
      implements IncidentEvent {
    @Override
    public UUID aggregateId() {
      return incidentId;
    }

    @Override
    public Instant occurredAt() {
      return happenedAt;
    }
  }

  /** The coded part of a restrictive intervention. */
  record Restriction(
      Codes.RestrictiveInterventionType type,
      Codes.RestrictionType restrictionType,
      Integer minutes,
      Boolean inPlan) {
    static Restriction of(Account.RestrictiveIntervention intervention) {
      return new Restriction(
          intervention.type(),
          intervention.restrictionType(),
          intervention.minutes(),
          intervention.inPlan());
    }
  }
}
