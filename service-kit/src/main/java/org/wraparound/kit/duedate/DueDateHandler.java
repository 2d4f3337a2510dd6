package org.wraparound.kit.duedate;

/** Says what happens when something falls due. */
public interface DueDateHandler {
  /** The kind of due date it handles. */
  String kind();

  /**
   * The moment has come. Called in a transaction in which the due date is deleted, so that it fires
   * once, on whichever replica; a failure rolls back and is tried again later. The subject may have
   * moved on since: check it.
   */
  void fallDue(DueDate dueDate);

  /**
   * Whether it waits for something outside this service, such as a mail server. Such kinds are
   * handled on a thread of their own, so that they hold up no other clock; the wait must be bounded
   * well below the time a transaction may take.
   */
  default boolean waitsForOthers() {
    return false;
  }
}
