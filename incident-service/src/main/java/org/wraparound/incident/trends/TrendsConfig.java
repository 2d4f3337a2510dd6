package org.wraparound.incident.trends;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Settings of trends. */
@ConfigMapping(prefix = "wraparound.trends")
interface TrendsConfig {
  /**
   * The smallest number of incidents or people, from 2, that a report about several people shows to
   * those outside the provider; smaller ones, except 0, are suppressed.
   */
  @Min(2)
  @WithDefault("5")
  int smallestNumber();
}
