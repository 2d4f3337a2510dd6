package org.wraparound.escalation.referrals;

/** Why a referral rests for a time; the list {@code referral-hold-reason}. */
enum HoldReason {
  AWAITING_PERSON,
  AWAITING_OTHER_AGENCY,
  IN_HOSPITAL,
  NO_CAPACITY,
  OTHER
}
