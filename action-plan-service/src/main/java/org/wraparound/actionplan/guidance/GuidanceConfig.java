package org.wraparound.actionplan.guidance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How those are chased who have not read a change of shift guidance; local agreement, not law. In
 * elapsed time: shifts work at weekends too.
 */
@ConfigMapping(prefix = "wraparound.guidance")
public interface GuidanceConfig {
  /** From the end of the day to read it by until those who have not are reminded. */
  @WithDefault("P1D")
  Duration remindAfter();

  /** From the reminder until it is put to their manager. */
  @WithDefault("P2D")
  Duration tellManagerAfter();

  /** From one time that it is put to the manager to the next. */
  @WithDefault("P7D")
  Duration repeatEvery();

  /** How often it is put to the manager again; 0 to 52. */
  @WithDefault("3")
  @Min(0)
  @Max(52)
  int mostRepeats();
}
