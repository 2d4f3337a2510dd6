package org.wraparound.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LondonTest {
  @Test
  void aDayInSummerEndsAnHourBeforeItDoesInUtc() {
    assertThat(London.endOf(LocalDate.of(2026, 7, 1)))
        .isEqualTo(Instant.parse("2026-07-01T23:00:00Z"));
    assertThat(London.dayOf(Instant.parse("2026-07-01T23:00:00Z"))).isEqualTo("2026-07-02");
  }

  @Test
  void aDayInWinterEndsAsItDoesInUtc() {
    assertThat(London.endOf(LocalDate.of(2026, 1, 31)))
        .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    assertThat(London.dayOf(Instant.parse("2026-01-31T23:59:59Z"))).isEqualTo("2026-01-31");
  }

  @Test
  void theDayTheClocksGoBackHasTwentyFiveHours() {
    assertThat(London.endOf(LocalDate.of(2026, 10, 24)))
        .isEqualTo(Instant.parse("2026-10-24T23:00:00Z"));
    assertThat(London.endOf(LocalDate.of(2026, 10, 25)))
        .isEqualTo(Instant.parse("2026-10-26T00:00:00Z"));
  }
}
