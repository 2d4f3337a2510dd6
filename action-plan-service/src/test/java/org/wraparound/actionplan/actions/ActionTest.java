package org.wraparound.actionplan.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.actions.ActionEvent.ActionReopened;
import org.wraparound.actionplan.actions.ActionEvent.ActionVerified;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.actionplan.templates.Priority;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

class ActionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2026, 3, 6);
  private static final Caller OWNER = caller("NORTHVALE-CLDT", "clinician", "clinician-1");
  private static final Caller COLLEAGUE = caller("NORTHVALE-CLDT", "clinician", "clinician-2");
  private static final Caller PROVIDER_MANAGER = caller("OAKFIELD", "manager", "manager-1");
  private static final Caller COMMISSIONER = caller("COUNCIL", "commissioner", "commissioner-1");

  private final Action action =
      new Action(
          new OwningPlan(UUID.randomUUID(), UUID.randomUUID(), "OAKFIELD"),
          "ACT-26-000001",
          new Terms(
              "Fit acoustic panels in the lounge",
              Party.PARTNER,
              "clinician",
              DUE,
              "Photographs",
              "Calm lounge",
              "Fewer incidents",
              OutcomeDomain.ENVIRONMENT,
              Priority.HIGH),
          new Owner("NORTHVALE-CLDT", null),
          null,
          PROVIDER_MANAGER,
          NOW);

  private static Caller caller(String agency, String role, String user) {
    return new Caller(agency, null, user, Set.of(role));
  }

  private static List<Evidence> evidence() {
    return List.of(
        new Evidence(EvidenceKind.NOTE, null, "done", NOW, OWNER.agency(), OWNER.userId()));
  }

  private static void assertRefused(ProblemType type, ThrowingCallable transition) {
    assertThatThrownBy(transition)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }

  private void complete() {
    action.complete(evidence(), OWNER, NOW);
  }

  @Test
  void whatIsAgreedIsOpenAndSaysWhoOwnsIt() {
    assertThat(action.status()).isEqualTo(ActionStatus.OPEN);
    var event = action.agreed();
    assertThat(event.ownerAgency()).isEqualTo("NORTHVALE-CLDT");
    assertThat(event.dueOn()).isEqualTo(DUE);
    assertThat(event.template()).isNull();
    assertThat(event.occurredAt()).isEqualTo(NOW);
  }

  @Test
  void theOwnerCompletesItWithEvidence() {
    var event = action.complete(evidence(), OWNER, NOW);
    assertThat(action.status()).isEqualTo(ActionStatus.COMPLETED);
    assertThat(action.evidence()).hasSize(1);
    assertThat(action.completedBy()).isEqualTo("clinician-1");
    assertThat(event.ownerAgency()).isEqualTo("NORTHVALE-CLDT");
  }

  @Test
  void nobodyElseCompletesIt() {
    assertRefused(ProblemType.FORBIDDEN, () -> action.complete(evidence(), PROVIDER_MANAGER, NOW));
    assertThat(action.status()).isEqualTo(ActionStatus.OPEN);
    assertThat(action.evidence()).isEmpty();
  }

  @Test
  void onlyAnOpenActionIsCompleted() {
    complete();
    assertRefused(ProblemType.CONFLICT, this::complete);
    action.verify(Impact.ACHIEVED, "found", COLLEAGUE, NOW);
    assertRefused(ProblemType.CONFLICT, this::complete);
  }

  @Test
  void achievedClosesIt() {
    complete();
    var events = action.verify(Impact.ACHIEVED, "found", COLLEAGUE, NOW);
    assertThat(action.status()).isEqualTo(ActionStatus.VERIFIED);
    assertThat(action.verifiedAt()).isEqualTo(NOW);
    assertThat(events).hasSize(1).first().isInstanceOf(ActionVerified.class);
  }

  @Test
  void notOrPartlyAchievedOpensItAgainAndKeepsWhatWasShown() {
    for (Impact impact : List.of(Impact.PARTIALLY_ACHIEVED, Impact.NOT_ACHIEVED)) {
      complete();
      var events = action.verify(impact, "found", COLLEAGUE, NOW);
      assertThat(action.status()).isEqualTo(ActionStatus.OPEN);
      assertThat(action.completedBy()).isNull();
      assertThat(events)
          .satisfiesExactly(
              first -> assertThat(((ActionVerified) first).impact()).isEqualTo(impact),
              second -> assertThat(second).isInstanceOf(ActionReopened.class));
    }
    assertThat(action.evidence()).hasSize(2);
    assertThat(action.checks())
        .extracting(Check::impact)
        .containsExactly(Impact.PARTIALLY_ACHIEVED, Impact.NOT_ACHIEVED);
  }

  @Test
  void tooEarlyToSayLeavesItToBeCheckedLater() {
    complete();
    assertThat(action.verify(Impact.TOO_EARLY_TO_SAY, "found", COLLEAGUE, NOW)).hasSize(1);
    assertThat(action.status()).isEqualTo(ActionStatus.COMPLETED);
    action.verify(Impact.ACHIEVED, "found", COLLEAGUE, NOW);
    assertThat(action.status()).isEqualTo(ActionStatus.VERIFIED);
  }

  @Test
  void whoCompletedItDoesNotVerifyIt() {
    complete();
    assertRefused(ProblemType.FORBIDDEN, () -> action.verify(Impact.ACHIEVED, "found", OWNER, NOW));
    assertThat(action.status()).isEqualTo(ActionStatus.COMPLETED);
    assertThat(action.checks()).isEmpty();
  }

  @Test
  void onlyACompletedActionIsVerified() {
    assertRefused(
        ProblemType.CONFLICT, () -> action.verify(Impact.ACHIEVED, "found", COLLEAGUE, NOW));
    complete();
    action.verify(Impact.ACHIEVED, "found", COLLEAGUE, NOW);
    assertRefused(
        ProblemType.CONFLICT, () -> action.verify(Impact.NOT_ACHIEVED, "found", COLLEAGUE, NOW));
  }

  @Test
  void aManagerOfTheProviderWithdrawsItOpenOrCompleted() {
    complete();
    action.withdraw("moved out", PROVIDER_MANAGER, NOW);
    assertThat(action.status()).isEqualTo(ActionStatus.WITHDRAWN);
    assertThat(action.withdrawalReason()).isEqualTo("moved out");
  }

  @Test
  void theOwnerWithdrawsIt() {
    action.withdraw("moved out", OWNER, NOW);
    assertThat(action.status()).isEqualTo(ActionStatus.WITHDRAWN);
  }

  @Test
  void nobodyElseWithdrawsIt() {
    assertRefused(ProblemType.FORBIDDEN, () -> action.withdraw("moved out", COMMISSIONER, NOW));
    assertRefused(
        ProblemType.FORBIDDEN,
        () -> action.withdraw("x", caller("OAKFIELD", "clinician", "c"), NOW));
    assertThat(action.status()).isEqualTo(ActionStatus.OPEN);
  }

  @Test
  void whatIsSettledStaysAsItIs() {
    action.withdraw("moved out", OWNER, NOW);
    assertRefused(ProblemType.CONFLICT, () -> action.withdraw("again", OWNER, NOW));
    assertRefused(ProblemType.CONFLICT, this::complete);
    assertRefused(
        ProblemType.CONFLICT, () -> action.verify(Impact.ACHIEVED, "found", COLLEAGUE, NOW));
  }

  @Test
  void aVerifiedActionIsNotWithdrawn() {
    complete();
    action.verify(Impact.ACHIEVED, "found", COLLEAGUE, NOW);
    assertRefused(ProblemType.CONFLICT, () -> action.withdraw("x", OWNER, NOW));
  }

  @Test
  void itIsOverdueWhenItsDayHasEndedAndThatIsToldOnce() {
    assertThat(action.isOverdue(DUE)).isFalse();
    assertThat(action.tellOverdue(DUE, NOW)).isEmpty();
    assertThat(action.isOverdue(DUE.plusDays(1))).isTrue();
    assertThat(action.tellOverdue(DUE.plusDays(1), NOW)).isPresent();
    assertThat(action.tellOverdue(DUE.plusDays(2), NOW)).isEmpty();
  }

  @Test
  void whatWasCompletedIsNotOverdue() {
    complete();
    assertThat(action.isOverdue(DUE.plusDays(1))).isFalse();
    assertThat(action.tellOverdue(DUE.plusDays(1), NOW)).isEmpty();
    action.verify(Impact.NOT_ACHIEVED, "found", COLLEAGUE, NOW);
    assertThat(action.tellOverdue(DUE.plusDays(1), NOW)).isPresent();
  }

  @Test
  void anAgencyThatJoinsTakesOver() {
    var event = action.handOver("SURGERY", NOW);
    assertThat(action.ownerAgency()).isEqualTo("SURGERY");
    assertThat(action.ownerAgencyMissing()).isNull();
    assertThat(event.ownerAgency()).isEqualTo("SURGERY");
  }
}
