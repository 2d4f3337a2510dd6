package org.wraparound.kit.journal;

import java.sql.SQLException;

/** The journal could not be written; the transaction must not commit. */
class JournalUnavailableException extends RuntimeException {
  JournalUnavailableException(SQLException cause) {
    super("the journal could not be written", cause);
  }
}
