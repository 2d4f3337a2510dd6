package org.wraparound.kit.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The place in an ordered list after which a page begins: the values the list is ordered by. Opaque
 * to callers.
 */
public record Cursor(List<String> parts) {

  /** The values of one row, in the order they sort by; none may contain a line break. */
  public static Cursor of(Object... parts) {
    return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
  }

  String encoded() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            parts.stream().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
  }

  static Cursor decode(String text) {
    try {
      return new Cursor(
          List.of(
              keepable(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8))
                  .split("\n", -1)));
    } catch (IllegalArgumentException e) {
      throw notOurs();
    }
  }

  /** The part as a UUID. */
  public UUID uuid(int part) {
    return read(part, UUID::fromString);
  }

  /** The part as a time. */
  public Instant instant(int part) {
    return read(part, Instant::parse);
  }

  /** The part as a date. */
  public LocalDate date(int part) {
    return read(part, LocalDate::parse);
  }

  private <T> T read(int part, Function<String, T> reader) {
    try {
      return keepable(reader.apply(parts.get(part)));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw notOurs();
    }
  }

  private static <T> T keepable(T value) {
    if (Keeping.faultOf(value).isPresent()) {
      throw notOurs();
    }
    return value;
  }

  private static ProblemException notOurs() {
    return ProblemException.of(
        ProblemType.MALFORMED, "The parameter after is not the next of a page of this list.");
  }
}
