package org.wraparound.escalation.incidents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How far thresholds follow a chain of events. */
@ConfigMapping(prefix = "wraparound.evaluation")
interface EvaluationConfig {
  /**
   * Events that may have led to one that is still evaluated; beyond, a chain feeds itself and is
   * cut. 0 to 100.
   */
  @WithDefault("8")
  int deepestCausation();
}
