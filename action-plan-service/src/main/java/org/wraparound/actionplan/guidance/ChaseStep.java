package org.wraparound.actionplan.guidance;

/** How far the chase for those who have not read a page has come; the list {@code chase-step}. */
public enum ChaseStep {
  /** The day to read it by has ended. */
  DUE,
  /** They are reminded. */
  REMINDER,
  /** It is their manager's to settle. */
  MANAGER;

  /** So many lead to the manager; from then on it is repeated. */
  static final int STEPS = 3;

  /** The step that follows so many. */
  static ChaseStep after(int chases) {
    return switch (chases) {
      case 0 -> DUE;
      case 1 -> REMINDER;
      default -> MANAGER;
    };
  }
}
