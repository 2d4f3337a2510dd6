package org.wraparound.escalation.notices;

/** Why someone was not told; the list {@code not-told-reason}. */
public enum NotTold {
  /** The rota names nobody for now. */
  NOBODY_ON_CALL,
  /** No agency of the kind that must answer is in the person's circle. */
  AGENCY_NOT_IN_CIRCLE,
  /** The directory holds no address that a notice can be sent to. */
  NO_ADDRESS,
  /** The person's safe communication rules out the agency, the contact or every way to them. */
  NOT_SAFE,
  /** No mail server is configured. */
  NO_MAIL_SERVER,
  /** It was tried, as often as is configured, and failed. */
  FAILED
}
