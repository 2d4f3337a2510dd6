package org.wraparound.kit.inbox;

import java.sql.SQLException;

/** Inbox or quarantine could not be reached. */
class InboxUnavailableException extends RuntimeException {
  InboxUnavailableException(SQLException cause) {
    super("the inbox could not be reached", cause);
  }
}
