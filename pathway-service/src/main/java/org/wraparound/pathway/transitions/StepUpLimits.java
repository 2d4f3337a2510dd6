package org.wraparound.pathway.transitions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Period;

/** How far ahead a step-up may be authorised, and when it has lasted too long to go unasked. */
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

  /**
   * Time from its start after which a step-up counts as sustained and calls for a meeting of those
   * around the person; whole days, such as {@code P28D}.
   */
  @WithDefault("P28D")
  Period sustainedAfter();

  /**
   * Time from its start after which a step-up counts as prolonged and calls for a senior review;
   * whole days, longer than {@code sustained-after}.
   */
  @WithDefault("P56D")
  Period prolongedAfter();
}
