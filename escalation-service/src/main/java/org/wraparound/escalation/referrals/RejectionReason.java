package org.wraparound.escalation.referrals;

/** Why an agency does not take a referral on; the list {@code referral-rejection-reason}. */
enum RejectionReason {
  WRONG_AGENCY,
  CRITERIA_NOT_MET,
  INFORMATION_MISSING,
  CONSENT_NEEDED,
  ALREADY_KNOWN,
  NO_CAPACITY,
  OTHER
}
