package org.wraparound.actionplan.templates;

/** How soon an action needs attention. */
public enum Priority {
  URGENT,
  HIGH,
  STANDARD
}
