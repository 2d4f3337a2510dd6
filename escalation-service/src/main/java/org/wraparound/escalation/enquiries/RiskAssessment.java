package org.wraparound.escalation.enquiries;

/** What an enquiry made of the risk; the list {@code risk-assessment}. */
enum RiskAssessment {
  RISK_IDENTIFIED_ACTION_TAKEN,
  RISK_IDENTIFIED_NO_ACTION,
  INCONCLUSIVE_ACTION_TAKEN,
  INCONCLUSIVE_NO_ACTION,
  NO_RISK_ACTION_TAKEN,
  NO_RISK_NO_ACTION,
  CEASED_AT_INDIVIDUALS_REQUEST;

  boolean identified() {
    return this == RISK_IDENTIFIED_ACTION_TAKEN || this == RISK_IDENTIFIED_NO_ACTION;
  }
}
