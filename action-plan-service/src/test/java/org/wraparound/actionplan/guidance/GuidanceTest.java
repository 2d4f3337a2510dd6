package org.wraparound.actionplan.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.guidance.GuidanceEvent.GuidanceUnread;
import org.wraparound.actionplan.guidance.ShiftPage.Change;
import org.wraparound.kit.Caller;
import org.wraparound.kit.London;
import org.wraparound.kit.web.Problem;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;
import org.wraparound.kit.web.Violation;

class GuidanceTest {
  private static final Caller MANAGER =
      new Caller("OAKFIELD", "PROVIDER", "oakfield-manager", Set.of("manager"));
  private static final Caller PRACTITIONER =
      new Caller("OAKFIELD", "PROVIDER", "ann", Set.of("practitioner"));
  private static final Caller STRANGER =
      new Caller("ELMTREE", "PROVIDER", "elmtree-manager", Set.of("manager"));

  private final Instant now = Clock.systemUTC().instant();
  private final LocalDate today = London.dayOf(now);

  private Guidance draft(ShiftPage page) {
    return new Guidance(
        UUID.randomUUID(),
        UUID.randomUUID(),
        null,
        Set.of("ELM-HOUSE"),
        page,
        "GDN-26-000001",
        MANAGER,
        now);
  }

  private Guidance published() {
    Guidance guidance = draft(Pages.dan());
    guidance.publish(null, 3, today, MANAGER, now);
    return guidance;
  }

  private Reading reading(Guidance guidance) {
    return new Reading(guidance, new ReaderNamed("ann", "Ann Lee", null), today, MANAGER, now);
  }

  private static void refused(ThrowingCallable what, ProblemType type) {
    assertThatThrownBy(what)
        .asInstanceOf(type(ProblemException.class))
        .extracting(ProblemException::type)
        .isEqualTo(type);
  }

  private static List<String> fieldsRefused(ThrowingCallable what) {
    ProblemException refusal = catchThrowableOfType(ProblemException.class, what);
    Problem problem = refusal.problem("/", "");
    return problem.violations().stream().map(Violation::field).toList();
  }

  @Test
  void aVersionIsPublishedOnceAndEndsTheOneBeforeIt() {
    Guidance first = published();
    assertThat(first.status()).isEqualTo(GuidanceStatus.PUBLISHED);
    assertThat(first.number()).isEqualTo(1);

    Guidance second = draft(Pages.dan());
    var event = second.publish(first, 5, today.plusDays(7), MANAGER, now);
    first.supersede(now);
    assertThat(event.replaces()).isEqualTo(first.id());
    assertThat(event.number()).isEqualTo(2);
    assertThat(event.readers()).isEqualTo(5);
    assertThat(first.status()).isEqualTo(GuidanceStatus.SUPERSEDED);
    refused(() -> second.publish(first, 5, today, MANAGER, now), ProblemType.CONFLICT);
    refused(() -> first.withdraw("Wrong", MANAGER, now), ProblemType.CONFLICT);
  }

  @Test
  void whatIsPublishedIsNotChanged() {
    Guidance guidance = draft(Pages.empty());
    guidance.amend(Set.of(), Pages.dan(), MANAGER);
    assertThat(guidance.page()).isEqualTo(Pages.dan());
    guidance.publish(null, 1, today, MANAGER, now);
    refused(() -> guidance.amend(Set.of(), Pages.empty(), MANAGER), ProblemType.CONFLICT);
  }

  @Test
  void aPageWithAnEmptyPartIsNotPublished() {
    Guidance guidance = draft(Pages.empty());
    assertThat(fieldsRefused(() -> guidance.publish(null, 1, today, MANAGER, now)))
        .containsExactlyInAnyOrder(
            "page.earlySigns",
            "page.proactiveSteps",
            "page.deEscalationDo",
            "page.deEscalationDoNot",
            "page.recovery",
            "page.whenToCall",
            "page.toRecord",
            "page.questions");
    assertThat(guidance.status()).isEqualTo(GuidanceStatus.DRAFT);
  }

