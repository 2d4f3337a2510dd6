package org.wraparound.actionplan.actions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an action's due day is spoken of before it comes. */
@ConfigMapping(prefix = "wraparound.deadlines")
interface DeadlinesConfig {
  /**
   * Working days before the due day on which its owner is reminded; whole days, {@code P0D} for the
   * due day itself. An action agreed later than that has no reminder.
   */
  @WithDefault("P2D")
  Duration remindBefore();
}
