package org.wraparound.actionplan.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.actions.ActionEvent.ActionAgreed;
import org.wraparound.actionplan.actions.ActionEvent.ActionCompleted;
import org.wraparound.actionplan.actions.ActionEvent.ActionProposed;
import org.wraparound.actionplan.actions.ActionEvent.ActionReopened;
import org.wraparound.actionplan.actions.ActionEvent.ActionStarted;
import org.wraparound.actionplan.actions.ActionEvent.ActionVerified;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.actionplan.templates.Priority;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

class ActionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate DUE = LocalDate.of(2026, 3, 6);
  private static final Caller OWNER = caller("NORTHVALE-CLDT", "clinician", "clinician-1");
  private static final Caller COLLEAGUE = caller("NORTHVALE-CLDT", "clinician", "clinician-2");
  private static final Caller PROVIDER_MANAGER = caller("OAKFIELD", "manager", "manager-1");
  private static final Caller COMMISSIONER = caller("COUNCIL", "commissioner", "commissioner-1");
  private static final OwningPlan PLAN =
      new OwningPlan(UUID.randomUUID(), UUID.randomUUID(), "OAKFIELD");

  /** Proposed by the provider to the CLDT. */
  private final Action action = action(Owner.someoneOf("NORTHVALE-CLDT", null), PROVIDER_MANAGER);

  private static Action action(Owner owner, Caller by) {
    return action(owner, by, Course.NONE);
  }

  private static Action action(Owner owner, Caller by, Course course) {
    return new Action(PLAN, "ACT-26-000001", terms(DUE), owner, course, null, null, by, NOW);
  }

  private static Terms terms(LocalDate due) {
    return new Terms(
        "Fit acoustic panels in the lounge",
        Party.PARTNER,
        "clinician",
        due,
        "Photographs",
        "Calm lounge",
        "Incidents",
        "Fewer than two",
        OutcomeDomain.ENVIRONMENT,
        Priority.HIGH,
        "Noise");
  }

  private static Owner named(String agency, String name, String user) {
    return new Owner(agency, null, name, user);
  }

  private static Caller caller(String agency, String role, String user) {
    return new Caller(agency, null, user, Set.of(role));
  }

  private static List<Evidence> evidence() {
    return List.of(
        new Evidence(EvidenceKind.NOTE, null, "done", null, NOW, OWNER.agency(), OWNER.userId()));
  }

  private static void assertRefused(ProblemType type, ThrowingCallable transition) {
    assertThatThrownBy(transition)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }

  private void accept() {
    action.accept(named("NORTHVALE-CLDT", "Priya Nair", "clinician-2"), null, OWNER, NOW);
  }

  private List<ActionEvent> complete() {
    return action.complete(evidence(), null, List.of(), OWNER, NOW);
  }

  private List<ActionEvent> verify(Impact impact, Caller caller) {
    return action.verify(impact, "found", null, null, caller, NOW);
  }

  @Test
  void whatAnotherAgencyIsToDoIsAskedOfIt() {
    assertThat(action.status()).isEqualTo(ActionStatus.PROPOSED);
    assertThat(action.added())
        .isInstanceOfSatisfying(
            ActionProposed.class,
            event -> {
              assertThat(event.what().ownerAgency()).isEqualTo("NORTHVALE-CLDT");
              assertThat(event.what().dueOn()).isEqualTo(DUE);
              assertThat(event.occurredAt()).isEqualTo(NOW);
            });
    // a name that another agency gives is a suggestion
    assertThat(action(named("NORTHVALE-CLDT", "Priya Nair", null), PROVIDER_MANAGER).status())
        .isEqualTo(ActionStatus.PROPOSED);
  }

  @Test
  void whatAnAgencyWordsForItselfIsAgreedOnceItNamesWhoDoesIt() {
    assertThat(action(Owner.someoneOf("OAKFIELD", null), PROVIDER_MANAGER).status())
        .isEqualTo(ActionStatus.PROPOSED);
    Action own = action(named("OAKFIELD", "Sam Whitlock", null), PROVIDER_MANAGER);
    assertThat(own.status()).isEqualTo(ActionStatus.OPEN);
    assertThat(own.added()).isInstanceOf(ActionAgreed.class);
    // what the service itself adds is nobody's own
    assertThat(action(named("OAKFIELD", "x", null), Caller.SYSTEM_CALLER).status())
        .isEqualTo(ActionStatus.PROPOSED);
  }

  @Test
  void theAgencyAskedTakesItOnByName() {
    var who = named("NORTHVALE-CLDT", "Priya Nair", null);
    assertRefused(ProblemType.FORBIDDEN, () -> action.accept(who, null, PROVIDER_MANAGER, NOW));
    assertThat(action.accept(who, "practitioner", OWNER, NOW).what().ownerRole())
        .isEqualTo("practitioner");
    assertThat(action.status()).isEqualTo(ActionStatus.OPEN);
    assertThat(action.ownerName()).isEqualTo("Priya Nair");
    assertRefused(ProblemType.CONFLICT, () -> action.accept(who, null, OWNER, NOW));
  }

  @Test
  void theAgencyAskedMayDeclineAndThinkAgain() {
    assertRefused(ProblemType.FORBIDDEN, () -> action.decline("not ours", PROVIDER_MANAGER, NOW));
    action.decline("not ours", OWNER, NOW);
    assertThat(action.status()).isEqualTo(ActionStatus.DECLINED);
    assertThat(action.agreement(Change.DECLINED).reason()).isEqualTo("not ours");
    assertThat(action.isOverdue(DUE.plusDays(1))).isTrue();
    assertRefused(ProblemType.CONFLICT, () -> action.decline("again", OWNER, NOW));
    assertRefused(ProblemType.CONFLICT, this::complete);
    accept();
    assertThat(action.status()).isEqualTo(ActionStatus.OPEN);
    assertThat(action.declineReason()).isNull();
    assertRefused(ProblemType.CONFLICT, () -> action.decline("too late", OWNER, NOW));
  }

  @Test
  void theProviderOrWhoProposedItAsksAnotherAgency() {
    accept();
    action.start(null, List.of(), OWNER, NOW);
    assertRefused(
        ProblemType.FORBIDDEN,
        () -> action.reassign(named("SURGERY", null, null), null, "why", COMMISSIONER, NOW));
    assertRefused(
        ProblemType.FORBIDDEN,
        () -> action.reassign(named("SURGERY", null, null), null, "why", OWNER, NOW));
    action.reassign(named("SURGERY", "Dr Hart", null), "clinician", "why", PROVIDER_MANAGER, NOW);
    assertThat(action.status()).isEqualTo(ActionStatus.PROPOSED);
    assertThat(action.ownerAgency()).isEqualTo("SURGERY");
    assertThat(action.startedAt()).isNull();
    // the provider takes it back itself, in a name
    action.reassign(named("OAKFIELD", "Sam Whitlock", null), null, "late", PROVIDER_MANAGER, NOW);
    assertThat(action.status()).isEqualTo(ActionStatus.OPEN);
  }

  @Test
  void withinAnAgencyItIsHandedOnByNameAndStaysAgreed() {
    accept();
    action.start(null, List.of(), OWNER, NOW);
    assertRefused(
        ProblemType.INVALID,
        () -> action.reassign(Owner.someoneOf("NORTHVALE-CLDT", null), null, "x", OWNER, NOW));
    action.reassign(named("NORTHVALE-CLDT", "Jo Marsh", null), null, "leave", OWNER, NOW);
    assertThat(action.status()).isEqualTo(ActionStatus.STARTED);
    assertThat(action.ownerName()).isEqualTo("Jo Marsh");
  }

  @Test
  void changedByAnotherTheOwnerHasToAgreeAgain() {
    accept();
    action.start(null, List.of(), OWNER, NOW);
    var amended =
        action.amend(
            terms(DUE.minusDays(1)),
            named("NORTHVALE-CLDT", null, null),
            Course.NONE,
            PROVIDER_MANAGER,
            NOW);
    assertThat(amended.status()).isEqualTo(ActionStatus.PROPOSED);
    assertThat(action.ownerName()).isEqualTo("Priya Nair");
    accept();
    assertThat(action.status()).isEqualTo(ActionStatus.STARTED);
    assertThat(
            action
                .amend(terms(DUE), named("NORTHVALE-CLDT", null, null), Course.NONE, OWNER, NOW)
                .status())
        .isEqualTo(ActionStatus.STARTED);
    assertRefused(
        ProblemType.FORBIDDEN,
        () ->
            action.amend(
                terms(DUE), named("NORTHVALE-CLDT", null, null), Course.NONE, COMMISSIONER, NOW));
    complete();
    assertRefused(
        ProblemType.CONFLICT,
        () ->
            action.amend(terms(DUE), named("NORTHVALE-CLDT", null, null), Course.NONE, OWNER, NOW));
  }

  @Test
  void whatWasReachedAndReviewedOutlivesNewTerms() {
    Milestone ordered = Milestone.of("Ordered", TODAY);
    Action own =
        action(
            named("OAKFIELD", "Sam", null),
            PROVIDER_MANAGER,
            new Course(
                List.of(ordered, Milestone.of("Fitted", DUE)), List.of(TODAY, DUE), Set.of()));
    own.reach(1, PROVIDER_MANAGER, NOW);
    own.review(true, "on the way", PROVIDER_MANAGER, NOW);
    own.amend(
        terms(DUE),
        named("OAKFIELD", null, null),
        new Course(
            List.of(ordered, Milestone.of("Painted", DUE)),
            List.of(TODAY, DUE.minusDays(1)),
            Set.of()),
        PROVIDER_MANAGER,
        NOW);
    assertThat(own.milestones()).extracting(Milestone::title).containsExactly("Ordered", "Painted");
    assertThat(own.milestones()).extracting(Milestone::isReached).containsExactly(true, false);
    assertThat(own.reviewPoints())
        .extracting(ReviewPoint::reviewOn, ReviewPoint::isAnswered)
        .containsExactly(tuple(TODAY, true), tuple(DUE.minusDays(1), false));
  }

  @Test
  void milestonesAreReachedOnceByTheOwner() {
    Action own =
        action(
            named("OAKFIELD", "Sam", null),
            PROVIDER_MANAGER,
            new Course(List.of(Milestone.of("Ordered", DUE)), List.of(), Set.of()));
    assertRefused(ProblemType.FORBIDDEN, () -> own.reach(1, OWNER, NOW));
    assertRefused(ProblemType.NOT_FOUND, () -> own.reach(0, PROVIDER_MANAGER, NOW));
    assertRefused(ProblemType.NOT_FOUND, () -> own.reach(2, PROVIDER_MANAGER, NOW));
    assertThat(own.reach(1, PROVIDER_MANAGER, NOW).position()).isEqualTo(1);
    assertRefused(ProblemType.CONFLICT, () -> own.reach(1, PROVIDER_MANAGER, NOW));
  }

  @Test
  void aReviewAnswersEveryPointThatHasComeOrElseTheNext() {
    Action own =
        action(
            named("OAKFIELD", "Sam", null),
            PROVIDER_MANAGER,
            new Course(
                List.of(), List.of(TODAY.minusDays(1), TODAY, DUE.minusDays(1), DUE), Set.of()));
    own.review(true, "fine", COMMISSIONER, NOW);
    assertThat(own.reviewPoints())
        .extracting(ReviewPoint::isAnswered)
        .containsExactly(true, true, false, false);
    own.review(false, "stuck", COMMISSIONER, NOW);
    assertThat(own.reviewPoints())
        .extracting(ReviewPoint::onTrack)
        .containsExactly(true, true, false, null);
    own.review(true, "moving", COMMISSIONER, NOW);
    assertRefused(ProblemType.CONFLICT, () -> own.review(true, "more", COMMISSIONER, NOW));
  }

  @Test
  void theDayOfAReviewPointIsToldOnceWhileItIsToBeDone() {
    Course course = new Course(List.of(), List.of(TODAY, DUE), Set.of());
    Action own = action(named("OAKFIELD", "Sam", null), PROVIDER_MANAGER, course);
    assertThat(own.tellReviewDue(TODAY.minusDays(1), NOW)).isEmpty();
    assertThat(own.tellReviewDue(TODAY, NOW).orElseThrow().reviewOn()).isEqualTo(TODAY);
    assertThat(own.tellReviewDue(TODAY, NOW)).isEmpty();
    assertThat(own.nextReviewDay()).contains(DUE);
    own.complete(evidence(), null, List.of(), PROVIDER_MANAGER, NOW);
    assertThat(own.nextReviewDay()).isEmpty();
    assertThat(own.tellReviewDue(DUE, NOW)).isEmpty();
  }

  @Test
  void whatItDependsOnComesFirst() {
    accept();
    assertRefused(ProblemType.CONFLICT, () -> action.start(null, List.of(action), OWNER, NOW));
    assertRefused(
        ProblemType.CONFLICT, () -> action.complete(evidence(), null, List.of(action), OWNER, NOW));
    assertThat(action.status()).isEqualTo(ActionStatus.OPEN);
  }

  @Test
  void startingOrCompletingTakesAProposalOn() {
    assertThat(action.start("Priya Nair", List.of(), OWNER, NOW))
        .satisfiesExactly(
            agreed -> assertThat(agreed).isInstanceOf(ActionAgreed.class),
            started -> assertThat(started).isInstanceOf(ActionStarted.class));
    assertThat(action.status()).isEqualTo(ActionStatus.STARTED);
    assertThat(action.ownerName()).isEqualTo("Priya Nair");
    Action other = action(Owner.someoneOf("NORTHVALE-CLDT", null), PROVIDER_MANAGER);
    assertThat(other.complete(evidence(), null, List.of(), OWNER, NOW))
        .satisfiesExactly(
            agreed -> assertThat(agreed).isInstanceOf(ActionAgreed.class),
            completed -> assertThat(completed).isInstanceOf(ActionCompleted.class));
    assertThat(other.ownerName()).isEqualTo("clinician-1");
  }

  @Test
  void theOwnerCompletesItWithEvidence() {
    accept();
    assertThat(complete()).singleElement().isInstanceOf(ActionCompleted.class);
    assertThat(action.status()).isEqualTo(ActionStatus.COMPLETED);
    assertThat(action.evidence()).hasSize(1);
    assertThat(action.completedBy()).isEqualTo("clinician-1");
  }

  @Test
  void nobodyElseStartsOrCompletesIt() {
    assertRefused(
        ProblemType.FORBIDDEN,
        () -> action.complete(evidence(), null, List.of(), PROVIDER_MANAGER, NOW));
    assertRefused(
        ProblemType.FORBIDDEN, () -> action.start(null, List.of(), PROVIDER_MANAGER, NOW));
    assertThat(action.status()).isEqualTo(ActionStatus.PROPOSED);
    assertThat(action.evidence()).isEmpty();
  }

  @Test
  void onlyWhatIsToBeDoneIsCompleted() {
    complete();
    assertRefused(ProblemType.CONFLICT, this::complete);
    verify(Impact.ACHIEVED, COMMISSIONER);
    assertRefused(ProblemType.CONFLICT, this::complete);
    assertRefused(ProblemType.CONFLICT, () -> action.start(null, List.of(), OWNER, NOW));
  }

  @Test
  void achievedClosesIt() {
    complete();
    var events = verify(Impact.ACHIEVED, COLLEAGUE);
    assertThat(action.status()).isEqualTo(ActionStatus.VERIFIED);
    assertThat(action.verifiedAt()).isEqualTo(NOW);
    assertThat(events).hasSize(1).first().isInstanceOf(ActionVerified.class);
  }

  @Test
  void notOrPartlyAchievedOpensItAgainAndKeepsWhatWasShown() {
    for (Impact impact : List.of(Impact.PARTIALLY_ACHIEVED, Impact.NOT_ACHIEVED)) {
      complete();
      var events = verify(impact, COLLEAGUE);
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
  void aFollowUpTakesOnWhatWasNotAchieved() {
    complete();
    UUID followUp = UUID.randomUUID();
    assertThat(action.verify(Impact.NOT_ACHIEVED, "found", null, followUp, COLLEAGUE, NOW))
        .singleElement()
        .isInstanceOfSatisfying(
            ActionVerified.class, event -> assertThat(event.followUpId()).isEqualTo(followUp));
    assertThat(action.status()).isEqualTo(ActionStatus.VERIFIED);
    assertThat(action.checks()).extracting(Check::followUpId).containsExactly(followUp);
  }

  @Test
  void tooEarlyToSayLeavesItToBeCheckedOnADay() {
    complete();
    assertThat(action.verify(Impact.TOO_EARLY_TO_SAY, "found", DUE, null, COLLEAGUE, NOW))
        .hasSize(1);
    assertThat(action.status()).isEqualTo(ActionStatus.COMPLETED);
    assertThat(action.tellCheckDue(DUE.minusDays(1), NOW)).isEmpty();
    assertThat(action.tellCheckDue(DUE, NOW).orElseThrow().checkAgainOn()).isEqualTo(DUE);
    verify(Impact.ACHIEVED, COLLEAGUE);
    assertThat(action.status()).isEqualTo(ActionStatus.VERIFIED);
    assertThat(action.tellCheckDue(DUE, NOW)).isEmpty();
  }

  @Test
  void neitherWhoCompletedItNorItsNamedOwnerVerifiesIt() {
    accept();
    complete();
    for (Caller owner : List.of(OWNER, COLLEAGUE)) {
      assertRefused(ProblemType.FORBIDDEN, () -> verify(Impact.ACHIEVED, owner));
    }
    assertThat(action.status()).isEqualTo(ActionStatus.COMPLETED);
    assertThat(action.checks()).isEmpty();
    verify(Impact.ACHIEVED, caller("NORTHVALE-CLDT", "manager", "manager-9"));
    assertThat(action.status()).isEqualTo(ActionStatus.VERIFIED);
  }

  @Test
  void onlyACompletedActionIsVerified() {
    assertRefused(ProblemType.CONFLICT, () -> verify(Impact.ACHIEVED, COLLEAGUE));
    complete();
    verify(Impact.ACHIEVED, COLLEAGUE);
    assertRefused(ProblemType.CONFLICT, () -> verify(Impact.NOT_ACHIEVED, COLLEAGUE));
  }

  @Test
  void aManagerOfTheProviderWithdrawsItOpenOrCompleted() {
    complete();
    action.withdraw("moved out", PROVIDER_MANAGER, NOW);
    assertThat(action.status()).isEqualTo(ActionStatus.WITHDRAWN);
    assertThat(action.agreement(Change.WITHDRAWN).reason()).isEqualTo("moved out");
  }

  @Test
  void theOwnerOrWhoProposedItWithdrawsIt() {
    action.withdraw("moved out", OWNER, NOW);
    assertThat(action.status()).isEqualTo(ActionStatus.WITHDRAWN);
    Action asked = action(Owner.someoneOf("NORTHVALE-CLDT", null), COMMISSIONER);
    asked.withdraw("settled otherwise", COMMISSIONER, NOW);
    assertThat(asked.status()).isEqualTo(ActionStatus.WITHDRAWN);
  }

  @Test
  void nobodyElseWithdrawsIt() {
    assertRefused(ProblemType.FORBIDDEN, () -> action.withdraw("moved out", COMMISSIONER, NOW));
    assertRefused(
        ProblemType.FORBIDDEN,
        () -> action.withdraw("x", caller("OAKFIELD", "clinician", "c"), NOW));
    assertThat(action.status()).isEqualTo(ActionStatus.PROPOSED);
  }

  @Test
  void whatIsSettledStaysAsItIs() {
    action.withdraw("moved out", OWNER, NOW);
    assertRefused(ProblemType.CONFLICT, () -> action.withdraw("again", OWNER, NOW));
    assertRefused(ProblemType.CONFLICT, this::complete);
    assertRefused(ProblemType.CONFLICT, this::accept);
    assertRefused(ProblemType.CONFLICT, () -> verify(Impact.ACHIEVED, COLLEAGUE));
    assertRefused(ProblemType.CONFLICT, () -> action.extend(DUE.plusDays(1)));
  }

  @Test
  void aVerifiedActionIsNotWithdrawn() {
    complete();
    verify(Impact.ACHIEVED, COLLEAGUE);
    assertRefused(ProblemType.CONFLICT, () -> action.withdraw("x", OWNER, NOW));
  }

  @Test
  void itIsOverdueWhenItsDayHasEndedAndThatIsToldOnceForEachDay() {
    assertThat(action.isOverdue(DUE)).isFalse();
    assertThat(action.tellOverdue(DUE, NOW)).isEmpty();
    assertThat(action.isOverdue(DUE.plusDays(1))).isTrue();
    assertThat(action.tellOverdue(DUE.plusDays(1), NOW)).isPresent();
    assertThat(action.tellOverdue(DUE.plusDays(2), NOW)).isEmpty();
    assertRefused(ProblemType.INVALID, () -> action.extend(DUE));
    assertThat(action.extend(DUE.plusDays(7))).isEqualTo(DUE);
    assertThat(action.isOverdue(DUE.plusDays(7))).isFalse();
    assertThat(action.tellOverdue(DUE.plusDays(8), NOW)).isPresent();
  }

  @Test
  void whatWasCompletedIsNotOverdue() {
    complete();
    assertThat(action.isOverdue(DUE.plusDays(1))).isFalse();
    assertThat(action.tellOverdue(DUE.plusDays(1), NOW)).isEmpty();
    verify(Impact.NOT_ACHIEVED, COLLEAGUE);
    assertThat(action.tellOverdue(DUE.plusDays(1), NOW)).isPresent();
  }

  @Test
  void anAgencyThatJoinsIsAskedInPlaceOfWhoHeldIt() {
    Action held = action(new Owner("OAKFIELD", "GP", "Sam", null), PROVIDER_MANAGER);
    assertThat(held.status()).isEqualTo(ActionStatus.OPEN);
    var event = held.handOver("SURGERY", NOW);
    assertThat(held.ownerAgency()).isEqualTo("SURGERY");
    assertThat(held.ownerAgencyMissing()).isNull();
    assertThat(held.ownerName()).isNull();
    assertThat(held.status()).isEqualTo(ActionStatus.PROPOSED);
    assertThat(event.ownerAgency()).isEqualTo("SURGERY");
  }
}
