package org.wraparound.actionplan.drift;

import org.wraparound.actionplan.actions.Action;

/**
 * An action that drifts.
 *
 * @param day its due day that has passed; null for the moment until the clock finds that it has
 */
record Drifting(Action action, DueDay day) {}
