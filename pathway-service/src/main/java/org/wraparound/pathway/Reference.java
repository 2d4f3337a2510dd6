package org.wraparound.pathway;

import java.time.Instant;

/** References of records that people can say on the phone. */
public final class Reference {
  private Reference() {}

  /**
   * Such as {@code STP-26-000017}.
   *
   * @param prefix three letters for the kind of record
   * @param number from the database's sequence of that kind
   * @param at its year, in Europe/London, is in the reference
   */
  public static String of(String prefix, long number, Instant at) {
    return "%s-%02d-%06d".formatted(prefix, WorkingDay.of(at).getYear() % 100, number);
  }
}
