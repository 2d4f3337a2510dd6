package org.wraparound.escalation.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wraparound.escalation.policies.Finding.Outcome.DOES_NOT_HOLD;
import static org.wraparound.escalation.policies.Finding.Outcome.HOLDS;
import static org.wraparound.escalation.policies.Finding.Outcome.NOT_YET_RECORDED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID PERSON = UUID.randomUUID();
  private static final Condition SEVERE = new Comparison(Fact.PHYSICAL_HARM, null, "SEVERE", null);
  private static final Condition POLICE =
      new Comparison(Fact.POLICE_INVOLVED, List.of("true"), null, null);
  private static final Condition ALLEGED = new Comparison(Fact.ALLEGATION_TYPE, null, null, true);
  private static final Condition REFUSED =
      new Comparison(Fact.SUPPORT_REFUSED, List.of("true"), null, null);
  private static final Pattern THREE_REFUSALS =
      new Pattern(3, null, Duration.ofDays(14), null, REFUSED, null, false);

  private static Facts incident(Map<String, List<String>> known) {
    return new Facts(UUID.randomUUID(), PERSON, "OAKFIELD", NOON, known);
  }

  private static Finding on(Condition condition, Facts facts) {
    return condition.on(facts, Pasts.of(List.of(facts)));
  }

  private static Facts refusal(double day, String refused) {
    return new Facts(
        UUID.randomUUID(),
        PERSON,
        "OAKFIELD",
        NOON.plusSeconds((long) (day * 86_400)),
        refused == null ? Map.of() : Map.of("supportRefused", List.of(refused)));
  }

  private static Past pastWith(Facts incident, Facts... others) {
    return Pasts.of(Stream.concat(Stream.of(incident), Stream.of(others)).toList());
  }

  private static Finding onHistory(Facts incident, Facts... others) {
    return THREE_REFUSALS.on(incident, pastWith(incident, others));
  }

  @Test
  void harmIsComparedByItsOrder() {
    assertThat(on(SEVERE, incident(Map.of("physicalHarm", List.of("FATAL")))).holds()).isTrue();
    assertThat(on(SEVERE, incident(Map.of("physicalHarm", List.of("SEVERE")))).holds()).isTrue();
    Finding moderate = on(SEVERE, incident(Map.of("physicalHarm", List.of("MODERATE"))));
    assertThat(moderate.outcome()).isEqualTo(DOES_NOT_HOLD);
    assertThat(moderate.saw())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.sought()).isEqualTo("at least SEVERE");
              assertThat(seen.value()).isEqualTo("MODERATE");
            });
  }

  @Test
  void whatIsNotYetRecordedIsNeitherYesNorNo() {
    Facts silent = incident(Map.of());
    for (Condition condition :
        List.of(
            SEVERE,
            POLICE,
            ALLEGED,
            new Condition.Not(POLICE),
            new Condition.Any(List.of(SEVERE)))) {
      Finding finding = on(condition, silent);
      assertThat(finding.outcome()).isEqualTo(NOT_YET_RECORDED);
      assertThat(finding.saw()).extracting(SeenFact::value).containsOnly("NOT_YET_RECORDED");
    }
  }

  @Test
  void noneIsToldApartFromNotYetRecorded() {
    Facts none = incident(Map.of("allegationType", List.of()));
    Finding finding = on(ALLEGED, none);
    assertThat(finding.outcome()).isEqualTo(DOES_NOT_HOLD);
    assertThat(finding.saw()).extracting(SeenFact::value).containsExactly("NONE");
    assertThat(on(new Comparison(Fact.ALLEGATION_TYPE, null, null, false), none).holds()).isTrue();
  }

  @Test
  void oneOfSeveralValuesIsEnoughAndIsTheOneNamed() {
    Condition financial =
        new Comparison(Fact.ALLEGATION_TYPE, List.of("FINANCIAL_OR_MATERIAL"), null, null);
    Finding finding =
        on(
            financial,
            incident(Map.of("allegationType", List.of("PHYSICAL", "FINANCIAL_OR_MATERIAL"))));
    assertThat(finding.holds()).isTrue();
    assertThat(finding.because())
        .extracting(SeenFact::value)
        .containsExactly("FINANCIAL_OR_MATERIAL");
  }

  @Test
  void anyHoldsThoughAnotherPartIsNotYetRecorded() {
    Facts facts = incident(Map.of("policeInvolved", List.of("true")));
    Finding finding = on(new Condition.Any(List.of(SEVERE, POLICE)), facts);
    assertThat(finding.holds()).isTrue();
    assertThat(finding.saw())
        .extracting(SeenFact::value)
        .containsExactly("NOT_YET_RECORDED", "true");
    assertThat(finding.because()).extracting(SeenFact::fact).containsExactly("policeInvolved");
  }

  @Test
  void allWaitsForWhatIsNotYetRecordedUnlessOnePartIsKnownToFail() {
    Condition both = new Condition.All(List.of(SEVERE, POLICE));
    assertThat(on(both, incident(Map.of("policeInvolved", List.of("true")))).outcome())
        .isEqualTo(NOT_YET_RECORDED);
    assertThat(on(both, incident(Map.of("policeInvolved", List.of("false")))).outcome())
        .isEqualTo(DOES_NOT_HOLD);
    assertThat(
            on(
                    both,
                    incident(
                        Map.of(
                            "policeInvolved", List.of("true"), "physicalHarm", List.of("SEVERE"))))
                .outcome())
        .isEqualTo(HOLDS);
  }

  @Test
  void notHoldsOnWhatIsKnownNotToBe() {
    Condition.Not not = new Condition.Not(POLICE);
    assertThat(on(not, incident(Map.of("policeInvolved", List.of("false")))).holds()).isTrue();
    assertThat(on(not, incident(Map.of("policeInvolved", List.of("true")))).outcome())
        .isEqualTo(DOES_NOT_HOLD);
  }

  @Test
  void aPatternHoldsOnTheIncidentThatCompletesItAndNamesAll() {
    Facts first = refusal(0, "true");
    Facts second = refusal(5, "true");
    Facts third = refusal(13, "true");
    assertThat(onHistory(second, first).outcome()).isEqualTo(DOES_NOT_HOLD);
    Finding finding = onHistory(third, first, second, refusal(6, "false"));
    assertThat(finding.holds()).isTrue();
    assertThat(finding.because())
        .extracting(SeenFact::incidentId)
        .containsExactly(null, first.incidentId(), second.incidentId(), third.incidentId());
    assertThat(finding.because().get(0).value()).isEqualTo("3");
    assertThat(finding.because().get(0).sought()).isEqualTo("at least 3 in 14 days");
  }

  @Test
  void theWindowRollsAndBothItsEndsAreInIt() {
    assertThat(onHistory(refusal(14, "true"), refusal(0, "true"), refusal(7, "true")).holds())
        .isTrue();
    assertThat(onHistory(refusal(14.01, "true"), refusal(0, "true"), refusal(7, "true")).holds())
        .isFalse();
  }

  @Test
  void anIncidentRecordedLateCompletesAWindowThatEndsAfterIt() {
    assertThat(onHistory(refusal(0, "true"), refusal(6, "true"), refusal(14, "true")).holds())
        .isTrue();
    assertThat(onHistory(refusal(7, "true"), refusal(0, "true"), refusal(14, "true")).holds())
        .isTrue();
    // each within 14 days of it, but never three of them in one window
    assertThat(onHistory(refusal(7, "true"), refusal(-5, "true"), refusal(16, "true")).outcome())
        .isEqualTo(DOES_NOT_HOLD);
  }

  @Test
  void anIncidentThatIsNoPartOfAPatternDoesNotRaiseItAgain() {
    Finding finding =
        onHistory(refusal(3, "false"), refusal(0, "true"), refusal(1, "true"), refusal(2, "true"));
    assertThat(finding.outcome()).isEqualTo(DOES_NOT_HOLD);
    assertThat(finding.saw().get(0).value()).isEqualTo("3");
  }

  @Test
  void aPatternThatHangsOnWhatIsNotYetRecordedSaysSo() {
    Facts unclear = refusal(1, null);
    Finding finding = onHistory(refusal(2, "true"), refusal(0, "true"), unclear);
    assertThat(finding.outcome()).isEqualTo(NOT_YET_RECORDED);
    assertThat(finding.saw())
        .contains(new SeenFact("supportRefused", "true", "NOT_YET_RECORDED", unclear.incidentId()));
    assertThat(onHistory(refusal(1, null), refusal(0, "true"), refusal(2, "true")).outcome())
        .isEqualTo(NOT_YET_RECORDED);
    assertThat(onHistory(refusal(1, null), refusal(0, "true"), refusal(2, "false")).outcome())
        .isEqualTo(DOES_NOT_HOLD);
  }

  @Test
  void aRunMustLastAndMayNotBeBroken() {
    Pattern aWeek =
        new Pattern(null, Duration.ofDays(7), Duration.ofDays(28), null, REFUSED, null, false);
    Facts now = refusal(8, "true");
    assertThat(aWeek.on(now, pastWith(now, refusal(0.5, "true"))).holds()).isTrue();
    assertThat(aWeek.on(now, pastWith(now, refusal(1.5, "true"))).holds()).isFalse();
    assertThat(aWeek.on(now, pastWith(now, refusal(0, "true"), refusal(4, "false"))).outcome())
        .isEqualTo(DOES_NOT_HOLD);
    assertThat(aWeek.on(now, pastWith(now, refusal(0, "true"), refusal(4, null))).holds()).isTrue();
    assertThat(aWeek.on(now, pastWith(now, refusal(-21, "true"), refusal(2, "true"))).holds())
        .isFalse();
  }

  @Test
  void whatAnEscalationCountedDoesNotCountAgainWhereTheRuleSaysSo() {
    Facts now = refusal(3, "true");
    List<Facts> three = List.of(refusal(1, "true"), refusal(2, "true"), now);
    Pattern anew = new Pattern(3, null, Duration.ofDays(14), null, REFUSED, null, true);
    assertThat(anew.on(now, Pasts.of(three)).holds()).isTrue();
    assertThat(anew.on(now, Pasts.of(three, three.get(0).happenedAt())).outcome())
        .isEqualTo(DOES_NOT_HOLD);
    assertThat(THREE_REFUSALS.on(now, Pasts.of(three, three.get(0).happenedAt())).holds()).isTrue();
  }

  @Test
  void differentKindsOrPeopleAreAskedFor() {
    Facts now = refusal(1, "true");
    Facts another = refusal(0, "true");
    Facts ofAnother =
        new Facts(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "OAKFIELD",
            NOON,
            Map.of("supportRefused", List.of("true"), "settingId", List.of("ELM-HOUSE")));
    Facts here =
        new Facts(
            now.incidentId(),
            PERSON,
            "OAKFIELD",
            now.happenedAt(),
            Map.of("supportRefused", List.of("true"), "settingId", List.of("ELM-HOUSE")));
    Pattern people =
        new Pattern(
            2, null, Duration.ofDays(7), By.SETTING, REFUSED, new Pattern.Distinct(null, 2), false);
    assertThat(people.on(here, pastWith(here, another)).holds()).isFalse();
    Finding finding = people.on(here, pastWith(here, ofAnother));
    assertThat(finding.holds()).isTrue();
    assertThat(finding.counted()).hasSize(2);
    // another person's incident is in the count alone
    assertThat(finding.saw())
        .extracting(seen -> Optional.ofNullable(seen.incidentId()))
        .containsExactly(Optional.empty(), Optional.of(here.incidentId()));
    // where it happened was not recorded, so it cannot be counted there
    assertThat(people.on(now, Past.NONE).outcome()).isEqualTo(NOT_YET_RECORDED);
  }
}
