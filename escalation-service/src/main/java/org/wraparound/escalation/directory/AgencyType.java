package org.wraparound.escalation.directory;

/** Kinds of agency; the codes of the list {@code agency-type}, which pathway-service owns. */
enum AgencyType {
  PROVIDER,
  LOCAL_AUTHORITY_SAFEGUARDING,
  SOCIAL_WORK,
  COMMISSIONER,
  ICB,
  CLDT,
  GP,
  COMMUNITY_NURSING,
  MENTAL_HEALTH,
  HOSPITAL,
  AMBULANCE,
  POLICE,
  HOUSING,
  ADVOCACY,
  EDUCATION,
  CHILDRENS_SERVICES,
  SUBSTANCE_MISUSE,
  DOMESTIC_ABUSE_SERVICE,
  REGULATOR,
  FAMILY_REPRESENTATIVE,
  OTHER
}
