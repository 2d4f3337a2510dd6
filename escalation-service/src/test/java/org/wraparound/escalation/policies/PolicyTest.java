package org.wraparound.escalation.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wraparound.escalation.CodeListAssert;

class PolicyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Policy defaultPolicy() {
    return Policy.read(text());
  }

  private static String text() {
    try (var file =
        PolicyTest.class.getClassLoader().getResourceAsStream("policies/default.json")) {
      return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> fired(Map<String, List<String>> known) {
    Facts facts = new Facts(UUID.randomUUID(), Instant.EPOCH, known);
    return defaultPolicy().judge(facts, List.of(facts)).stream()
        .filter(judgement -> judgement.finding().holds())
        .map(judgement -> judgement.rule().code())
        .toList();
  }

  private static List<Route> routes(String rule) {
    return defaultPolicy().rule(rule).routes().stream().map(Rule.Routing::route).toList();
  }

  @Test
  void theDefaultPolicyRoutesAnAllegationWhateverItsTypeOrSource() {
    assertThat(
            fired(
                Map.of(
                    "allegationType", List.of("PHYSICAL"),
                    "allegationSource", List.of("OTHER_KNOWN_TO_INDIVIDUAL"))))
        .containsExactly("ALLEGATION_OF_ABUSE");
    assertThat(routes("ALLEGATION_OF_ABUSE"))
        .containsExactly(Route.SAFEGUARDING_ADULTS, Route.COMMISSIONER, Route.CQC_NOTIFICATION);
    assertThat(defaultPolicy().rule("ALLEGATION_OF_ABUSE").proposeStepUp()).isTrue();
    assertThat(defaultPolicy().rule("ALLEGATION_OF_ABUSE").tier()).isEqualTo("REPORTABLE");
    assertThat(fired(Map.of("allegationType", List.of(), "allegationSource", List.of()))).isEmpty();
  }

  @Test
  void theDefaultPolicyKnowsSeriousHarmOfBothKinds() {
    assertThat(fired(Map.of("physicalHarm", List.of("FATAL")))).containsExactly("SERIOUS_HARM");
    assertThat(fired(Map.of("psychologicalHarm", List.of("SEVERE"))))
        .containsExactly("SERIOUS_HARM");
    assertThat(
            fired(Map.of("physicalHarm", List.of("MODERATE"), "psychologicalHarm", List.of("LOW"))))
        .isEmpty();
    assertThat(routes("SERIOUS_HARM"))
        .containsExactly(
            Route.ON_CALL_MANAGER,
            Route.COMMISSIONER,
            Route.CQC_NOTIFICATION,
            Route.GP_OR_URGENT_CARE);
    assertThat(fired(Map.of("policeInvolved", List.of("true")))).containsExactly("POLICE_INVOLVED");
    assertThat(fired(Map.of("policeInvolved", List.of("false")))).isEmpty();
  }

  @Test
  void patternRulesAreToldFromThoseOnOneIncident() {
    assertThat(defaultPolicy().rules())
        .filteredOn(Rule::isPattern)
        .extracting(Rule::code)
        .containsExactly(
            "RESTRICTIVE_PRACTICE_PATTERN",
            "REPEATED_PROPERTY_DAMAGE_WITH_THREATS",
            "REFUSED_SUPPORT_PATTERN");
    assertThat(defaultPolicy().longestWindow()).contains(java.time.Duration.ofDays(28));
  }

  @Test
  void theListsServedAreThoseTheCodeReliesOn() {
    CodeListAssert.assertSame("escalation-route", Route.values());
    assertThat(defaultPolicy().tiers()).containsExactly("NON_REPORTABLE", "CONSULT", "REPORTABLE");
  }

  private static Arguments bad(String what, String where, String why, Consumer<ObjectNode> change) {
    return Arguments.of(what, where, why, change);
  }

  private static ObjectNode rule(JsonNode policy, int number) {
    return (ObjectNode) policy.get("rules").get(number);
  }

  private static void when(JsonNode policy, int number, String condition) {
    try {
      rule(policy, number).set("when", JSON.readTree(condition));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Arguments> badPolicies() {
    return Stream.of(
        bad(
            "unknown fact",
            "rules[0].when.fact",
            "not one of the values accepted",
            p -> when(p, 0, "{\"fact\": \"weather\", \"exists\": true}")),
        bad(
            "condition of no known form",
            "rules[0].when",
            "Condition",
            p -> when(p, 0, "{\"sometimes\": true}")),
        bad(
            "impossible code",
            "rules[2].when.atLeast",
            "physicalHarm is never DREADFUL",
            p -> when(p, 2, "{\"fact\": \"physicalHarm\", \"atLeast\": \"DREADFUL\"}")),
        bad(
            "no order",
            "rules[0].when.atLeast",
            "allegationType has no order",
            p -> when(p, 0, "{\"fact\": \"allegationType\", \"atLeast\": \"PHYSICAL\"}")),
        bad(
            "two ways at once",
            "rules[0].when",
            "exactly one way",
            p -> when(p, 0, "{\"fact\": \"kind\", \"is\": [\"OTHER\"], \"exists\": true}")),
        bad(
            "no parts",
            "rules[0].when.all",
            "must name at least one",
            p -> when(p, 0, "{\"all\": []}")),
        bad(
            "window without limit",
            "rules[1].when.within",
            "is missing",
            p -> ((ObjectNode) rule(p, 1).get("when")).remove("within")),
        bad(
            "window too long",
            "rules[1].when.within",
            "1 hour to 366 days",
            p -> ((ObjectNode) rule(p, 1).get("when")).put("within", "P400D")),
        bad(
            "pattern of one",
            "rules[1].when.count",
            "must be 2 to 100",
            p -> ((ObjectNode) rule(p, 1).get("when")).put("count", 1)),
        bad(
            "pattern inside any",
            "rules[1].when.any[0]",
            "a pattern may stand alone or in all",
            p -> when(p, 1, "{\"any\": [" + rule(p, 1).get("when") + "]}")),
        bad(
            "two rules of one code",
            "rules[1].code",
            "there is another rule ALLEGATION_OF_ABUSE",
            p -> rule(p, 1).put("code", "ALLEGATION_OF_ABUSE")),
        bad(
            "unknown tier",
            "rules[0].tier",
            "none of the policy's tiers",
            p -> rule(p, 0).put("tier", "DIRE")),
        bad(
            "unknown route",
            "rules[0].routes[0].route",
            "not one of the values accepted",
            p -> ((ObjectNode) rule(p, 0).get("routes").get(0)).put("route", "MAYOR")),
        bad(
            "route twice",
            "rules[0].routes[1].route",
            "is there twice",
            p ->
                ((ObjectNode) rule(p, 0).get("routes").get(1)).put("route", "SAFEGUARDING_ADULTS")),
        bad(
            "clocks the wrong way round",
            "rules[0].routes[0].decideWithin",
            "must not be shorter",
            p -> ((ObjectNode) rule(p, 0).get("routes").get(0)).put("decideWithin", "PT1H")),
        bad(
            "a clock of nothing",
            "rules[0].routes[0].acknowledgeWithin",
            "longer than nothing",
            p -> ((ObjectNode) rule(p, 0).get("routes").get(0)).put("acknowledgeWithin", "PT0S")),
        bad(
            "an unknown field",
            "rules[0].shade",
            "Unrecognized field",
            p -> rule(p, 0).put("shade", "red")),
        bad("no rules", "rules", "must name at least one", p -> p.putArray("rules")),
        bad("no wording", "rules[3].why", "is missing", p -> rule(p, 3).put("why", " ")),
        bad(
            "no way up",
            "climb.steps",
            "must be 1 to 20",
            p -> ((ObjectNode) p.get("climb")).put("steps", 0)),
        bad("no way up at all", "climb", "is missing", p -> p.remove("climb")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badPolicies")
  void aBadPolicyIsRefusedWithWhereAndWhy(
      String what, String where, String why, Consumer<ObjectNode> change) throws IOException {
    ObjectNode policy = (ObjectNode) JSON.readTree(text());
    change.accept(policy);
    assertThatThrownBy(() -> Policy.read(policy.toString()))
        .asInstanceOf(type(InvalidPolicyException.class))
        .satisfies(
            refusal ->
                assertThat(refusal.problems())
                    .singleElement()
                    .asString()
                    .startsWith(where + ": ")
                    .contains(why));
  }

  @Test
  void textThatIsNotJsonIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> Policy.read("{\"title\": \n nonsense}"))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining("line: 2");
    assertThatThrownBy(() -> Policy.read("{\"title\": \"a\", \"title\": \"b\"}"))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining("title");
  }

  @Test
  void everythingWrongIsSaidAtOnce() throws IOException {
    ObjectNode policy = (ObjectNode) JSON.readTree(text());
    policy.remove("climb");
    rule(policy, 0).put("tier", "DIRE");
    assertThatThrownBy(() -> Policy.read(policy.toString()))
        .asInstanceOf(type(InvalidPolicyException.class))
        .satisfies(refusal -> assertThat(refusal.problems()).hasSize(2));
  }
}
