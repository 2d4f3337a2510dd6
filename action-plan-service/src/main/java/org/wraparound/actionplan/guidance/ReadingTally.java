package org.wraparound.actionplan.guidance;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How far a page has been read.
 *
 * @param readers staff who must read it
 * @param acknowledged those who have
 * @param overdue those who have not, and whose day to do so has ended
 * @param toCoach those whose answers show that they need coaching
 * @param readBy the soonest day by which one who has not was, or is, to do so; or null
 * @param nextReadBy the soonest such day from today on; or null
 */
public record ReadingTally(
    UUID guidanceId,
    long readers,
    long acknowledged,
    long overdue,
    long toCoach,
    LocalDate readBy,
    LocalDate nextReadBy) {

  /** Nobody was named. */
  public static ReadingTally none(UUID guidanceId) {
    return new ReadingTally(guidanceId, 0, 0, 0, 0, null, null);
  }

  /** Staff who have not read it. */
  public long unread() {
    return readers - acknowledged;
  }
}
