package org.wraparound.actionplan.plans;

import java.time.Instant;
import java.util.UUID;
import org.wraparound.actionplan.actions.Agreement;
import org.wraparound.actionplan.actions.Change;

/** A change of what is agreed for a person, and the action as it is agreed from then on. */
public record AgreedChange(UUID personId, Change change, Instant madeAt, Agreement agreement) {}
