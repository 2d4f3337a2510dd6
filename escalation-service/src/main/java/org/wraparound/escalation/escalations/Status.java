package org.wraparound.escalation.escalations;

/**
 * Where an escalation stands, derived from what has happened to it; the list {@code
 * escalation-status}.
 */
enum Status {
  RAISED("acknowledgedAt is null and closedAt is null"),
  ACKNOWLEDGED("acknowledgedAt is not null and decidedAt is null and closedAt is null"),
  DECIDED("decidedAt is not null and closedAt is null"),
  CLOSED("closedAt is not null and stoodDown = false"),
  STOOD_DOWN("stoodDown = true");

  private final String condition;

  Status(String condition) {
    this.condition = condition;
  }

  /** The same as a condition of a query. */
  String condition() {
    return condition;
  }
}
