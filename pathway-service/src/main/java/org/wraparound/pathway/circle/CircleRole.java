package org.wraparound.pathway.circle;

/**
 * What an agency is for a person; the codes of the list {@code circle-role}. A code and not a text,
 * because it goes on the bus.
 */
enum CircleRole {
  LEAD_PROFESSIONAL,
  NAMED_LIAISON,
  PROVIDER,
  COMMISSIONER,
  SAFEGUARDING,
  CARE_COORDINATOR,
  SOCIAL_WORKER,
  CLDT,
  CLINICIAN,
  GP,
  POLICE,
  LANDLORD,
  ADVOCATE,
  EDUCATION,
  FAMILY_REPRESENTATIVE,
  OTHER
}
