package org.wraparound.escalation.escalations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.CodeListAssert;
import org.wraparound.escalation.notices.NotTold;
import org.wraparound.escalation.policies.ClockKind;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.SeenFact;
import org.wraparound.escalation.policies.Trigger;
import org.wraparound.escalation.policies.WorkingHours;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

class EscalationTest {
  private static final Instant RAISED = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = RAISED.plusSeconds(600);
  private static final Caller MANAGER = new Caller("OAKFIELD", "PROVIDER", "m", Set.of("manager"));
  private static final Caller LEAD =
      new Caller("BRIDGESHIRE", "COMMISSIONER", "s", Set.of("commissioner"));
  private static final Caller CLDT = new Caller("NORTHVALE", "CLDT", "c", Set.of("clinician"));
  private static final DecideEscalation MEETING =
      new DecideEscalation(
          Decision.MEETING,
          "They need to sit together on this.",
          true,
          null,
          null,
          null,
          null,
          null,
          null);
  private static final List<Rule.Step> LADDER =
      List.of(new Rule.Step(1, Duration.ZERO, null), new Rule.Step(3, Duration.ofHours(2), null));
  private static final Duration LONGEST = Duration.ofDays(10);
  private static final String REASON = "She is in hospital until the end of the week.";
  private static final CloseEscalation DONE = new CloseEscalation("The meeting was held.");

  private static Escalation escalation(String recipient) {
    return escalation(recipient, ClockKind.ELAPSED, true, LADDER);
  }

  private static Escalation escalation(
      String recipient, ClockKind clock, boolean highestTier, List<Rule.Step> ladder) {
    UUID incident = UUID.randomUUID();
    Rule.Routing routing =
        new Rule.Routing(
            Route.COMMISSIONER,
            clock,
            Duration.ofHours(4),
            Duration.ofDays(2),
            ladder,
            false,
            List.of());
    return new Escalation(
        new Firing(
            UUID.randomUUID(),
            "ALLEGATION_OF_ABUSE",
            "REPORTABLE",
            "title",
            "why",
            1,
            new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
            List.of(routing),
            true,
            UUID.randomUUID(),
            "OAKFIELD",
            Trigger.INCIDENT,
            incident,
            "ELM-HOUSE",
            List.of(incident),
            List.of(incident),
            List.of(new SeenFact("allegationType", "any", "PHYSICAL", incident)),
            null,
            null),
        routing,
        highestTier,
        "ESC-26-000001",
        Optional.ofNullable(recipient),
        RAISED);
  }

  private static Escalation raised() {
    return escalation("BRIDGESHIRE");
  }

  private static Escalation acknowledged() {
    Escalation escalation = raised();
    escalation.acknowledge(LEAD, LATER);
    return escalation;
  }

  private static Escalation decided() {
    Escalation escalation = acknowledged();
    escalation.decide(MEETING, MANAGER, LATER);
    return escalation;
  }

  private static void assertRefused(Runnable transition, ProblemType why) {
    assertThatThrownBy(transition::run)
        .asInstanceOf(type(ProblemException.class))
        .extracting(ProblemException::type)
        .isEqualTo(why);
  }

