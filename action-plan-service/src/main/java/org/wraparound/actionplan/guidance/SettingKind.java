package org.wraparound.actionplan.guidance;

/** Where staff support a person; the list {@code setting-kind}. */
public enum SettingKind {
  HOME,
  RESPITE,
  OUTREACH,
  DAY_OPPORTUNITIES,
  EDUCATION_OR_WORK,
  HEALTH_APPOINTMENT,
  HOSPITAL
}
