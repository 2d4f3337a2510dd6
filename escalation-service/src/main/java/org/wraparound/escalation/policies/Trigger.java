package org.wraparound.escalation.policies;

/**
 * What is put to a rule; the list {@code rule-trigger}.
 *
 * <p>What follows from a rule can itself trigger rules: an action falls overdue, a step-up is
 * sustained. A rule may only lead to what comes later in this order, so no chain of rules can feed
 * itself: indicator or incident, then step-up sustained, then action overdue, then nothing.
 */
public enum Trigger {
  INCIDENT(true, true),
  INDICATOR_BREACHED(true, true),
  STEP_UP_SUSTAINED(false, true),
  ACTION_OVERDUE(false, false);

  private final boolean mayProposeStepUp;
  private final boolean mayAskForActions;

  Trigger(boolean mayProposeStepUp, boolean mayAskForActions) {
    this.mayProposeStepUp = mayProposeStepUp;
    this.mayAskForActions = mayAskForActions;
  }

  /** Whether a rule on it may propose a step-up, which may come to be sustained. */
  boolean mayProposeStepUp() {
    return mayProposeStepUp;
  }

  /** Whether a rule on it may ask for actions, which may fall overdue. */
  boolean mayAskForActions() {
    return mayAskForActions;
  }
}
