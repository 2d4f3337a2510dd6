package org.wraparound.incident;

import org.junit.jupiter.api.Test;
import org.wraparound.kit.testing.ArchitectureRules;

class ArchitectureTest {
  @Test
  void theServiceKeepsTheRules() {
    ArchitectureRules.check("org.wraparound.incident");
  }
}
