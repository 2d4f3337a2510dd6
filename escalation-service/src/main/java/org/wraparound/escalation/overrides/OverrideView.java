package org.wraparound.escalation.overrides;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.Route;

/**
 * An override as it is shown.
 *
 * @param evaluationId what the thresholds had made of it; null for what was stood down
 * @param escalationId the escalation that was raised by hand, or stood down
 * @param byRoles roles that whoever made it held
 */
public record OverrideView(
    UUID id,
    ThresholdOverride.Kind kind,
    UUID personId,
    String provider,
    UUID evaluationId,
    UUID escalationId,
    String ruleCode,
    String tier,
    Route route,
    String reason,
    String byAgency,
    String byUser,
    List<String> byRoles,
    Instant madeAt) {}
