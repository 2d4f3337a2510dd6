package org.wraparound.incident.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wraparound.incident.observations.Schedule.Slot;

class CoverageTest {
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  private static Instant minute(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static Slot slot(int minute, int grace) {
    return new Slot(minute(minute), Duration.ofMinutes(grace));
  }

  private static List<Instant> taken(Integer... minutes) {
    return Stream.of(minutes).map(CoverageTest::minute).toList();
  }

  @Test
  void aReadingCountsWithinTheGraceBothEndsIncluded() {
    List<Slot> slots = List.of(slot(480, 60));
    assertThat(Coverage.recorded(slots, taken(420))).hasSize(1);
    assertThat(Coverage.recorded(slots, taken(540))).hasSize(1);
    assertThat(Coverage.recorded(slots, taken(419, 541))).isEmpty();
    assertThat(Coverage.recorded(List.of(slot(480, 0)), taken(480))).hasSize(1);
  }

  @Test
  void twoReadingsForOneTimeDoNotStandInForAnother() {
    List<Slot> slots = List.of(slot(480, 60), slot(1200, 60));
    assertThat(Coverage.recorded(slots, taken(470, 490))).containsExactly(slots.get(0));
  }

  @Test
  void oneReadingBetweenTwoTimesCountsForOne() {
    assertThat(Coverage.recorded(List.of(slot(480, 30), slot(540, 30)), taken(510)))
        .containsExactly(slot(480, 30));
  }

  @Test
  void noOtherWayOfSharingReadingsOutLeavesFewerSlotsWithout() {
    Random random = new Random(20261121);
    for (int trial = 0; trial < 3_000; trial++) {
      List<Slot> slots =
          random
              .ints(1 + random.nextInt(5), 0, 40)
              .distinct()
              .mapToObj(at -> slot(at, random.nextInt(12)))
              .toList();
      List<Instant> readings =
          random.ints(random.nextInt(6), 0, 40).mapToObj(CoverageTest::minute).toList();
      Set<Slot> recorded = Coverage.recorded(slots, readings);
      assertThat(recorded).hasSize(most(slots, readings));
      assertThat(most(List.copyOf(recorded), readings)).isEqualTo(recorded.size());
    }
  }

  /** The most slots that can have a reading of their own, found by trying every way. */
  private static int most(List<Slot> slots, List<Instant> readings) {
    if (slots.isEmpty()) {
      return 0;
    }
    Slot slot = slots.get(0);
    List<Slot> others = slots.subList(1, slots.size());
    int most = most(others, readings);
    for (int i = 0; i < readings.size(); i++) {
      Instant reading = readings.get(i);
      if (!reading.isBefore(slot.opens()) && !reading.isAfter(slot.closes())) {
        List<Instant> left = new ArrayList<>(readings);
        left.remove(i);
        most = Math.max(most, 1 + most(others, left));
      }
    }
    return most;
  }
}
