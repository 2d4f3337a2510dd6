package org.wraparound.actionplan.plans;

/** Where a plan stands; derived from what happened to it. */
public enum PlanStatus {
  OPEN,
  /** Every action of it is verified or withdrawn, and it was closed. */
  CLOSED
}
