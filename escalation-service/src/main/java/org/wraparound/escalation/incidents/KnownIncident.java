package org.wraparound.escalation.incidents;

import java.util.UUID;
import org.wraparound.escalation.policies.Facts;

/** The coded facts of an incident about a person. */
public record KnownIncident(UUID personId, Facts facts) {}
