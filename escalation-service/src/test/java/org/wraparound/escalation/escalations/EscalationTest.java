package org.wraparound.escalation.escalations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.CodeListAssert;
import org.wraparound.escalation.policies.Comparison;
import org.wraparound.escalation.policies.Fact;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.SeenFact;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

class EscalationTest {
  private static final Instant RAISED = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = RAISED.plusSeconds(600);
  private static final Caller MANAGER = new Caller("OAKFIELD", "PROVIDER", "m", Set.of("manager"));
  private static final Caller LEAD =
      new Caller("BRIDGESHIRE", "LOCAL_AUTHORITY_SAFEGUARDING", "s", Set.of("safeguarding-lead"));
  private static final Caller CLDT = new Caller("NORTHVALE", "CLDT", "c", Set.of("clinician"));
  private static final DecideEscalation MEETING =
      new DecideEscalation(Decision.MEETING, "They need to sit together on this.", true, null);
  private static final CloseEscalation DONE = new CloseEscalation("The meeting was held.");

  private static Escalation escalation(String recipient) {
    UUID incident = UUID.randomUUID();
    Rule.Routing routing =
        new Rule.Routing(
            Route.SAFEGUARDING_ADULTS, Duration.ofHours(4), Duration.ofDays(2), List.of());
    Rule rule =
        new Rule(
            "ALLEGATION_OF_ABUSE",
            "REPORTABLE",
            "title",
            "why",
            new Comparison(Fact.ALLEGATION_TYPE, null, null, true),
            List.of(routing),
            true);
    return new Escalation(
        new Firing(
            UUID.randomUUID(),
            rule,
            1,
            UUID.randomUUID(),
            "OAKFIELD",
            incident,
            List.of(incident),
            List.of(new SeenFact("allegationType", "any", "PHYSICAL", incident))),
        routing,
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
    assertThat(escalation.decideBy()).isEqualTo(RAISED.plus(Duration.ofDays(2)));
    assertThat(escalation.log())
        .extracting(LogEntry::kind, LogEntry::detail)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LogEntry.Kind.RAISED, "ALLEGATION_OF_ABUSE"),
            org.assertj.core.groups.Tuple.tuple(LogEntry.Kind.DIRECTED, "BRIDGESHIRE"));
    assertThat(escalation.raised(List.of(), true).facts())
        .containsExactly(new EscalationEvent.RaisedOn("allegationType", "PHYSICAL"));
  }

  @Test
  void whenNobodyOfThatTypeIsInTheCircleTheLogSaysSo() {
    Escalation escalation = escalation(null);
    assertThat(escalation.recipientAgency()).isNull();
    assertThat(escalation.log().get(1).kind()).isEqualTo(LogEntry.Kind.NOBODY_IN_CIRCLE);
    assertThat(escalation.log().get(1).detail()).isEqualTo("LOCAL_AUTHORITY_SAFEGUARDING");
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
  void unansweredItClimbsToTheTopAndNoFurther() {
    Escalation escalation = raised();
    assertThat(escalation.climb(Unanswered.NOT_ACKNOWLEDGED, 2, LATER).orElseThrow().step())
        .isEqualTo(1);
    assertThat(escalation.climb(Unanswered.NOT_ACKNOWLEDGED, 2, LATER).orElseThrow().step())
        .isEqualTo(2);
    assertThat(escalation.climb(Unanswered.NOT_ACKNOWLEDGED, 2, LATER)).isEmpty();
    assertThat(escalation.log())
        .filteredOn(entry -> entry.kind() == LogEntry.Kind.CLIMBED)
        .extracting(LogEntry::step)
        .containsExactly(1, 2);
  }

  @Test
  void acknowledgedItClimbsOnlyForWantOfADecisionAndFromTheStart() {
    Escalation escalation = raised();
    assertThat(escalation.climb(Unanswered.NOT_DECIDED, 3, LATER)).isEmpty();
    escalation.climb(Unanswered.NOT_ACKNOWLEDGED, 3, LATER);
    escalation.acknowledge(LEAD, LATER);
    assertThat(escalation.step()).isZero();
    assertThat(escalation.climb(Unanswered.NOT_ACKNOWLEDGED, 3, LATER)).isEmpty();
    assertThat(escalation.climb(Unanswered.NOT_DECIDED, 3, LATER).orElseThrow().because())
        .isEqualTo(Unanswered.NOT_DECIDED);
    escalation.decide(MEETING, LEAD, LATER);
    assertThat(escalation.climb(Unanswered.NOT_DECIDED, 3, LATER)).isEmpty();
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
    assertRefused(
        () ->
            new DecideEscalation(Decision.MEETING, "A reason that is long enough.", false, null)
                .mustExplainSafety(),
        ProblemType.INVALID);
    new DecideEscalation(
            Decision.MEETING,
            "A reason that is long enough.",
            false,
            "Staff are on their way and report back by ten.")
        .mustExplainSafety();
  }

  @Test
  void theListsServedAreThoseTheCodeReliesOn() {
    CodeListAssert.assertSame("escalation-decision", Decision.values());
    CodeListAssert.assertSame("escalation-status", Status.values());
  }
}
