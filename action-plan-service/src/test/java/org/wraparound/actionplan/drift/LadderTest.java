package org.wraparound.actionplan.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class LadderTest {
  private final Ladder ladder = new Ladder(null, new TwoAndFiveDays());

  private static class TwoAndFiveDays implements DriftConfig {
    @Override
    public Duration ownersManagerAfter() {
      return Duration.ofDays(2);
    }

    @Override
    public Duration commissionerAfter() {
      return Duration.ofDays(5);
    }

    @Override
    public LocalTime workFrom() {
      return LocalTime.of(9, 0);
    }

    @Override
    public LocalTime workUntil() {
      return LocalTime.of(17, 0);
    }

    @Override
    public Extensions extensions() {
      throw new UnsupportedOperationException();
    }
  }

  private Instant climbs(Rung rung, String dueOn) {
    return ladder.timeOf(rung, LocalDate.parse(dueOn));
  }

  @Test
  void weekendsAndBankHolidaysDoNotCount() {
    // due on a Wednesday: Thursday, Friday; then Monday to Wednesday
    assertThat(climbs(Rung.OWNERS_MANAGER, "2026-03-04")).isEqualTo("2026-03-06T17:00:00Z");
    assertThat(climbs(Rung.COMMISSIONER, "2026-03-04")).isEqualTo("2026-03-11T17:00:00Z");
    // due before Good Friday: the Tuesday and Wednesday after Easter Monday, by summer time
    assertThat(climbs(Rung.OWNERS_MANAGER, "2026-04-02")).isEqualTo("2026-04-08T16:00:00Z");
    // due on a Saturday
    assertThat(climbs(Rung.OWNERS_MANAGER, "2026-03-07")).isEqualTo("2026-03-10T17:00:00Z");
  }
}
