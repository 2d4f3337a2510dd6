package org.wraparound.actionplan.meetings;

/** Why a meeting did not hear someone whom it is about. */
public enum NotHeard {
  DECLINED,
  UNWELL,
  COULD_NOT_BE_REACHED,
  /** Taking part would have distressed them more than it would have served them. */
  WOULD_DISTRESS_THEM,
  /** Their knowing of the meeting would have put someone at risk. */
  WOULD_RAISE_RISK,
  /** The person does not want their family to take part. */
  PERSON_OBJECTS,
  NO_FAMILY,
  NOT_ASKED,
  OTHER;

  /** Whether it can be said of the family alone. */
  boolean isOfTheFamily() {
    return this == PERSON_OBJECTS || this == NO_FAMILY;
  }
}
