package org.wraparound.escalation.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.CodeListAssert;
import org.wraparound.escalation.communication.SafeCommunication;
import org.wraparound.escalation.disclosures.Basis;
import org.wraparound.escalation.disclosures.Consent;
import org.wraparound.escalation.disclosures.DisclosedContent;
import org.wraparound.escalation.disclosures.RecordReference;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;
import org.wraparound.kit.web.Violation;

class ReferralTest {
  private static final Instant DRAFTED = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant SENT = DRAFTED.plusSeconds(600);
  private static final Instant ANSWER_BY = SENT.plus(Duration.ofDays(1));
  private static final Instant LATER = SENT.plusSeconds(3600);
  private static final LocalDate LAST_DAY_OF_REST = LocalDate.parse("2026-05-25");
  private static final Caller SENDER = new Caller("OAKFIELD", "PROVIDER", "m", Set.of("manager"));
  private static final Caller RECIPIENT =
      new Caller("BRIDGESHIRE", "LOCAL_AUTHORITY_SAFEGUARDING", "s", Set.of("safeguarding-lead"));
  private static final Caller OTHER = new Caller("NORTHVALE", "CLDT", "c", Set.of("clinician"));
  private static final SendReferral AGREED =
      new SendReferral(
          new Consent(Consent.Answer.GIVEN, LocalDate.parse("2026-03-01"), null), null, null, null);
  private static final ReferralContent COMPLETE =
      new ReferralContent(
          "BRIDGESHIRE",
          Purpose.SAFEGUARDING_CONCERN,
          null,
          "She is afraid.",
          null,
          "Please decide.",
          "To be safe.",
          null);

  private static final Source.FromIncident INCIDENT =
      new Source.FromIncident(
          UUID.randomUUID(), DRAFTED, Map.of("kind", List.of("DISTRESSED_BEHAVIOUR")));

  private static Referral draft(ReferralContent content) {
    return new Referral(
        UUID.randomUUID(),
        "REF-26-000001",
        content,
        new Source(null, List.of(INCIDENT)),
        SENDER,
        DRAFTED);
  }

  private static Referral in(Status status) {
    Referral referral = draft(COMPLETE);
    if (status == Status.DRAFT) {
      return referral;
    }
    send(referral);
    switch (status) {
      case RECEIVED -> referral.receive(RECIPIENT, LATER);
      case REJECTED -> reject(referral);
      case ACCEPTED, IN_PROGRESS, ON_HOLD, COMPLETED -> referral.accept(RECIPIENT, LATER);
      case CANCELLED -> cancel(referral);
      case ENTERED_IN_ERROR -> enterInError(referral);
      default -> {}
    }
    switch (status) {
      case IN_PROGRESS -> progress(referral);
      case ON_HOLD -> hold(referral);
      case COMPLETED -> complete(referral);
      default -> {}
    }
    return referral;
  }

  private static void send(Referral referral) {
    referral.send(AGREED, null, ANSWER_BY, SENDER, SENT);
  }

  private static void reject(Referral referral) {
    referral.reject(
        new RejectReferral(RejectionReason.CRITERIA_NOT_MET, "Ask the other team."),
        RECIPIENT,
        LATER);
  }

  private static void ask(Referral referral) {
    referral.ask(new AskInformation("Who is with her at night?"), RECIPIENT, LATER);
  }

  private static void progress(Referral referral) {
    referral.progress(new ReportProgress("A visit is booked."), RECIPIENT, LATER);
  }

  private static void hold(Referral referral) {
    referral.hold(
        new HoldReferral(HoldReason.IN_HOSPITAL, null, LocalDate.parse("2026-03-20")),
        LAST_DAY_OF_REST,
        RECIPIENT,
        LATER);
  }

  private static void complete(Referral referral) {
    referral.complete(
        new CompleteReferral(Outcome.ASSESSED, "Seen at home.", "Thank you for the dates."),
        RECIPIENT,
        LATER);
  }

  private static void cancel(Referral referral) {
    referral.cancel(new CancelReferral(CancellationReason.NO_LONGER_NEEDED, null), SENDER, LATER);
  }

  private static void enterInError(Referral referral) {
    referral.enterInError(new EnterInError("It is about someone else."), SENDER, LATER);
  }

