package org.wraparound.escalation.quality;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How many decisions are looked at again. */
@ConfigMapping(prefix = "wraparound.quality")
interface QualityConfig {
  /** One in so many decisions of no further action is sampled for audit; 1 is every one. */
  @Min(1)
  @WithDefault("5")
  int noFurtherActionOneIn();

  /** One in so many of all other decisions is sampled for audit; 1 is every one. */
  @Min(1)
  @WithDefault("50")
  int othersOneIn();
}
