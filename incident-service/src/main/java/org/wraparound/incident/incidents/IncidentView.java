package org.wraparound.incident.incidents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "Incident",
    description =
        "An incident as it was recorded. Null is not yet recorded; an empty list or false is none.")
record IncidentView(
    UUID id,
    String reference,
    UUID personId,
    String provider,
    String settingId,
    Codes.IncidentKind kind,
    Codes.LocationOfRisk location,
    Instant happenedAt,
    Instant endedAt,
    Instant recordedAt,
    String recordedBy,
    Codes.PhysicalHarm physicalHarm,
    Codes.PsychologicalHarm psychologicalHarm,
    String settingEvents,
    String antecedents,
    String earlySigns,
    String behaviour,
    String staffResponse,
    String consequences,
    String recovery,
    List<String> proactiveStrategies,
    List<Account.DeEscalationStep> deEscalationSteps,
    List<Account.PersonInvolved> peopleInvolved,
    List<Account.ImmediateSafetyAction> immediateSafetyActions,
    List<Account.Allegation> allegations,
    List<Account.RestrictiveIntervention> restrictiveInterventions,
    Boolean policeInvolved,
    Boolean propertyDamaged,
    Boolean othersThreatened,
    Boolean medicationInvolved,
    Boolean supportRefused) {}
