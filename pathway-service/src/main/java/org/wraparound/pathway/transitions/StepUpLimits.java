package org.wraparound.pathway.transitions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How far ahead a step-up may be authorised. */
@ConfigMapping(prefix = "wraparound.step-up")
interface StepUpLimits {
  /** Longest time from start to review, in weeks; 1 to 52. */
  @WithDefault("12")
  @Min(1)
  @Max(52)
  int longestUntilReviewWeeks();

  /** Longest time from authorisation to start, in weeks; 0 to 52. */
  @WithDefault("4")
  @Min(0)
  @Max(52)
  int longestUntilStartWeeks();
}
