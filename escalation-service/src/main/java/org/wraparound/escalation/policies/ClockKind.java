package org.wraparound.escalation.policies;

import java.time.Duration;
import java.time.Instant;
import org.wraparound.kit.WorkingTime;

/** How the times of a routing are reckoned. */
public enum ClockKind {
  /** By the clock on the wall, day and night. */
  ELAPSED {
    @Override
    Instant plus(Instant start, Duration time, WorkingHours hours) {
      return start.plus(time);
    }
  },
  /**
   * In the policy's working hours: whole days are working days, Monday to Friday and no bank
   * holiday of England and Wales; the rest is working hours.
   */
  WORKING {
    @Override
    Instant plus(Instant start, Duration time, WorkingHours hours) {
      return WorkingTime.plus(start, time, new WorkingTime.Hours(hours.from(), hours.until()));
    }
  };

  /** When so much time has passed. */
  abstract Instant plus(Instant start, Duration time, WorkingHours hours);
}
