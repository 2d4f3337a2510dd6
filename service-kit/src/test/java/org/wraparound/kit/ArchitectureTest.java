package org.wraparound.kit;

import org.junit.jupiter.api.Test;
import org.wraparound.kit.testing.ArchitectureRules;

class ArchitectureTest {
  @Test
  void theKitKeepsItsOwnRules() {
    ArchitectureRules.check("org.wraparound.kit");
  }
}
