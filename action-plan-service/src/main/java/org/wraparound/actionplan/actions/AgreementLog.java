package org.wraparound.actionplan.actions;

import java.util.UUID;

/**
 * Where each change of what is agreed in a plan is kept; the plan's own, which actions only know by
 * this.
 */
public interface AgreementLog {
  /**
   * What is agreed of the action has changed: a new version of its plan, whose ETag changes with
   * it. To be called in the transaction of the change, after the action was locked ({@link
   * Actions#requiredAlone}) and changed; it locks the plan.
   */
  void noted(UUID planId, Change change, UUID actionId);
}