  @Test
  void itIsRaisedWithItsClocksAndSaysWhomItWentTo() {
    Escalation escalation = raised();
    assertThat(escalation.status()).isEqualTo(Status.RAISED);
    assertThat(escalation.acknowledgeBy()).isEqualTo(RAISED.plus(Duration.ofHours(4)));
    assertThat(escalation.decideBy())
        .isEqualTo(escalation.acknowledgeBy().plus(Duration.ofDays(2)));
    assertThat(escalation.log())
        .extracting(LogEntry::kind, LogEntry::detail)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LogEntry.Kind.RAISED, "ALLEGATION_OF_ABUSE"),
            org.assertj.core.groups.Tuple.tuple(LogEntry.Kind.DIRECTED, "BRIDGESHIRE"));
    assertThat(escalation.raised(true).facts())
        .containsExactly(new EscalationEvent.RaisedOn("allegationType", "PHYSICAL"));
  }

  @Test
  void whenNobodyOfThatTypeIsInTheCircleTheLogSaysSo() {
    Escalation escalation = escalation(null);
    assertThat(escalation.recipientAgency()).isNull();
    assertThat(escalation.log().get(1).kind()).isEqualTo(LogEntry.Kind.NOBODY_IN_CIRCLE);
    assertThat(escalation.log().get(1).detail()).isEqualTo("COMMISSIONER");
    escalation.acknowledge(MANAGER, LATER);
    assertThat(escalation.status()).isEqualTo(Status.ACKNOWLEDGED);
  }

  @Test
  void theRecipientOrTheProviderAnswersAndNobodyElse() {
    assertThat(raised().acknowledge(LEAD, LATER).acknowledgedAt()).isEqualTo(LATER);
    assertThat(raised().acknowledge(MANAGER, LATER).acknowledgedAt()).isEqualTo(LATER);
    Caller unattached = new Caller(null, null, "x", Set.of("manager"));
    for (Caller other : List.of(CLDT, unattached)) {
      assertRefused(() -> raised().acknowledge(other, LATER), ProblemType.FORBIDDEN);
      assertRefused(() -> acknowledged().decide(MEETING, other, LATER), ProblemType.FORBIDDEN);
      assertRefused(() -> decided().close(DONE, other, LATER), ProblemType.FORBIDDEN);
    }
  }

  @Test
  void itGoesFromRaisedToClosedStepByStep() {
    Escalation escalation = acknowledged();
    assertThat(escalation.status()).isEqualTo(Status.ACKNOWLEDGED);
    assertThat(escalation.decide(MEETING, MANAGER, LATER).decision()).isEqualTo(Decision.MEETING);
    assertThat(escalation.status()).isEqualTo(Status.DECIDED);
    assertThat(escalation.close(DONE, LEAD, LATER).escalationId()).isEqualTo(escalation.id());
    assertThat(escalation.status()).isEqualTo(Status.CLOSED);
    assertThat(escalation.log())
        .extracting(LogEntry::kind)
        .endsWith(LogEntry.Kind.ACKNOWLEDGED, LogEntry.Kind.DECIDED, LogEntry.Kind.CLOSED);
    assertThat(escalation.log().get(3).agency()).isEqualTo("OAKFIELD");
    assertThat(escalation.log().get(3).roles()).containsExactly("manager");
  }

  @Test
  void noStepIsSkippedOrTakenTwice() {
    assertRefused(() -> raised().decide(MEETING, LEAD, LATER), ProblemType.CONFLICT);
    assertRefused(() -> raised().close(DONE, LEAD, LATER), ProblemType.CONFLICT);
    assertRefused(() -> acknowledged().acknowledge(LEAD, LATER), ProblemType.CONFLICT);
    assertRefused(() -> acknowledged().close(DONE, LEAD, LATER), ProblemType.CONFLICT);
    assertRefused(() -> decided().acknowledge(LEAD, LATER), ProblemType.CONFLICT);
    assertRefused(() -> decided().decide(MEETING, LEAD, LATER), ProblemType.CONFLICT);
    Escalation closed = decided();
    closed.close(DONE, LEAD, LATER);
    assertRefused(() -> closed.close(DONE, LEAD, LATER), ProblemType.CONFLICT);
  }

  @Test
  void itGoesUpTheLadderAtTheTimesThatThePolicySays() {
    Escalation escalation = raised();
    assertThat(escalation.nextStepAt()).contains(RAISED);
    assertThat(escalation.takeNextStep().tier()).isEqualTo(1);
    assertThat(escalation.nextStepAt()).contains(RAISED.plus(Duration.ofHours(2)));
    var climbed = escalation.climb(Unanswered.NOT_ACKNOWLEDGED, LATER).orElseThrow();
    assertThat(climbed.step()).isEqualTo(2);
    assertThat(climbed.tier()).isEqualTo(3);
    assertThat(escalation.takeNextStep().tier()).isEqualTo(3);
    assertThat(escalation.nextStepAt()).isEmpty();
    assertThat(escalation.climb(Unanswered.NOT_ACKNOWLEDGED, LATER)).isEmpty();
    assertThat(escalation.log())
        .filteredOn(entry -> entry.kind() == LogEntry.Kind.CLIMBED)
        .extracting(LogEntry::step)
        .containsExactly(2);
  }

  @Test
  void aPolicyWithoutALadderTellsTheFirstTierAtOnce() {
    Escalation escalation = escalation("BRIDGESHIRE", ClockKind.ELAPSED, true, List.of());
    assertThat(escalation.nextStepAt()).contains(RAISED);
    assertThat(escalation.takeNextStep()).isEqualTo(new Rule.Step(1, Duration.ZERO, null));
    assertThat(escalation.hasNextStep()).isFalse();
  }

  @Test
  void acknowledgedItHasItsTimeToDecideAndThenClimbsFromTheFirstStep() {
    Escalation escalation = raised();
    escalation.takeNextStep();
    assertThat(escalation.waitsFor(Unanswered.NOT_DECIDED)).isFalse();
    escalation.acknowledge(LEAD, LATER);
    assertThat(escalation.decideBy()).isEqualTo(LATER.plus(Duration.ofDays(2)));
    assertThat(escalation.step()).isZero();
    assertThat(escalation.nextStepAt()).contains(escalation.decideBy());
    assertThat(escalation.climb(Unanswered.NOT_ACKNOWLEDGED, LATER)).isEmpty();
    assertThat(escalation.climb(Unanswered.NOT_DECIDED, LATER).orElseThrow().tier()).isEqualTo(1);
    escalation.decide(MEETING, LEAD, LATER);
    assertThat(escalation.waitsFor(Unanswered.NOT_DECIDED)).isFalse();
  }

  @Test
  void onTheWorkingClockNoTimePassesOverTheWeekend() {
    // 1 March 2026 is a Sunday
    Escalation escalation = escalation("BRIDGESHIRE", ClockKind.WORKING, true, LADDER);
    escalation.takeNextStep();
    assertThat(escalation.acknowledgeBy()).isEqualTo(Instant.parse("2026-03-02T13:00:00Z"));
    assertThat(escalation.nextStepAt()).contains(Instant.parse("2026-03-02T11:00:00Z"));
    escalation.acknowledge(LEAD, Instant.parse("2026-03-06T16:00:00Z"));
    assertThat(escalation.decideBy()).isEqualTo(Instant.parse("2026-03-10T16:00:00Z"));
  }

  @Test
  void aPauseMovesBothTimesAndTheLadderByAsLongAsItLasted() {
    Escalation escalation = escalation("BRIDGESHIRE", ClockKind.ELAPSED, false, LADDER);
    escalation.takeNextStep();
    Instant acknowledgeBy = escalation.acknowledgeBy();
    Instant decideBy = escalation.decideBy();
    escalation.pause(pauseUntil(LATER.plus(Duration.ofDays(3))), LONGEST, LEAD, LATER);
    assertThat(escalation.waitsFor(Unanswered.NOT_ACKNOWLEDGED)).isFalse();
    assertThat(escalation.isAcknowledgementOverdue(acknowledgeBy.plusSeconds(1))).isFalse();

    var resumed = escalation.resume(MANAGER, LATER.plus(Duration.ofHours(30)));
    assertThat(resumed.acknowledgeBy()).isEqualTo(acknowledgeBy.plus(Duration.ofHours(30)));
    assertThat(escalation.decideBy()).isEqualTo(decideBy.plus(Duration.ofHours(30)));
    assertThat(escalation.nextStepAt()).contains(RAISED.plus(Duration.ofHours(32)));
    assertThat(escalation.pauses())
        .singleElement()
        .satisfies(
            pause -> {
              assertThat(pause.userId()).isEqualTo("s");
              assertThat(pause.endedByUserId()).isEqualTo("m");
              assertThat(pause.reason()).isEqualTo(REASON);
            });
    assertThat(escalation.waitsFor(Unanswered.NOT_ACKNOWLEDGED)).isTrue();
  }

  @Test
  void aPauseOfTheWorkingClockCountsWorkingTimeOnly() {
    Escalation escalation = escalation("BRIDGESHIRE", ClockKind.WORKING, false, LADDER);
    Instant friday = Instant.parse("2026-03-06T16:00:00Z");
    escalation.acknowledge(LEAD, friday);
    escalation.pause(pauseUntil(Instant.parse("2026-03-09T11:00:00Z")), LONGEST, LEAD, friday);
    // three working hours: one on Friday, two on Monday
    escalation.resume(Caller.SYSTEM_CALLER, Instant.parse("2026-03-09T18:00:00Z"));
    assertThat(escalation.decideBy()).isEqualTo(Instant.parse("2026-03-11T11:00:00Z"));
    assertThat(escalation.nextStepAt()).contains(escalation.decideBy());
    assertThat(escalation.pauses().get(0).endedAt())
        .isEqualTo(Instant.parse("2026-03-09T11:00:00Z"));
  }

  @Test
  void whatIsOfTheHighestTierIsPausedOnlyAfterSomeoneTookItOn() {
    PauseEscalation pause = pauseUntil(LATER.plus(Duration.ofDays(1)));
    assertRefused(() -> raised().pause(pause, LONGEST, LEAD, LATER), ProblemType.CONFLICT);
    assertThat(acknowledged().pause(pause, LONGEST, LEAD, LATER).until()).isEqualTo(pause.until());
  }

  @Test
  void itIsPausedOnceWhileItsClocksRunAndNotForever() {
    Instant tomorrow = LATER.plus(Duration.ofDays(1));
    assertRefused(
        () -> decided().pause(pauseUntil(tomorrow), LONGEST, LEAD, LATER), ProblemType.CONFLICT);
    assertRefused(() -> acknowledged().resume(LEAD, LATER), ProblemType.CONFLICT);
    assertRefused(
        () -> acknowledged().pause(pauseUntil(tomorrow), LONGEST, CLDT, LATER),
        ProblemType.FORBIDDEN);
    assertRefused(
        () -> acknowledged().pause(pauseUntil(LATER), LONGEST, LEAD, LATER), ProblemType.INVALID);
    // ten working days after Sunday 1 March end on Friday 13 March
    acknowledged().pause(pauseUntil(Instant.parse("2026-03-14T00:00:00Z")), LONGEST, LEAD, LATER);
    assertRefused(
        () ->
            acknowledged()
                .pause(pauseUntil(Instant.parse("2026-03-14T00:00:01Z")), LONGEST, LEAD, LATER),
        ProblemType.INVALID);

    Escalation paused = acknowledged();
    paused.pause(pauseUntil(tomorrow), LONGEST, LEAD, LATER);
    assertRefused(
        () -> paused.pause(pauseUntil(tomorrow), LONGEST, LEAD, LATER), ProblemType.CONFLICT);
    assertRefused(() -> paused.resume(CLDT, LATER), ProblemType.FORBIDDEN);
  }

  private static PauseEscalation pauseUntil(Instant until) {
    return new PauseEscalation(REASON, until);
  }

  @Test
  void itIsOverdueFromItsTimeUntilItIsAnswered() {
    Escalation escalation = raised();
    Instant due = escalation.acknowledgeBy();
    assertThat(escalation.isAcknowledgementOverdue(due)).isFalse();
    assertThat(escalation.isAcknowledgementOverdue(due.plusNanos(1))).isTrue();
    assertThat(escalation.isDecisionOverdue(escalation.decideBy().plusNanos(1))).isTrue();
    Escalation answered = decided();
    assertThat(answered.isAcknowledgementOverdue(Instant.MAX)).isFalse();
    assertThat(answered.isDecisionOverdue(Instant.MAX)).isFalse();
  }

  @Test
  void safetyThatIsNotConfirmedMustBeExplained() {
    assertRefused(() -> unsafe(null).mustFit(), ProblemType.INVALID);
    unsafe("Staff are on their way and report back by ten.").mustFit();
  }

  private static DecideEscalation unsafe(String explanation) {
    return new DecideEscalation(
        Decision.MEETING,
        "A reason that is long enough.",
        false,
        explanation,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void theListsServedAreThoseTheCodeReliesOn() {
    CodeListAssert.assertSame("escalation-decision", Decision.values());
    CodeListAssert.assertSame("escalation-status", Status.values());
    CodeListAssert.assertSame("not-told-reason", NotTold.values());
  }
}
