package org.wraparound.actionplan.actions;

/** How what is agreed in a plan changed. */
public enum Change {
  ADDED,
  AMENDED,
  /** The owning agency took the action on. */
  ACCEPTED,
  /** The owning agency did not take the action on. */
  DECLINED,
  REASSIGNED,
  /** Its day was moved later. */
  EXTENDED,
  WITHDRAWN
}
