package org.wraparound.pathway.transitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;
import org.wraparound.kit.web.Violation;
import org.wraparound.pathway.transitions.AuthoriseStepUp.DeEscalationPlan;
import org.wraparound.pathway.transitions.AuthoriseStepUp.PersonInvolvement;
import org.wraparound.pathway.transitions.AuthoriseStepUp.WeeklyCost;

class TransitionTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final UUID PERSON = UUID.randomUUID();
  private static final Caller MANAGER =
      new Caller("OAKFIELD", "PROVIDER", "manager", Set.of("manager"));
  private static final Caller COMMISSIONER =
      new Caller("COUNCIL", "COMMISSIONER", "commissioner", Set.of("commissioner"));
  private static final StepUpLimits LIMITS =
      new SmallRyeConfigBuilder()
          .withMapping(StepUpLimits.class)
          .build()
          .getConfigMapping(StepUpLimits.class);
  private static final DeEscalationPlan PLAN =
      new DeEscalationPlan(List.of(new DeEscalationStage("Less", "Calm", null)));
  private static final PersonInvolvement INVOLVED = new PersonInvolvement(true, "Yes", null);
  private static final AuthoriseStepUp TERMS =
      new AuthoriseStepUp(
          TODAY,
          TODAY.plusWeeks(4),
          "Risk",
          PLAN,
          new WeeklyCost(new BigDecimal("840.00"), "GBP"),
          INVOLVED);

  private static Transition proposal() {
    return Transition.proposedBy(
        MANAGER, new ProposeStepUp(PERSON, "Third refusal", "Two staff"), "STP-26-000001", NOW);
  }

  @Test
  void aRuleProposesAndTheProviderOfTheEscalationOwnsIt() {
    UUID threshold = UUID.randomUUID();
    UUID incident = UUID.randomUUID();
    Transition transition =
        Transition.proposedBy(
            new EscalationFeed.EscalationRaised(
                UUID.randomUUID(),
                PERSON,
                "OAKFIELD",
                threshold,
                "ALLEGATION",
                List.of(incident),
                true),
            "STP-26-000001",
            NOW);
    assertThat(transition.status()).isEqualTo(TransitionStatus.PROPOSED);
    assertThat(transition.agency()).isEqualTo("OAKFIELD");
    assertThat(transition.view().incidentIds()).containsExactly(incident);
    assertThat(transition.proposed())
        .isEqualTo(
            new TransitionEvent.StepUpProposed(
                transition.id(),
                "STP-26-000001",
                PERSON,
                "OAKFIELD",
                threshold,
                "ALLEGATION",
                NOW));
  }

  @Test
  void aProposalIsAuthorisedUntilItsReview() {
    Transition transition = proposal();
    assertThat(transition.authorise(TERMS, COMMISSIONER, LIMITS, NOW))
        .isEqualTo(
            new TransitionEvent.StepUpAuthorised(
                transition.id(), PERSON, TODAY, TODAY.plusWeeks(4), "COUNCIL", NOW));
    assertThat(transition.status()).isEqualTo(TransitionStatus.AUTHORISED);
    assertThat(transition.fallDueForReview(NOW))
        .isEqualTo(
            new TransitionEvent.StepUpReviewDue(transition.id(), PERSON, TODAY.plusWeeks(4), NOW));
    assertThat(transition.status()).isEqualTo(TransitionStatus.REVIEW_DUE);
  }

  @Test
  void whatIsNotReviewedExpiresAndGoesOnBeingCounted() {
    Transition transition = proposal();
    transition.authorise(TERMS, COMMISSIONER, LIMITS, NOW);
    assertThat(transition.sustain(NOW.plus(Duration.ofDays(28))))
        .isEqualTo(
            new TransitionEvent.StepUpSustained(
                transition.id(), PERSON, "OAKFIELD", 28, NOW.plus(Duration.ofDays(28))));
    assertThat(transition.status()).isEqualTo(TransitionStatus.AUTHORISED);
    Instant after = NOW.plus(Duration.ofDays(56));
    transition.fallDueForReview(after);
    assertThat(transition.expire(after))
        .isEqualTo(
            new TransitionEvent.StepUpExpired(
                transition.id(), PERSON, "OAKFIELD", TODAY.plusWeeks(4), after));
    assertThat(transition.status()).isEqualTo(TransitionStatus.EXPIRED);
    assertThat(transition.prolong(after))
        .isEqualTo(
            new TransitionEvent.StepUpProlonged(transition.id(), PERSON, "OAKFIELD", 56, after));
    assertThat(transition.status()).isEqualTo(TransitionStatus.EXPIRED);
  }

  @Test
  void aProposalIsRefused() {
    Transition transition = proposal();
    assertThat(transition.refuse("No", COMMISSIONER, NOW))
        .isEqualTo(new TransitionEvent.StepUpRefused(transition.id(), PERSON, NOW));
    assertThat(transition.status()).isEqualTo(TransitionStatus.REFUSED);
    assertThat(transition.view().refusal().reason()).isEqualTo("No");
  }

  @Test
  void whatHasBeenDecidedIsNotDecidedAgain() {
    Transition refused = proposal();
    refused.refuse("No", COMMISSIONER, NOW);
    assertConflict(() -> refused.authorise(TERMS, COMMISSIONER, LIMITS, NOW));
    assertConflict(() -> refused.refuse("No", COMMISSIONER, NOW));
    Transition authorised = proposal();
    authorised.authorise(TERMS, COMMISSIONER, LIMITS, NOW);
    assertConflict(() -> authorised.authorise(TERMS, COMMISSIONER, LIMITS, NOW));
    assertConflict(() -> authorised.refuse("No", COMMISSIONER, NOW));
  }

  private static void assertConflict(Runnable decision) {
    assertThatThrownBy(decision::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
  }

  @Test
  void refusedTermsLeaveItProposed() {
    Transition transition = proposal();
    AuthoriseStepUp nothing = new AuthoriseStepUp(null, null, null, null, null, null);
    assertThatThrownBy(() -> transition.authorise(nothing, COMMISSIONER, LIMITS, NOW))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID));
    assertThat(transition.status()).isEqualTo(TransitionStatus.PROPOSED);
  }

  @Test
  void everythingMissingIsNamedAtOnce() {
    assertThat(TERMS.faults(TODAY, LIMITS)).isEmpty();
    assertThat(fields(new AuthoriseStepUp(null, null, " ", null, null, null)))
        .containsExactly(
            "startsOn", "reviewOn", "rationale", "deEscalationPlan", "personInvolvement");
    assertThat(
            fields(
                new AuthoriseStepUp(
                    TODAY,
                    TODAY.plusDays(7),
                    "Risk",
                    new DeEscalationPlan(
                        Arrays.asList(new DeEscalationStage(" ", null, TODAY.minusDays(1)), null)),
                    new WeeklyCost(new BigDecimal("1.005"), "EUR"),
                    new PersonInvolvement(false, null, " "))))
        .containsExactly(
            "deEscalationPlan.stages[0].description",
            "deEscalationPlan.stages[0].exitCriteria",
            "deEscalationPlan.stages[0].targetDate",
            "deEscalationPlan.stages[1]",
            "weeklyCost.amount",
            "weeklyCost.currency",
            "personInvolvement.whyNot");
    assertThat(
            fields(
                new AuthoriseStepUp(
                    TODAY,
                    TODAY.plusDays(7),
                    "Risk",
                    new DeEscalationPlan(List.of()),
                    null,
                    INVOLVED)))
        .containsExactly("deEscalationPlan");
  }

  @Test
  void neitherStartNorReviewIsOpenEnded() {
    assertThat(dates(TODAY, TODAY.plusWeeks(12))).isEmpty();
    assertThat(dates(TODAY, TODAY.plusWeeks(12).plusDays(1))).containsExactly("reviewOn");
    assertThat(dates(TODAY.plusWeeks(4), TODAY.plusWeeks(5))).isEmpty();
    assertThat(dates(TODAY.plusWeeks(4).plusDays(1), TODAY.plusWeeks(5)))
        .containsExactly("startsOn");
    assertThat(dates(TODAY.plusDays(3), TODAY.plusDays(3))).containsExactly("reviewOn");
    assertThat(dates(TODAY.minusDays(3), TODAY)).containsExactly("reviewOn");
    assertThat(dates(TODAY.minusDays(3), TODAY.plusDays(1))).isEmpty();
  }

  private static List<String> dates(LocalDate startsOn, LocalDate reviewOn) {
    return fields(new AuthoriseStepUp(startsOn, reviewOn, "Risk", PLAN, null, INVOLVED));
  }

  private static List<String> fields(AuthoriseStepUp terms) {
    return terms.faults(TODAY, LIMITS).stream().map(Violation::field).toList();
  }
}
