package org.wraparound.escalation.quality;

/** What was found about a decision; the list {@code sample-finding}. */
enum Finding {
  APPROPRIATE,
  SHOULD_HAVE_ESCALATED,
  DISPROPORTIONATE,
  PERSON_NOT_HEARD,
  RECORD_INCOMPLETE
}
