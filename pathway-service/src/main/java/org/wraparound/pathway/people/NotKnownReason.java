package org.wraparound.pathway.people;

/** Why there is no NHS number; the codes of the list {@code nhs-number-not-known-reason}. */
enum NotKnownReason {
  NHS_NUMBER_NOT_KNOWN,
  OVERSEAS,
  DEVOLVED_NATION
}
