package org.wraparound.escalation;

import org.junit.jupiter.api.Test;
import org.wraparound.kit.testing.ArchitectureRules;

class ArchitectureTest {
  @Test
  void theServiceKeepsTheRulesOfStructure() {
    ArchitectureRules.check("org.wraparound.escalation");
  }
}
