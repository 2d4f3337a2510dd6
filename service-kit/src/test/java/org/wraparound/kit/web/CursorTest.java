package org.wraparound.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static Cursor sent(Object... parts) {
    return Cursor.decode(Cursor.of(parts).encoded());
  }

  private static void refused(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("parameter after");
  }

  @Test
  void itIsReadAsItWasMade() {
    Instant time = Instant.parse("9999-12-31T23:59:59.999999Z");
    LocalDate day = LocalDate.of(1, 1, 1);
    Cursor cursor = sent(time, day);
    assertThat(cursor.instant(0)).isEqualTo(time);
    assertThat(cursor.date(1)).isEqualTo(day);
  }

  @Test
  void whatTheDatabaseCannotHoldIsNotOurs() {
    refused(() -> sent("a\0b"));
    refused(() -> sent("-100000-01-01T00:00:00Z").instant(0));
    refused(() -> sent(LocalDate.MAX).date(0));
    refused(() -> sent("x").uuid(1));
  }
}
