package org.wraparound.actionplan.actions;

/** Whether an action achieved what was intended. */
public enum Impact {
  ACHIEVED,
  PARTIALLY_ACHIEVED,
  NOT_ACHIEVED,
  TOO_EARLY_TO_SAY
}
