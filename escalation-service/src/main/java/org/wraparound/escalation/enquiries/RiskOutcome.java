package org.wraparound.escalation.enquiries;

/** What became of a risk that was identified; the list {@code risk-outcome}. */
enum RiskOutcome {
  REMAINED,
  REDUCED,
  REMOVED
}
