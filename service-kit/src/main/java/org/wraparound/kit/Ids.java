package org.wraparound.kit;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers of records and events. */
public final class Ids {
  private Ids() {}

  /**
   * A new UUIDv7: unique without asking the database, and ordered by time, so that keyset pages can
   * follow it.
   */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
