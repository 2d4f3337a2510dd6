package org.wraparound.escalation.directory;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, never empty.
 *
 * @param from the first moment in it
 * @param until the first moment after it
 */
record Span(Instant from, Instant until) {
  Span {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a span must end after it begins");
    }
  }

  /** Just the moment. */
  static Span at(Instant moment) {
    return new Span(moment, moment.plusNanos(1));
  }

  /** So much time before the moment and after it. */
  static Span around(Instant moment, Duration reach) {
    return new Span(moment.minus(reach), moment.plus(reach));
  }

  boolean has(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }

  boolean overlaps(Span other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }
}
