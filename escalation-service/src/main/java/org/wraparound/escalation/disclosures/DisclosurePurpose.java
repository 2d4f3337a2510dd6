package org.wraparound.escalation.disclosures;

/**
 * What for; the list {@code disclosure-purpose}: the purposes of referrals, and those of telling
 * without one.
 */
public enum DisclosurePurpose {
  SAFEGUARDING_CONCERN,
  MARAC,
  HEALTH_REVIEW,
  BEHAVIOUR_SUPPORT,
  POLICE_ADVICE,
  ADVOCACY,
  HOUSING,
  SUBSTANCE_MISUSE,
  COMMISSIONING_REVIEW,
  /** A threshold was reached, and the policy says who must know. */
  ESCALATION,
  DIRECT_CARE,
  EMERGENCY,
  LEGAL_DUTY,
  OTHER
}
