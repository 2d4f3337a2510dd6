package org.wraparound.actionplan.actions;

import java.util.UUID;

/** What an action needs to know of the plan it belongs to. */
public record OwningPlan(UUID id, UUID personId, String provider) {}
