package org.wraparound.kit;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Beans every service has. */
class KitBeans {
  /**
   * The one source of time, in the microseconds that the database keeps, so that what a POST
   * answers is what a GET answers later. Production has no way to move it.
   */
  @Produces
  @DefaultBean
  @ApplicationScoped
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }
}
