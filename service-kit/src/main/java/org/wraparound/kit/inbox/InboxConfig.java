package org.wraparound.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are taken in. */
@ConfigMapping(prefix = "wraparound.inbox")
interface InboxConfig {
  /**
   * Wait after a failure of the surroundings before the next attempt; doubles up to 64 times this.
   */
  @WithDefault("PT0.1S")
  Duration backOff();

  /** How often an event must fail alone, for a reason of its own, before it is parked; 1 to 10. */
  @WithDefault("3")
  int attempts();
}
