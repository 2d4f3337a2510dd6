package org.wraparound.actionplan.templates;

/** What an action is meant to improve. */
public enum OutcomeDomain {
  RISK_REDUCTION,
  WELLBEING,
  COMMUNICATION,
  SAFER_STAFFING,
  HEALTH_ACCESS,
  PATHWAY_PROGRESSION,
  ENVIRONMENT,
  COMMUNITY_INCLUSION,
  RIGHTS_AND_RESTRICTIONS
}
