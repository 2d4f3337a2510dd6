package org.wraparound.escalation.notices;

import java.time.Instant;
import java.util.UUID;

/** Wants to know what became of the notices about one kind of record. */
public interface NoticeWatcher {
  /** The kind of record. */
  Subject subject();

  /**
   * A notice that was on its way has gone out, or could not be sent. Called in the transaction that
   * writes it down.
   *
   * @param why null when it has gone out
   */
  void settled(UUID noticeId, NotTold why, Instant at);
}
