package org.wraparound.actionplan.plans;

/** What a plan answers. */
public enum PlanKind {
  REVIEW,
  ESCALATION,
  SAFEGUARDING_ENQUIRY,
  COMPATIBILITY_REVIEW,
  ICB_REVIEW,
  DISCHARGE,
  TRANSITION
}
