package org.wraparound.escalation.incidents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far thresholds follow a chain of events, and how long one may be tried. */
@ConfigMapping(prefix = "wraparound.evaluation")
interface EvaluationConfig {
  /**
   * Events that may have led to one that is still evaluated; beyond, a chain feeds itself and is
   * cut. 0 to 100.
   */
  @WithDefault("8")
  int deepestCausation();

  /**
   * How long a trial of a policy may take, whole seconds; ten minutes are ample for the incidents
   * of a year of a large provider.
   */
  @WithDefault("PT10M")
  Duration trialTimeout();
}