  /** Every transition by the side that may make it, from every state. */
  @Test
  void eachTransitionIsPossibleFromItsStatesAndFromNoOther() {
    Map<String, Consumer<Referral>> transitions =
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("acceptance", referral -> referral.accept(RECIPIENT, LATER)),
                Map.entry("cancellation", ReferralTest::cancel),
                Map.entry("chase", referral -> referral.chaseByHand(SENDER, LATER)),
                Map.entry("entered-in-error", ReferralTest::enterInError),
                Map.entry("feedback-receipt", referral -> referral.readFeedback(SENDER, LATER)),
                Map.entry("hold", ReferralTest::hold),
                Map.entry("information-request", ReferralTest::ask),
                Map.entry("outcome", ReferralTest::complete),
                Map.entry("progress", ReferralTest::progress),
                Map.entry("receipt", referral -> referral.receive(RECIPIENT, LATER)),
                Map.entry("rejection", ReferralTest::reject),
                Map.entry("rewriting", referral -> referral.rewrite(COMPLETE, SENDER, LATER)),
                Map.entry("sending", ReferralTest::send)));
    StringBuilder table = new StringBuilder();
    transitions.forEach(
        (name, transition) -> {
          table.append(name);
          for (Status from : Status.values()) {
            Referral referral = in(from);
            assertThat(referral.status()).isEqualTo(from);
            try {
              transition.accept(referral);
              table.append(' ').append(from.code()).append('>').append(referral.status().code());
            } catch (ProblemException e) {
              assertThat(e.type()).as(name + " from " + from).isEqualTo(ProblemType.CONFLICT);
              assertThat(referral.status()).isEqualTo(from);
            }
          }
          table.append('\n');
        });
    assertThat(table)
        .hasToString(
            """
            acceptance requested>accepted received>accepted
            cancellation draft>cancelled requested>cancelled received>cancelled accepted>cancelled in-progress>cancelled on-hold>cancelled
            chase requested>requested received>received
            entered-in-error draft>entered-in-error requested>entered-in-error received>entered-in-error accepted>entered-in-error rejected>entered-in-error in-progress>entered-in-error on-hold>entered-in-error completed>entered-in-error cancelled>entered-in-error
            feedback-receipt completed>completed
            hold accepted>on-hold in-progress>on-hold on-hold>on-hold
            information-request requested>received received>received accepted>accepted in-progress>in-progress on-hold>on-hold
            outcome accepted>completed in-progress>completed on-hold>completed
            progress accepted>in-progress in-progress>in-progress on-hold>in-progress
            receipt requested>received
            rejection requested>rejected received>rejected
            rewriting draft>draft
            sending draft>requested
            """);
  }

  @Test
  void eachSideActsInItsOwnNameAndNobodyElse() {
    for (Caller caller : List.of(SENDER, OTHER)) {
      assertRefused(() -> in(Status.REQUESTED).receive(caller, LATER), ProblemType.FORBIDDEN);
      assertRefused(() -> in(Status.REQUESTED).accept(caller, LATER), ProblemType.FORBIDDEN);
      assertRefused(
          () ->
              in(Status.REQUESTED)
                  .reject(new RejectReferral(RejectionReason.OTHER, "No."), caller, LATER),
          ProblemType.FORBIDDEN);
      assertRefused(
          () -> in(Status.RECEIVED).ask(new AskInformation("Who?"), caller, LATER),
          ProblemType.FORBIDDEN);
      assertRefused(
          () -> in(Status.ACCEPTED).progress(new ReportProgress("x"), caller, LATER),
          ProblemType.FORBIDDEN);
      assertRefused(
          () ->
              in(Status.ACCEPTED)
                  .hold(
                      new HoldReferral(HoldReason.IN_HOSPITAL, null, LocalDate.parse("2026-03-20")),
                      LAST_DAY_OF_REST,
                      caller,
                      LATER),
          ProblemType.FORBIDDEN);
      assertRefused(
          () ->
              in(Status.ACCEPTED)
                  .complete(new CompleteReferral(Outcome.ASSESSED, "x", null), caller, LATER),
          ProblemType.FORBIDDEN);
    }
    for (Caller caller : List.of(RECIPIENT, OTHER)) {
      assertRefused(() -> in(Status.DRAFT).rewrite(COMPLETE, caller, LATER), ProblemType.FORBIDDEN);
      assertRefused(
          () -> in(Status.DRAFT).send(AGREED, null, ANSWER_BY, caller, SENT),
          ProblemType.FORBIDDEN);
      assertRefused(() -> asked().inform(answer(), null, caller, LATER), ProblemType.FORBIDDEN);
      assertRefused(() -> in(Status.REQUESTED).chaseByHand(caller, LATER), ProblemType.FORBIDDEN);
      assertRefused(() -> in(Status.COMPLETED).readFeedback(caller, LATER), ProblemType.FORBIDDEN);
      assertRefused(
          () ->
              in(Status.REQUESTED)
                  .cancel(new CancelReferral(CancellationReason.DIED, null), caller, LATER),
          ProblemType.FORBIDDEN);
      assertRefused(
          () -> in(Status.REQUESTED).enterInError(new EnterInError("x"), caller, LATER),
          ProblemType.FORBIDDEN);
    }
  }

  private static Referral asked() {
    Referral referral = in(Status.REQUESTED);
    ask(referral);
    return referral;
  }

  private static GiveInformation answer() {
    return new GiveInformation("Her key worker.", List.of(DisclosedContent.SUPPORT_PLAN));
  }

  @Test
  void allThatIsMissingBeforeItCanBeSentIsNamedAtOnce() {
    Referral referral =
        draft(new ReferralContent("BRIDGESHIRE", Purpose.OTHER, null, " ", null, null, null, null));
    assertThat(
            violationsOf(
                () ->
                    referral.send(
                        new SendReferral(null, null, null, null),
                        new SafeCommunication(false, Set.of(), Set.of("BRIDGESHIRE"), Set.of()),
                        ANSWER_BY,
                        SENDER,
                        SENT)))
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "purposeInWords",
            "concern",
            "whatIsAsked",
            "whatThePersonWants",
            "consent",
            "recipientAgency");
    assertThat(referral.status()).isEqualTo(Status.DRAFT);
    assertThat(referral.thread()).isEmpty();
  }

  @Test
  void againstARefusalItGoesOnlyUnderTheLawWithAReason() {
    Consent refused = new Consent(Consent.Answer.REFUSED, LocalDate.parse("2026-03-01"), null);
    Referral referral = draft(COMPLETE);
    assertThat(
            violationsOf(
                () ->
                    referral.send(
                        new SendReferral(refused, null, null, null),
                        null,
                        ANSWER_BY,
                        SENDER,
                        SENT)))
        .extracting(Violation::field)
        .containsExactly("basis");
    var sent =
        referral.send(
            new SendReferral(
                refused,
                new Basis("ea", Basis.Condition.DPA2018_SCH1_PARA18, "She is at risk."),
                null,
                null),
            null,
            ANSWER_BY,
            SENDER,
            SENT);
    assertThat(sent.consent()).isEqualTo(Consent.Answer.REFUSED);
    assertThat(sent.lawfulBasis()).isEqualTo("ea");
    assertThat(sent.incidentIds()).containsExactly(INCIDENT.id());
  }

  @Test
  void theLedgerLearnsWhatWasToldAndOnWhichGrounds() {
    Referral referral = in(Status.REQUESTED);
    var told = referral.sending();
    assertThat(told.content())
        .containsExactly(
            DisclosedContent.IDENTITY,
            DisclosedContent.CONCERN,
            DisclosedContent.WISHES,
            DisclosedContent.INCIDENT_FACTS);
    assertThat(told.records())
        .containsExactly(
            new RecordReference(RecordReference.Kind.REFERRAL, referral.id()),
            new RecordReference(RecordReference.Kind.INCIDENT, INCIDENT.id()));
    assertThat(told.recipient().agency()).isEqualTo("BRIDGESHIRE");
    assertThat(told.agency()).isEqualTo("OAKFIELD");
    assertThat(told.grounds()).isEqualTo(AGREED.grounds());
    assertThat(told.at()).isEqualTo(SENT);
  }

  @Test
  void aQuestionStopsTheClockForAsLongAsItsAnswerTakes() {
    Referral referral = in(Status.REQUESTED);
    Instant longAfter = ANSWER_BY.plus(Duration.ofDays(30));
    assertThat(referral.isOverdue(ANSWER_BY)).isFalse();
    assertThat(referral.isOverdue(longAfter)).isTrue();
    ask(referral);
    assertThat(referral.isOverdue(longAfter)).isFalse();
    assertThat(referral.chaseByClock(Caller.SYSTEM_CALLER, longAfter)).isEmpty();
    assertRefused(() -> ask(referral), ProblemType.CONFLICT);
    var given = referral.inform(answer(), null, SENDER, LATER.plus(Duration.ofHours(5)));
    assertThat(given.respondBy()).isEqualTo(ANSWER_BY.plus(Duration.ofHours(5)));
    assertThat(referral.respondBy()).isEqualTo(given.respondBy());
    assertThat(referral.isOverdue(longAfter)).isTrue();
    assertRefused(() -> referral.inform(answer(), null, SENDER, longAfter), ProblemType.CONFLICT);
  }

  @Test
  void anAgencyThatMustBeToldNothingByNowGetsNoInformation() {
    Referral referral = asked();
    assertRefused(
        () ->
            referral.inform(
                answer(),
                new SafeCommunication(true, Set.of(), Set.of("BRIDGESHIRE"), Set.of()),
                SENDER,
                LATER),
        ProblemType.INVALID);
  }

  @Test
  void unansweredItIsChasedAndAnsweredItIsNot() {
    Referral referral = in(Status.RECEIVED);
    assertThat(referral.chaseByClock(Caller.SYSTEM_CALLER, ANSWER_BY).orElseThrow().chases())
        .isEqualTo(1);
    assertThat(referral.chaseByHand(SENDER, ANSWER_BY).chases()).isEqualTo(2);
    assertThat(referral.thread())
        .extracting(entry -> entry.kind() + " " + entry.view().agency())
        .endsWith("CHASED SYSTEM", "CHASED OAKFIELD");
    assertThat(in(Status.ACCEPTED).chaseByClock(Caller.SYSTEM_CALLER, ANSWER_BY)).isEmpty();
  }

  @Test
  void aRestEndsOnItsDayAndIsNeitherPastNorEndless() {
    Referral referral = in(Status.ON_HOLD);
    assertThat(referral.resume(Caller.SYSTEM_CALLER, LATER)).isPresent();
    assertThat(referral.status()).isEqualTo(Status.ACCEPTED);
    assertThat(referral.resume(Caller.SYSTEM_CALLER, LATER)).isEmpty();
    for (LocalDate day : List.of(LocalDate.parse("2026-03-02"), LAST_DAY_OF_REST.plusDays(1))) {
      assertRefused(
          () ->
              referral.hold(
                  new HoldReferral(HoldReason.IN_HOSPITAL, null, day),
                  LAST_DAY_OF_REST,
                  RECIPIENT,
                  LATER),
          ProblemType.INVALID);
    }
  }

  @Test
  void aReasonThatIsOtherNeedsWords() {
    assertRefused(
        () ->
            in(Status.REQUESTED)
                .cancel(new CancelReferral(CancellationReason.OTHER, " "), SENDER, LATER),
        ProblemType.INVALID);
    assertRefused(
        () ->
            in(Status.ACCEPTED)
                .hold(
                    new HoldReferral(HoldReason.OTHER, null, LocalDate.parse("2026-03-20")),
                    LAST_DAY_OF_REST,
                    RECIPIENT,
                    LATER),
        ProblemType.INVALID);
  }

  @Test
  void feedbackIsReadOnce() {
    Referral referral = in(Status.COMPLETED);
    referral.readFeedback(SENDER, LATER);
    assertRefused(() -> referral.readFeedback(SENDER, LATER), ProblemType.CONFLICT);
    assertThat(referral.thread())
        .extracting(ThreadEntry::kind)
        .endsWith(
            ThreadEntry.Kind.COMPLETED, ThreadEntry.Kind.FEEDBACK, ThreadEntry.Kind.FEEDBACK_READ);
  }

  @Test
  void nobodyHearsOfADraftThatIsTakenBack() {
    assertThat(
            in(Status.DRAFT)
                .cancel(
                    new CancelReferral(CancellationReason.NO_LONGER_NEEDED, null), SENDER, LATER))
        .isEmpty();
    assertThat(in(Status.DRAFT).enterInError(new EnterInError("x"), SENDER, LATER)).isEmpty();
  }

  @Test
  void nobodyRefersToThemselves() {
    assertRefused(
        () ->
            draft(
                new ReferralContent(
                    "OAKFIELD", Purpose.HOUSING, null, null, null, null, null, null)),
        ProblemType.INVALID);
  }

  @Test
  void theListsServedAreThoseTheCodeReliesOn() {
    CodeListAssert.assertSame("referral-purpose", Purpose.values());
    CodeListAssert.assertSame("referral-rejection-reason", RejectionReason.values());
    CodeListAssert.assertSame("referral-hold-reason", HoldReason.values());
    CodeListAssert.assertSame("referral-cancellation-reason", CancellationReason.values());
    CodeListAssert.assertSame("referral-outcome", Outcome.values());
    CodeListAssert.assertSame("referral-thread-kind", ThreadEntry.Kind.values());
    CodeListAssert.assertCodes(
        "referral-status", Arrays.stream(Status.values()).map(Status::code).toList());
  }

  private static List<Violation> violationsOf(Runnable transition) {
    try {
      transition.run();
    } catch (ProblemException e) {
      return e.problem("", "").violations();
    }
    throw new AssertionError("not refused");
  }

  private static void assertRefused(Runnable transition, ProblemType why) {
    assertThatThrownBy(transition::run)
        .asInstanceOf(type(ProblemException.class))
        .extracting(ProblemException::type)
        .isEqualTo(why);
  }
}
