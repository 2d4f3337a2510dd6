package org.wraparound.escalation.escalations;

import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.Route;

/** The coded facts of an escalation. */
public record KnownEscalation(
    UUID id,
    String reference,
    UUID personId,
    Route route,
    String ruleCode,
    String tier,
    List<UUID> incidentIds) {}
