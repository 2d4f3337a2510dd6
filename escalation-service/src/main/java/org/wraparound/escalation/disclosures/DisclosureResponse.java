package org.wraparound.escalation.disclosures;

/** What came back; the list {@code disclosure-response}. */
public enum DisclosureResponse {
  RECEIVED,
  ACCEPTED,
  ACTED_ON,
  INFORMATION_GIVEN,
  MORE_ASKED,
  DECLINED,
  NO_FURTHER_ACTION,
  NO_ANSWER
}
