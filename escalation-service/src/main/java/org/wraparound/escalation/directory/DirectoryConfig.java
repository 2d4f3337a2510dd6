package org.wraparound.escalation.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the directory takes. */
@ConfigMapping(prefix = "wraparound.directory")
interface DirectoryConfig {
  /**
   * Whether telephone numbers are taken that Ofcom keeps for drama, 01632 960xxx and 07700 900xxx,
   * which ring nobody. For demonstrations and tests.
   */
  @WithDefault("false")
  boolean acceptDramaNumbers();
}
