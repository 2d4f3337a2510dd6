package org.wraparound.escalation.disclosures;

/** How it was told; the list {@code disclosure-route}. */
public enum DisclosureRoute {
  /** In this suite, to a person of the agency or to its system. */
  SYSTEM,
  SECURE_EMAIL,
  EMAIL,
  PHONE,
  IN_PERSON,
  MEETING,
  POST
}
