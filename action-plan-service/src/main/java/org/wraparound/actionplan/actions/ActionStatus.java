package org.wraparound.actionplan.actions;

/** Where an action stands; derived from what happened to it. */
public enum ActionStatus {
  /** Asked of an agency, which has not taken it on by name yet. */
  PROPOSED,
  /** Agreed: a named person of the owning agency has it to do. */
  OPEN,
  /** Agreed, and begun. */
  STARTED,
  /** Done, says the owner, with evidence; not checked yet, or too early to tell. */
  COMPLETED,
  /**
   * Checked by someone else: it achieved what was intended, or a follow-up action takes on the
   * rest.
   */
  VERIFIED,
  /** Not taken on by the agency it was asked of, for a reason; to be handed on or withdrawn. */
  DECLINED,
  /** Will not be done, for a reason. */
  WITHDRAWN;

  /** Whether it is still to be done, and so can be late. */
  public boolean isLive() {
    return this == PROPOSED || this == OPEN || this == STARTED || this == DECLINED;
  }

  /** Whether nothing more is to be done about it, so that its plan can be closed. */
  public boolean isSettled() {
    return this == VERIFIED || this == WITHDRAWN;
  }
}
