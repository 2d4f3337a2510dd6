package org.wraparound.escalation.directory;

/** When a contact answers at all, whatever the rota says; the list {@code contact-hours}. */
enum ContactHours {
  IN_HOURS,
  OUT_OF_HOURS,
  ALWAYS;

  /** What is left of a time on the rota. */
  Spans of(Spans time, Spans officeHours) {
    return switch (this) {
      case IN_HOURS -> time.and(officeHours);
      case OUT_OF_HOURS -> time.without(officeHours);
      case ALWAYS -> time;
    };
  }
}
