package org.wraparound.escalation.referrals;

/** Why the sender takes a referral back; the list {@code referral-cancellation-reason}. */
enum CancellationReason {
  NO_LONGER_NEEDED,
  SENT_TO_WRONG_AGENCY,
  CONSENT_WITHDRAWN,
  MOVED_AWAY,
  DIED,
  OTHER
}
