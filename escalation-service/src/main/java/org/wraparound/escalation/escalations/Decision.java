package org.wraparound.escalation.escalations;

/** What an escalation leads to; the list {@code escalation-decision}. */
enum Decision {
  REFERRAL,
  MEETING,
  ACTIONS_ONLY,
  NO_FURTHER_ACTION
}
