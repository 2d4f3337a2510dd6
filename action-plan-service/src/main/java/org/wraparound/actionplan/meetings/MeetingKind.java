package org.wraparound.actionplan.meetings;

import org.wraparound.actionplan.plans.PlanKind;

/** What people meet for. */
public enum MeetingKind {
  STRATEGY_DISCUSSION(PlanKind.ESCALATION),
  SAFEGUARDING_ENQUIRY(PlanKind.SAFEGUARDING_ENQUIRY),
  BEST_INTERESTS(PlanKind.REVIEW),
  MARAC(PlanKind.ESCALATION),
  MDT_REVIEW(PlanKind.REVIEW),
  COMPATIBILITY_REVIEW(PlanKind.COMPATIBILITY_REVIEW),
  ICB_REVIEW(PlanKind.ICB_REVIEW),
  DISCHARGE_PLANNING(PlanKind.DISCHARGE),
  TRANSITION_PLANNING(PlanKind.TRANSITION),
  TEAM_AROUND_THE_PERSON(PlanKind.REVIEW),
  CTR(PlanKind.REVIEW),
  WEEKLY_REVIEW(PlanKind.REVIEW);

  private final PlanKind planKind;

  MeetingKind(PlanKind planKind) {
    this.planKind = planKind;
  }

  /** The kind of plan that such a meeting works on, where nobody names one. */
  PlanKind planKind() {
    return planKind;
  }
}
