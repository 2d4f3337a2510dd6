package org.wraparound.escalation.referrals;

/** What a referral came to; the list {@code referral-outcome}. */
enum Outcome {
  ENQUIRY_STARTED,
  ASSESSED,
  SUPPORT_GIVEN,
  ADVICE_GIVEN,
  PLAN_AGREED,
  PASSED_ON,
  DECLINED_BY_PERSON,
  NOT_REACHED,
  NO_FURTHER_ACTION,
  OTHER
}