  @Test
  void theDayToReadItIsAheadAndNotFar() {
    Guidance guidance = draft(Pages.dan());
    for (LocalDate day : List.of(today.minusDays(1), today.plusDays(93))) {
      assertThat(fieldsRefused(() -> guidance.publish(null, 1, day, MANAGER, now)))
          .containsExactly("readBy");
    }
    guidance.publish(null, 1, today.plusDays(92), MANAGER, now);
  }

  @Test
  void onlyTheProviderDoesAnythingToIt() {
    Guidance draft = draft(Pages.dan());
    refused(() -> draft.amend(Set.of(), Pages.dan(), STRANGER), ProblemType.FORBIDDEN);
    refused(() -> draft.publish(null, 1, today, STRANGER, now), ProblemType.FORBIDDEN);
    refused(() -> draft.withdraw("Wrong", STRANGER, now), ProblemType.FORBIDDEN);
    refused(() -> published().nameReaders(1, today, STRANGER, now), ProblemType.FORBIDDEN);
  }

  @Test
  void aWithdrawnPageIsNotWorkedByAndADraftIsPutAsideInSilence() {
    Guidance guidance = published();
    assertThat(guidance.withdraw("He has moved", MANAGER, now)).isPresent();
    assertThat(guidance.status()).isEqualTo(GuidanceStatus.WITHDRAWN);
    refused(() -> guidance.withdraw("Again", MANAGER, now), ProblemType.CONFLICT);
    refused(() -> guidance.mustBeInForce("acknowledged"), ProblemType.CONFLICT);
    refused(() -> guidance.nameReaders(1, today, MANAGER, now), ProblemType.CONFLICT);
    guidance.supersede(now);
    assertThat(guidance.status()).isEqualTo(GuidanceStatus.WITHDRAWN);
    assertThat(draft(Pages.dan()).withdraw("Not needed", MANAGER, now)).isEmpty();
  }

  @Test
  void theChaseGoesOneStepFurtherEachTimeAndEndsWhenAllHaveReadIt() {
    Guidance guidance = published();
    ReadingTally late = new ReadingTally(guidance.id(), 3, 1, 2, 0, today.minusDays(1), null);
    assertThat(List.of(1, 2, 3, 4))
        .map(time -> guidance.chase(late, now).map(GuidanceUnread::step).orElseThrow())
        .containsExactly(ChaseStep.DUE, ChaseStep.REMINDER, ChaseStep.MANAGER, ChaseStep.MANAGER);
    ReadingTally inTime = new ReadingTally(guidance.id(), 3, 1, 0, 0, today, today);
    assertThat(guidance.chase(inTime, now)).isEmpty();
    guidance.supersede(now);
    assertThat(guidance.chase(late, now)).isEmpty();
  }

  @Test
  void whatChangedIsToldLineByLine() {
    ShiftPage before = Pages.dan();
    ShiftPage after =
        new ShiftPage(
            "Dan",
            List.of("Stops answering, hums", "Paces between window and door"),
            List.of("Warn of visitors", "Walk before tea"),
            before.deEscalationDo(),
            List.of(),
            before.recovery(),
            before.whenToCall(),
            before.toRecord(),
            before.questions(),
            before.advice());
    assertThat(after.changesSince(before))
        .containsExactly(
            new Change(
                Section.PROACTIVE_STEPS,
                List.of("Walk before tea"),
                List.of("Show the two-picture board before each change")),
            new Change(Section.DO_NOT, List.of(), List.of("Do not ask why")));
  }

