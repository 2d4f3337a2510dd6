package org.wraparound.actionplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

class PlanTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Caller MANAGER =
      new Caller("OAKFIELD", "PROVIDER", "manager-1", Set.of("manager"));

  private final Plan plan =
      new Plan(
          UUID.randomUUID(),
          "OAKFIELD",
          PlanKind.ESCALATION,
          "PLN-26-000001",
          null,
          null,
          MANAGER,
          NOW);

  @Test
  void anEscalationOpensItAndAnotherExtendsIt() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    assertThat(plan.opened(first).escalationId()).isEqualTo(first);
    assertThat(plan.extend(first, NOW)).isEmpty();
    assertThat(plan.extend(second, NOW).orElseThrow().escalationId()).isEqualTo(second);
    assertThat(plan.escalations()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void openedByHandItAnswersNoEscalation() {
    assertThat(plan.opened(null).escalationId()).isNull();
    assertThat(plan.escalations()).isEmpty();
    assertThat(plan.status()).isEqualTo(PlanStatus.OPEN);
  }

  @Test
  void itIsClosedOnce() {
    assertThat(plan.close(List.of(), MANAGER, NOW).planId()).isEqualTo(plan.id());
    assertThat(plan.status()).isEqualTo(PlanStatus.CLOSED);
    assertThat(plan.closedByAgency()).isEqualTo("OAKFIELD");
    assertThatThrownBy(() -> plan.close(List.of(), MANAGER, NOW))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
  }
}
