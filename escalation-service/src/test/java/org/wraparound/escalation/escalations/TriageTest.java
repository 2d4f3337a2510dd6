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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wraparound.escalation.CodeListAssert;
import org.wraparound.escalation.policies.ClockKind;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.Trigger;
import org.wraparound.escalation.policies.WorkingHours;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal.Asked;
import org.wraparound.escalation.safeguarding.MentalCapacity;
import org.wraparound.escalation.safeguarding.MentalCapacity.Capacity;
import org.wraparound.escalation.safeguarding.MentalCapacity.SupportedBy;
import org.wraparound.escalation.safeguarding.S42;
import org.wraparound.escalation.safeguarding.S42.Answer;
import org.wraparound.escalation.safeguarding.S42.Outcome;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;
import org.wraparound.kit.web.Violation;

class TriageTest {
  private static final Instant RAISED = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATER = RAISED.plusSeconds(600);
  private static final Caller MANAGER = new Caller("OAKFIELD", "PROVIDER", "m", Set.of("manager"));
  private static final Caller LEAD = lead("s");
  private static final Caller OTHER_LEAD = lead("t");
  private static final CloseEscalation DONE = new CloseEscalation("The meeting was held.");

  private static final S42 MET =
      s42(Answer.YES, Answer.YES, Answer.YES, Outcome.MET_PROGRESS_TO_S42_2);
  private static final MakingSafeguardingPersonal WISHES =
      new MakingSafeguardingPersonal(Asked.ASKED_AND_EXPRESSED, "To feel safe at home.", null);
  private static final MentalCapacity HAD = new MentalCapacity(Capacity.HAD, null);

  private static final DecideEscalation PROVIDERS =
      decision(Decision.ACTIONS_ONLY, null, null, null, null);
  private static final DecideEscalation AUTHORITYS =
      decision(Decision.MEETING, null, MET, WISHES, HAD);

  private static Caller lead(String user) {
    return new Caller(
        "BRIDGESHIRE", "LOCAL_AUTHORITY_SAFEGUARDING", user, Set.of("safeguarding-lead"));
  }

  private static S42 s42(Answer needs, Answer abuse, Answer unable, Outcome outcome) {
    return new S42(needs, abuse, unable, outcome, null, null);
  }

  private static DecideEscalation decision(
      Decision decision,
      NoFurtherActionReason reason,
      S42 s42,
      MakingSafeguardingPersonal wishes,
      MentalCapacity capacity) {
    return new DecideEscalation(
        decision,
        "They need to sit together on this.",
        true,
        null,
        null,
        reason,
        s42,
        wishes,
        capacity);
  }

