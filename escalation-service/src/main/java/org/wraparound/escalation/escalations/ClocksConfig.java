package org.wraparound.escalation.escalations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the clocks of escalations run, apart from what their policies say. */
@ConfigMapping(prefix = "wraparound.escalations")
interface ClocksConfig {
  /** How far ahead a pause may end: whole days are working days, the rest working hours. */
  @WithDefault("P10D")
  Duration longestPause();

  /**
   * How long after nobody at all was on call it is looked whether anybody is now; 1 minute to 1
   * day.
   */
  @WithDefault("PT15M")
  Duration lookAgainAfter();
}
