package org.wraparound.pathway;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time as the service under test sees it: the machine's, moved on by what a test says. */
@Singleton
public class MovableClock extends Clock {
  // PostgreSQL keeps microseconds; what is answered at first is then what is read back
  private final Clock machine = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  private volatile Duration ahead = Duration.ZERO;

  /** What must have happened by then falls due. */
  public void moveAhead(Duration by) {
    ahead = by;
  }

  /** Back to the machine's time. */
  public void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }
}
