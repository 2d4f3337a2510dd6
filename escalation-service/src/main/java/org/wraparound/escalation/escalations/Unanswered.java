package org.wraparound.escalation.escalations;

/** Why an escalation climbs. */
enum Unanswered {
  NOT_ACKNOWLEDGED,
  NOT_DECIDED,
  /** Those of the step before could not be told. */
  NOT_REACHED
}
