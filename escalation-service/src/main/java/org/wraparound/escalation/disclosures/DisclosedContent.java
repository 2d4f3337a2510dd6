package org.wraparound.escalation.disclosures;

/** What was told; the list {@code disclosed-content}. */
public enum DisclosedContent {
  IDENTITY,
  CONTACT_DETAILS,
  CONCERN,
  BACKGROUND,
  WISHES,
  INCIDENT_FACTS,
  ESCALATION,
  CHRONOLOGY,
  EVIDENCE_PACK,
  HEALTH,
  CAPACITY,
  RISK,
  SUPPORT_PLAN,
  PASSPORT,
  COMMUNICATION_NEEDS,
  OTHER
}
