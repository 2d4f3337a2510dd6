package org.wraparound.kit.inbox;

/**
 * An event that is not what its producer's contract says; it will never become readable by trying
 * again.
 */
public class UnreadableEventException extends RuntimeException {
  UnreadableEventException(String what, Throwable cause) {
    super("unreadable " + what, cause);
  }
}