  @Test
  void staffAcknowledgeThemselvesOrByTheirManager() {
    Guidance guidance = published();
    List<String> questions = guidance.page().questions();
    List<String> answers = List.of("He paces.", "The board.");
    refused(
        () -> reading(guidance).acknowledge(questions, answers, STRANGER, now),
        ProblemType.FORBIDDEN);
    Caller colleague = new Caller("OAKFIELD", "PROVIDER", "tom", Set.of("practitioner"));
    refused(
        () -> reading(guidance).acknowledge(questions, answers, colleague, now),
        ProblemType.FORBIDDEN);
    reading(guidance).acknowledge(questions, answers, MANAGER, now);

    Reading own = reading(guidance);
    assertThat(
            fieldsRefused(
                () -> own.acknowledge(questions, List.of("He paces."), PRACTITIONER, now)))
        .containsExactly("answers[1]");
    assertThat(
            fieldsRefused(
                () -> own.acknowledge(questions, List.of("a", "b", "c"), PRACTITIONER, now)))
        .containsExactly("answers[2]");
    own.acknowledge(questions, answers, PRACTITIONER, now);
    assertThat(own.answers()).isEqualTo(answers);
    refused(() -> own.acknowledge(questions, answers, PRACTITIONER, now), ProblemType.CONFLICT);
  }

  @Test
  void someoneElseAssessesTheAnswersAndSaysWhatToCoach() {
    Guidance guidance = published();
    Reading reading = reading(guidance);
    AssessAnswers understood = new AssessAnswers(Understanding.UNDERSTOOD, null);
    refused(() -> reading.assess(understood, MANAGER, now), ProblemType.CONFLICT);
    reading.acknowledge(guidance.page().questions(), List.of("He paces.", "?"), PRACTITIONER, now);
    refused(() -> reading.assess(understood, PRACTITIONER, now), ProblemType.FORBIDDEN);
    refused(() -> reading.assess(understood, STRANGER, now), ProblemType.FORBIDDEN);
    assertThat(
            fieldsRefused(
                () -> reading.assess(new AssessAnswers(Understanding.COACH, " "), MANAGER, now)))
        .containsExactly("note");
    reading.assess(new AssessAnswers(Understanding.COACH, "First step"), MANAGER, now);
    assertThat(reading.result()).isEqualTo(Understanding.COACH);
    reading.assess(understood, MANAGER, now);
    assertThat(reading.result()).isEqualTo(Understanding.UNDERSTOOD);
    assertThat(reading.note()).isNull();
  }

  @Test
  void anObservationIsOfLinesOfThePageWhileItWasInForce() {
    Guidance guidance = published();
    Instant later = now.plus(Duration.ofHours(2));
    assertThat(
            fieldsRefused(
                () ->
                    observe(guidance, now, later, item("P1"), item("P3"), item("P1"), item("C1"))))
        .containsExactly("items[1].step", "items[2].step");
    assertThat(fieldsRefused(() -> observe(guidance, later.plusSeconds(1), later, item("P1"))))
        .containsExactly("observedAt");
    assertThat(fieldsRefused(() -> observe(guidance, now.minusSeconds(1), later, item("P1"))))
        .containsExactly("observedAt");
    guidance.supersede(now.plusSeconds(60));
    assertThat(fieldsRefused(() -> observe(guidance, now.plusSeconds(61), later, item("P1"))))
        .containsExactly("observedAt");
    assertThat(fieldsRefused(() -> observe(draft(Pages.dan()), now, later, item("P1"))))
        .containsExactly("observedAt");
    assertThat(observe(guidance, now.plusSeconds(59), later, item("P1")).observed().seen())
        .isEqualTo(1);
  }

  private static RecordObservation.Item item(String step) {
    return new RecordObservation.Item(step, StepResult.SEEN);
  }

  private static PracticeObservation observe(
      Guidance guidance, Instant observedAt, Instant at, RecordObservation.Item... items) {
    return new PracticeObservation(
        guidance,
        new RecordObservation(observedAt, "ELM-HOUSE", List.of(items), null),
        MANAGER,
        at);
  }
}
