package org.wraparound.kit.inbox;

/** The history of events cannot be read; the message says why, in words for ops. */
public class HistoryUnavailableException extends RuntimeException {
  HistoryUnavailableException(String why) {
    super(why);
  }

  HistoryUnavailableException(RuntimeException cause) {
    super("The broker did not answer (" + cause.getClass().getSimpleName() + ").", cause);
  }
}
