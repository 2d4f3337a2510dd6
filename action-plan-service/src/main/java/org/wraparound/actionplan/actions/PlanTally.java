package org.wraparound.actionplan.actions;

import java.util.UUID;

/** How many actions of a plan stand so. */
public record PlanTally(UUID planId, Standing standing, long actions) {

  /** A row as the database gives it. */
  PlanTally(UUID planId, String standing, Long actions) {
    this(planId, Standing.valueOf(standing), actions.longValue());
  }
}
