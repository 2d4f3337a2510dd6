package org.wraparound.actionplan.handover;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How far a handover looks back and ahead. */
@ConfigMapping(prefix = "wraparound.handover")
public interface HandoverConfig {
  /** How far back it looks when it is not asked since when. */
  @WithDefault("P1D")
  Duration usualSince();

  /** How far back it can be asked to look. */
  @WithDefault("P31D")
  Duration longestSince();

  /** Reviews, meetings and actions that fall due within so many days are told; 0 to 92. */
  @WithDefault("7")
  @Min(0)
  @Max(92)
  int dueWithinDays();

  /** Most people of one setting that one handover covers; 1 to 500. */
  @WithDefault("100")
  @Min(1)
  @Max(500)
  int mostPeople();

  /** Most actions, and most changes of them, that it looks at; 1 to 5000. */
  @WithDefault("1000")
  @Min(1)
  @Max(5000)
  int mostActions();
}
