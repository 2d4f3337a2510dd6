package org.wraparound.escalation.escalations;

/** What did not happen in time. */
enum Unanswered {
  NOT_ACKNOWLEDGED,
  NOT_DECIDED
}
