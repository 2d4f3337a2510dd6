package org.wraparound.actionplan.actions;

/** Where an action stands; derived from what happened to it. */
public enum ActionStatus {
  /** To be done. */
  OPEN,
  /** Done, says the owner, with evidence; not checked yet, or too early to tell. */
  COMPLETED,
  /** Checked by someone else: it achieved what was intended. */
  VERIFIED,
  /** Will not be done, for a reason. */
  WITHDRAWN
}