  private static Escalation acknowledged(Route route, String recipient, boolean signOff) {
    UUID incident = UUID.randomUUID();
    Rule.Routing routing =
        new Rule.Routing(
            route,
            ClockKind.ELAPSED,
            Duration.ofHours(4),
            Duration.ofDays(2),
            List.of(),
            signOff,
            List.of());
    Escalation escalation =
        new Escalation(
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
                null,
                List.of(incident),
                List.of(incident),
                List.of(),
                null,
                null),
            routing,
            true,
            "ESC-26-000001",
            Optional.ofNullable(recipient),
            RAISED);
    escalation.acknowledge(MANAGER, LATER);
    return escalation;
  }

  private static Escalation concern() {
    return acknowledged(Route.SAFEGUARDING_ADULTS, "BRIDGESHIRE", false);
  }

  private static Escalation concernWithSignOff() {
    return acknowledged(Route.SAFEGUARDING_ADULTS, "BRIDGESHIRE", true);
  }

  private static void assertRefused(Runnable transition, ProblemType why) {
    assertThatThrownBy(transition::run)
        .asInstanceOf(type(ProblemException.class))
        .extracting(ProblemException::type)
        .isEqualTo(why);
  }

  private static List<String> misfits(DecideEscalation made) {
    try {
      made.mustFit();
      return List.of();
    } catch (ProblemException e) {
      return e.problem("/", "").violations().stream().map(Violation::field).toList();
    }
  }

  @Test
  void aSafeguardingConcernIsTheAuthoritysToDecideAndTheProvidersToActOn() {
    Escalation concern = concern();
    assertThat(concern.decide(PROVIDERS, MANAGER, LATER).stands()).isFalse();
    assertThat(concern.status()).isEqualTo(Status.DECIDED);
    assertThat(concern.isS42Awaited()).isTrue();
    assertRefused(() -> concern.decide(PROVIDERS, MANAGER, LATER), ProblemType.CONFLICT);
    assertRefused(() -> concern.close(DONE, MANAGER, LATER), ProblemType.CONFLICT);

    var decided = concern.decide(AUTHORITYS, LEAD, LATER);
    assertThat(decided.stands()).isTrue();
    assertThat(decided.s42Outcome()).isEqualTo(Outcome.MET_PROGRESS_TO_S42_2);
    assertThat(decided.wishesAsked()).isEqualTo(Asked.ASKED_AND_EXPRESSED);
    assertThat(concern.triage().decidedBy())
        .isEqualTo(new Decider("BRIDGESHIRE", "s", "safeguarding-lead"));
    assertThat(concern.earlierDecisions())
        .extracting(EarlierDecision::decision, earlier -> earlier.decidedBy().agency())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Decision.ACTIONS_ONLY, "OAKFIELD"));
    assertRefused(() -> concern.decide(AUTHORITYS, LEAD, LATER), ProblemType.CONFLICT);
    concern.close(DONE, MANAGER, LATER);
    assertThat(concern.status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void theProviderNeitherAnswersSection42NorDecidesThatNothingIsDone() {
    assertRefused(() -> concern().decide(AUTHORITYS, MANAGER, LATER), ProblemType.INVALID);
    DecideEscalation nothing =
        decision(Decision.NO_FURTHER_ACTION, NoFurtherActionReason.NO_RISK_FOUND, null, null, null);
    assertRefused(() -> concern().decide(nothing, MANAGER, LATER), ProblemType.FORBIDDEN);
    // where no authority is in the circle, nobody else can
    Escalation alone = acknowledged(Route.SAFEGUARDING_ADULTS, null, false);
    assertThat(alone.decide(nothing, MANAGER, LATER).stands()).isTrue();
  }

  @Test
  void theAuthorityAnswersSection42AndSaysWhatThePersonWants() {
    assertThatThrownBy(() -> concern().decide(PROVIDERS, LEAD, LATER))
        .asInstanceOf(type(ProblemException.class))
        .satisfies(
            e ->
                assertThat(e.problem("/", "").violations())
                    .extracting(Violation::field)
                    .containsExactly("s42", "makingSafeguardingPersonal", "mentalCapacity"));
  }

  @ParameterizedTest
  @CsvSource({
    "YES, YES, YES, MET_PROGRESS_TO_S42_2, true",
    "YES, NOT_KNOWN, YES, MET_PROGRESS_TO_S42_2, false",
    "YES, YES, NO, MET_PROGRESS_TO_S42_2, false",
    "YES, YES, NO, NOT_MET, true",
    "YES, YES, NOT_KNOWN, NOT_MET, false",
    "YES, YES, YES, NOT_MET, false",
    "YES, NOT_KNOWN, YES, OTHER_PROPORTIONATE_ENQUIRY, true",
    "YES, YES, YES, OTHER_PROPORTIONATE_ENQUIRY, false"
  })
  void theThreeAnswersAndWhatFollowsFitTogether(
      Answer needs, Answer abuse, Answer unable, Outcome outcome, boolean fits) {
    assertThat(
            misfits(
                decision(Decision.MEETING, null, s42(needs, abuse, unable, outcome), WISHES, HAD)))
        .isEqualTo(fits ? List.of() : List.of("s42.outcome"));
  }

  @Test
  void whatIsSentOnOrADuplicateSaysWhereOrOfWhat() {
    for (Outcome outcome : List.of(Outcome.SENT_TO_OTHER_AUTHORITY, Outcome.DUPLICATE)) {
      assertThat(
              misfits(
                  decision(
                      Decision.REFERRAL,
                      null,
                      s42(Answer.YES, Answer.YES, Answer.YES, outcome),
                      WISHES,
                      HAD)))
          .containsExactly(outcome == Outcome.DUPLICATE ? "s42.duplicateOf" : "s42.sentTo");
    }
    S42 needless =
        new S42(
            Answer.YES,
            Answer.YES,
            Answer.YES,
            Outcome.MET_PROGRESS_TO_S42_2,
            "ELSEWHERE",
            UUID.randomUUID());
    assertThat(misfits(decision(Decision.MEETING, null, needless, WISHES, HAD)))
        .containsExactly("s42.sentTo", "s42.duplicateOf");
  }

  @Test
  void whatIsSaidOfNoFurtherActionWishesAndCapacityFitsTogether() {
    assertThat(misfits(decision(Decision.NO_FURTHER_ACTION, null, MET, null, null)))
        .containsExactly("noFurtherActionReason", "decision");
    assertThat(
            misfits(
                decision(Decision.MEETING, NoFurtherActionReason.NO_RISK_FOUND, null, null, null)))
        .containsExactly("noFurtherActionReason");
    assertThat(
            misfits(
                decision(
                    Decision.MEETING,
                    null,
                    null,
                    new MakingSafeguardingPersonal(Asked.NOT_ASKED, "To stay.", " "),
                    new MentalCapacity(Capacity.LACKED, null))))
        .containsExactly(
            "makingSafeguardingPersonal.wishes",
            "makingSafeguardingPersonal.whyNotAsked",
            "mentalCapacity.supportedBy");
    assertThat(
            misfits(
                decision(
                    Decision.MEETING,
                    null,
                    null,
                    new MakingSafeguardingPersonal(Asked.NOT_ASKED, null, "In theatre."),
                    new MentalCapacity(Capacity.LACKED, SupportedBy.NONE))))
        .isEmpty();
  }

  @Test
  void whoHoldsSeveralDecidingRolesSaysInWhichTheyDecide() {
    Caller both =
        new Caller("OAKFIELD", "PROVIDER", "m", Set.of("manager", "clinician", "practitioner"));
    assertRefused(() -> Decider.of(both, null), ProblemType.INVALID);
    assertRefused(() -> Decider.of(both, "practitioner"), ProblemType.INVALID);
    assertRefused(() -> Decider.of(MANAGER, "commissioner"), ProblemType.INVALID);
    assertThat(Decider.of(both, "clinician").role()).isEqualTo("clinician");
    assertThat(Decider.of(MANAGER, null).role()).isEqualTo("manager");
  }

  @Test
  void aDecisionThatMustBeSignedOffStandsOnlyThen() {
    Escalation concern = concernWithSignOff();
    SignOffDecision yes = new SignOffDecision(true, null);
    assertRefused(() -> concern.signOff(yes, OTHER_LEAD, LATER), ProblemType.CONFLICT);
    assertThat(concern.decide(AUTHORITYS, LEAD, LATER).stands()).isFalse();
    assertRefused(() -> concern.close(DONE, LEAD, LATER), ProblemType.CONFLICT);
    assertRefused(() -> concern.signOff(yes, LEAD, LATER), ProblemType.FORBIDDEN);
    assertRefused(() -> concern.signOff(yes, MANAGER, LATER), ProblemType.FORBIDDEN);
    concern.signOff(yes, OTHER_LEAD, LATER);
    assertThat(concern.decisionStands()).isTrue();
    assertRefused(() -> concern.signOff(yes, OTHER_LEAD, LATER), ProblemType.CONFLICT);
    concern.close(DONE, LEAD, LATER);
    assertRefused(
        () -> {
          Escalation unasked = concern();
          unasked.decide(AUTHORITYS, LEAD, LATER);
          unasked.signOff(yes, OTHER_LEAD, LATER);
        },
        ProblemType.CONFLICT);
  }

  @Test
  void aDecisionThatIsSentBackIsTakenAnewAndNotForgotten() {
    Escalation concern = concernWithSignOff();
    concern.decide(AUTHORITYS, LEAD, LATER);
    SignOffDecision no = new SignOffDecision(false, "Nobody has seen the person yet.");
    concern.signOff(no, OTHER_LEAD, LATER);
    assertThat(concern.status()).isEqualTo(Status.ACKNOWLEDGED);
    assertThat(concern.triage()).isEqualTo(Triage.NONE);
    assertThat(concern.earlierDecisions())
        .singleElement()
        .satisfies(
            earlier -> {
              assertThat(earlier.s42()).isEqualTo(MET);
              assertThat(earlier.signOff().note()).isEqualTo("Nobody has seen the person yet.");
            });
    concern.decide(AUTHORITYS, LEAD, LATER);
    assertThat(concern.isSignOffAwaited()).isTrue();
    assertRefused(() -> new SignOffDecision(false, " ").mustSayWhatIsWrong(), ProblemType.INVALID);
  }

  @Test
  void theListsServedAreThoseTheCodeReliesOn() {
    CodeListAssert.assertSame("s42-answer", Answer.values());
    CodeListAssert.assertSame("s42-decision", Outcome.values());
    CodeListAssert.assertSame("wishes-asked", Asked.values());
    CodeListAssert.assertSame("wishes-achieved", MakingSafeguardingPersonal.Achieved.values());
    CodeListAssert.assertSame("mental-capacity", Capacity.values());
    CodeListAssert.assertSame("supported-by", SupportedBy.values());
    CodeListAssert.assertSame("no-further-action-reason", NoFurtherActionReason.values());
  }
}
