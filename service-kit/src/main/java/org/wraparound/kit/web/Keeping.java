package org.wraparound.kit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What can be kept: JSON and ISO 8601 can write characters and years that PostgreSQL and the
 * calendar do not hold.
 */
final class Keeping {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private Keeping() {}

  /** Why the value, of whatever type, cannot be kept; empty when it can. */
  static Optional<String> faultOf(Object value) {
    if (value instanceof String text && text.indexOf('\0') >= 0) {
      return Optional.of("must not contain the character U+0000");
    }
    if ((value instanceof Instant time && (time.isBefore(FIRST) || !time.isBefore(END)))
        || (value instanceof LocalDate day && (day.getYear() < 1 || day.getYear() > 9999))) {
      return Optional.of("must be in the years 1 to 9999");
    }
    return Optional.empty();
  }
}
