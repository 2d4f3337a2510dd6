package org.wraparound.escalation.quality;

import java.time.Instant;
import java.util.UUID;

/**
 * An escalation whose decision stands.
 *
 * @param provider agency that recorded the incident
 * @param noFurtherAction whether nothing further is done
 * @param agency agency that decided
 * @param userId subject of the token that decided
 */
public record DecidedCase(
    UUID escalationId,
    UUID personId,
    String provider,
    boolean noFurtherAction,
    String agency,
    String userId,
    Instant decidedAt) {}
