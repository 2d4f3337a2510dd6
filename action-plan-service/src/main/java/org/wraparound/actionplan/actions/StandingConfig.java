package org.wraparound.actionplan.actions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** When an action counts as at risk. */
@ConfigMapping(prefix = "wraparound.standing")
interface StandingConfig {
  /**
   * An action that has not been started is at risk from so many working days before its due day, 0
   * for the due day itself.
   */
  @Min(0)
  @WithDefault("3")
  int startWorkingDaysBefore();
}
