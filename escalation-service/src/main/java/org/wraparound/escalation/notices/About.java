package org.wraparound.escalation.notices;

/** What a notice says, and asks; the list {@code notice-subject}. Each has its wording. */
public enum About {
  /** Someone must take an escalation on. */
  ESCALATION_RAISED,
  /** It was not taken on by those told before. */
  ESCALATION_NOT_ACKNOWLEDGED,
  /** It was taken on and is not decided. */
  ESCALATION_NOT_DECIDED,
  /** Nobody of those who should be told of it could be told; the provider must. */
  ESCALATION_NOBODY_REACHED,
  REFERRAL_SENT,
  REFERRAL_CHASED,
  REFERRAL_INFORMATION_ASKED,
  REFERRAL_INFORMATION_GIVEN,
  REFERRAL_ANSWERED,
  REFERRAL_OUTCOME,
  STEP_UP_AUTHORISED,
  STEP_UP_SUSTAINED,
  REFERRAL_TAKEN_BACK,
  /** It was chased as often as is configured; the sender must do something else. */
  REFERRAL_UNANSWERED,
  /** A local authority has the agency make an enquiry, or a part of it. */
  ENQUIRY_CAUSED_TO,
  SAFE_COMMUNICATION_REVIEW_OVERDUE,
  /** An action was not done by its day, and nobody below has seen to it since. */
  ACTION_DRIFTS,
  /** Its owner asked once more for a later day, and may not have one. */
  ACTION_EXTENSION_REFUSED
}
