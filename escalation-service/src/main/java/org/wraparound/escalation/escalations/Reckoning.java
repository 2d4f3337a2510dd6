package org.wraparound.escalation.escalations;

import java.time.Duration;
import java.time.Instant;
import org.wraparound.escalation.policies.ClockKind;
import org.wraparound.escalation.policies.WorkingHours;
import org.wraparound.kit.WorkingTime;

/** How the times of an escalation are reckoned. */
record Reckoning(ClockKind clock, WorkingHours workingHours) {

  /** When so much of its time has passed. */
  Instant plus(Instant start, Duration time) {
    return switch (clock) {
      case ELAPSED -> start.plus(time);
      case WORKING -> WorkingTime.plus(start, time, hours());
    };
  }

  /** How much of its time passes. */
  Duration between(Instant start, Instant end) {
    return switch (clock) {
      case ELAPSED -> Duration.between(start, end);
      case WORKING -> WorkingTime.between(start, end, hours());
    };
  }

  WorkingTime.Hours hours() {
    return new WorkingTime.Hours(workingHours.from(), workingHours.until());
  }
}
