package org.wraparound.escalation.escalations;

import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.SeenFact;

/**
 * A rule fired on an incident.
 *
 * @param thresholdId id of this firing, the same on every escalation it raises
 * @param provider agency that recorded the incident
 * @param incidentId the incident whose arrival made it fire
 * @param incidentIds all incidents it fired on, earliest first
 * @param facts what it fired on
 */
public record Firing(
    UUID thresholdId,
    Rule rule,
    int policyVersion,
    UUID personId,
    String provider,
    UUID incidentId,
    List<UUID> incidentIds,
    List<SeenFact> facts) {}
