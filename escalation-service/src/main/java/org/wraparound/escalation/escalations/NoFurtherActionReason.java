package org.wraparound.escalation.escalations;

/** Why nothing further is done; the list {@code no-further-action-reason}. */
enum NoFurtherActionReason {
  NO_RISK_FOUND,
  RISK_ALREADY_MANAGED,
  CRITERIA_NOT_MET,
  ALREADY_BEING_DEALT_WITH,
  PASSED_TO_ANOTHER_AGENCY,
  PERSON_DOES_NOT_WANT_IT,
  RECORDED_IN_ERROR
}
