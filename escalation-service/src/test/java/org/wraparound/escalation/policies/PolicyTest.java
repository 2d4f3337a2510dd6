package org.wraparound.escalation.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Facts facts = new Facts(UUID.randomUUID(), UUID.randomUUID(), "OAKFIELD", Instant.EPOCH, known);
    return defaultPolicy()
        .rulesOn(Trigger.INCIDENT)
        .filter(rule -> rule.when().on(facts, Pasts.of(List.of(facts))).holds())
        .map(Rule::code)
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
  void theDefaultPolicySendsEachKindOfAbuseToThoseWhoCanHelp() {
    assertThat(fired(Map.of("allegationType", List.of("DOMESTIC_ABUSE"))))
        .containsExactly("ALLEGATION_OF_ABUSE", "DOMESTIC_ABUSE");
    assertThat(routes("DOMESTIC_ABUSE")).contains(Route.MARAC, Route.POLICE);
    for (String rule : List.of("FINANCIAL_EXPLOITATION", "SEXUAL_ABUSE", "MODERN_SLAVERY")) {
      assertThat(routes(rule)).contains(Route.POLICE);
    }
    assertThat(fired(Map.of("restrictiveIntervention", List.of("14"))))
        .containsExactly("HIGH_RISK_RESTRICTION");
    assertThat(fired(Map.of("restrictionInPlan", List.of("true", "false"))))
        .containsExactly("RESTRICTION_NOT_IN_PLAN");
    assertThat(fired(Map.of("restrictionMinutes", List.of("3", "20"))))
        .containsExactly("LONG_RESTRICTION");
  }

  @Test
  void repeatsOfAnUnharmedAltercationRaiseTheTier() {
    UUID person = UUID.randomUUID();
    List<Facts> happened = new ArrayList<>();
    List<String> tiers = new ArrayList<>();
    for (int day = 0; day < 21; day += 7) {
      Facts facts =
          new Facts(
              UUID.randomUUID(),
              person,
              "OAKFIELD",
              Instant.EPOCH.plus(Duration.ofDays(day)),
              Map.of("othersThreatened", List.of("true"), "physicalHarm", List.of("NONE")));
      happened.add(facts);
      tiers.add(
          defaultPolicy()
              .rulesOn(Trigger.INCIDENT)
              .filter(rule -> rule.when().on(facts, Pasts.of(happened)).holds())
              .map(Rule::tier)
              .max(Comparator.comparing(defaultPolicy()::height))
              .orElseThrow());
    }
    assertThat(tiers).containsExactly("NON_REPORTABLE", "CONSULT", "REPORTABLE");
    assertThat(defaultPolicy().rule("UNHARMED_ALTERCATION").routes().get(0).clock())
        .isEqualTo(ClockKind.WORKING);
  }

  @Test
  void noChainOfRulesCanFeedItself() {
    // what a rule on each can lead to, by construction
    for (Trigger trigger : Trigger.values()) {
      List<Trigger> next = new ArrayList<>();
      if (trigger.mayProposeStepUp()) {
        next.add(Trigger.STEP_UP_SUSTAINED);
      }
      // a step-up brings review actions with it
      if (trigger.mayAskForActions() || trigger.mayProposeStepUp()) {
        next.add(Trigger.ACTION_OVERDUE);
      }
      assertThat(next).allSatisfy(later -> assertThat(later).isGreaterThan(trigger));
    }
  }

  @Test
  void theListsServedAreThoseTheCodeReliesOn() {
    CodeListAssert.assertSame("escalation-route", Route.values());
    CodeListAssert.assertSame("rule-trigger", Trigger.values());
    CodeListAssert.assertSame("policy-status", PolicyStatus.values());
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
            "must be one of kind, location",
            p -> when(p, 0, "{\"fact\": \"weather\", \"exists\": true}")),
        bad(
            "condition of no known form",
            "rules[0].when",
            "is no condition",
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
            "must be one of ON_CALL_MANAGER, CLDT",
            p -> ((ObjectNode) rule(p, 0).get("routes").get(0)).put("route", "MAYOR")),
        bad(
            "route twice",
            "rules[0].routes[1].route",
            "is there twice",
            p ->
                ((ObjectNode) rule(p, 0).get("routes").get(1)).put("route", "SAFEGUARDING_ADULTS")),
        bad(
            "a clock of nothing",
            "rules[0].routes[0].acknowledgeWithin",
            "longer than nothing",
            p -> ((ObjectNode) rule(p, 0).get("routes").get(0)).put("acknowledgeWithin", "PT0S")),
        bad(
            "an unknown field",
            "rules[0].shade",
            "is not a field here; there are code,",
            p -> rule(p, 0).put("shade", "red")),
        bad("no rules", "rules", "must name at least one", p -> p.putArray("rules")),
        bad("no wording", "rules[3].why", "is missing", p -> rule(p, 3).put("why", " ")),
        bad("no working hours", "workingHours", "is missing", p -> p.remove("workingHours")),
        bad(
            "working hours the wrong way round",
            "workingHours.until",
            "must be later",
            p -> ((ObjectNode) p.get("workingHours")).put("until", "08:00")),
        bad(
            "a clock that is no duration",
            "rules[0].routes[0].decideWithin",
            "a duration such as",
            p -> routing(p).put("decideWithin", "soon")),
        bad(
            "a step before the one before",
            "rules[0].routes[0].ladder[2].after",
            "must not be earlier",
            p -> ((ObjectNode) routing(p).get("ladder").get(2)).put("after", "PT1M")),
        bad(
            "a tier that no rota has",
            "rules[0].routes[0].ladder[0].tier",
            "must be 1 to 5",
            p -> ((ObjectNode) routing(p).get("ladder").get(0)).put("tier", 6)),
        bad(
            "a fact of something else",
            "rules[0].when.fact",
            "breachDays is no fact of INCIDENT",
            p -> when(p, 0, "{\"fact\": \"breachDays\", \"atLeast\": 7}")),
        bad(
            "no number",
            "rules[0].when.atLeast",
            "it is a whole number",
            p -> when(p, 0, "{\"fact\": \"restrictionMinutes\", \"atLeast\": \"many\"}")),
        bad(
            "neither count nor run",
            "rules[1].when",
            "either count or sustainedFor",
            p -> ((ObjectNode) rule(p, 1).get("when")).remove("count")),
        bad(
            "a run longer than its window",
            "rules[1].when.sustainedFor",
            "can never be",
            p -> {
              ((ObjectNode) rule(p, 1).get("when")).remove("count");
              ((ObjectNode) rule(p, 1).get("when")).put("sustainedFor", "P30D");
            }),
        bad(
            "different people of one person",
            "rules[1].when.distinct",
            "can never be",
            p -> ((ObjectNode) rule(p, 1).get("when")).putObject("distinct").put("atLeast", 2)),
        bad(
            "patterns by different things",
            "rules[1].when",
            "must count by the same",
            p ->
                when(
                    p,
                    1,
                    """
                    {"all": [
                      {"count": 2, "within": "P7D", "matching": {"fact": "kind", "is": ["OTHER"]}},
                      {"count": 2, "within": "P7D", "by": "SETTING",
                       "matching": {"fact": "kind", "is": ["OTHER"]}}]}
                    """)),
        bad(
            "actions on overdue actions",
            "rules[1].routes[0].actions",
            "feeds itself",
            p -> {
              rule(p, 1).put("on", "ACTION_OVERDUE");
              rule(p, 1).remove("when");
            }),
        bad(
            "a step-up on a step-up",
            "rules[1].proposeStepUp",
            "feeds itself",
            p -> {
              rule(p, 1).put("on", "STEP_UP_SUSTAINED").put("proposeStepUp", true);
              rule(p, 1).remove("when");
            }),
        bad("no condition", "rules[1].when", "is missing", p -> rule(p, 1).remove("when")));
  }

  private static ObjectNode routing(JsonNode policy) {
    return (ObjectNode) rule(policy, 0).get("routes").get(0);
  }

  static Stream<Arguments> conditionsThatNothingCanMeet() {
    return Stream.of(
        Arguments.of(
            "{\"all\": [{\"fact\": \"physicalHarm\", \"atLeast\": \"SEVERE\"},"
                + " {\"fact\": \"physicalHarm\", \"is\": [\"NONE\", \"LOW\"]}]}",
            "physicalHarm would have to be at least SEVERE and NONE or LOW"),
        Arguments.of(
            "{\"all\": [{\"fact\": \"policeInvolved\", \"is\": [\"true\"]},"
                + " {\"not\": {\"fact\": \"policeInvolved\", \"is\": [\"true\"]}}]}",
            "policeInvolved"),
        // a list with an order, exhausted
        Arguments.of(
            "{\"not\": {\"fact\": \"physicalHarm\", \"atLeast\": \"NONE\"}}", "physicalHarm"),
        // a harm that is recorded is never none of the codes
        Arguments.of("{\"fact\": \"physicalHarm\", \"exists\": false}", "physicalHarm"),
        Arguments.of(
            "{\"all\": [{\"fact\": \"allegationType\", \"exists\": false},"
                + " {\"fact\": \"allegationType\", \"is\": [\"SEXUAL\"]}]}",
            "allegationType"),
        // every way out is closed: De Morgan under not, both alternatives of any
        Arguments.of(
            "{\"all\": [{\"not\": {\"any\": [{\"fact\": \"kind\", \"is\": [\"INJURY\"]},"
                + " {\"fact\": \"kind\", \"is\": [\"OTHER\"]}]}},"
                + " {\"any\": [{\"fact\": \"kind\", \"is\": [\"INJURY\"]},"
                + " {\"fact\": \"kind\", \"is\": [\"OTHER\"]}]}]}",
            "kind"),
        Arguments.of(
            "{\"all\": [{\"fact\": \"restrictionMinutes\", \"atLeast\": 30},"
                + " {\"not\": {\"fact\": \"restrictionMinutes\", \"atLeast\": 20}}]}",
            "restrictionMinutes would have to be at least 30 and not at least 20"),
        // the incident at hand is one of those that a pattern counts
        Arguments.of(
            "{\"all\": [{\"fact\": \"kind\", \"is\": [\"OTHER\"]}, {\"count\": 2,"
                + " \"within\": \"P7D\", \"matching\": {\"fact\": \"kind\", \"is\": [\"INJURY\"]}}]}",
            "kind"));
  }

  @ParameterizedTest
  @MethodSource("conditionsThatNothingCanMeet")
  void aRuleThatNothingCanReachIsRefused(String condition, String why) throws IOException {
    ObjectNode policy = (ObjectNode) JSON.readTree(text());
    when(policy, 0, condition);
    assertThatThrownBy(() -> Policy.read(policy.toString()))
        .asInstanceOf(type(InvalidPolicyException.class))
        .satisfies(
            refusal ->
                assertThat(refusal.violations())
                    .singleElement()
                    .satisfies(
                        violation -> {
                          assertThat(violation.field()).isEqualTo("rules[0].when");
                          assertThat(violation.message()).contains("can never be", why);
                        }));
  }

  static Stream<String> conditionsThatSomethingCanMeet() {
    return Stream.of(
        // several allegations can be of several types at once
        "{\"all\": [{\"fact\": \"allegationType\", \"is\": [\"SEXUAL\"]},"
            + " {\"fact\": \"allegationType\", \"is\": [\"PHYSICAL\"]}]}",
        "{\"all\": [{\"fact\": \"allegationType\", \"exists\": true},"
            + " {\"not\": {\"fact\": \"allegationType\", \"is\": [\"SEXUAL\"]}}]}",
        "{\"not\": {\"fact\": \"allegationType\", \"exists\": true}}",
        // settings are the providers' own: there is always another
        "{\"not\": {\"fact\": \"settingId\", \"is\": [\"ELM-HOUSE\"]}}",
        "{\"all\": [{\"fact\": \"physicalHarm\", \"atLeast\": \"LOW\"},"
            + " {\"not\": {\"fact\": \"physicalHarm\", \"atLeast\": \"MODERATE\"}}]}",
        "{\"all\": [{\"fact\": \"restrictionMinutes\", \"atLeast\": 5},"
            + " {\"not\": {\"fact\": \"restrictionMinutes\", \"atLeast\": 20}}]}");
  }

  @ParameterizedTest
  @MethodSource("conditionsThatSomethingCanMeet")
  void aRuleThatSomethingCanReachIsGood(String condition) throws IOException {
    ObjectNode policy = (ObjectNode) JSON.readTree(text());
    when(policy, 0, condition);
    assertThat(Policy.read(policy.toString()).rules()).isNotEmpty();
    assertThat(schemaViolations(policy)).isEmpty();
  }

  private static final Set<String> TOLD_BY_THE_SCHEMA_TOO =
      Set.of(
          "unknown fact",
          "condition of no known form",
          "two ways at once",
          "no parts",
          "window without limit",
          "pattern of one",
          "pattern inside any",
          "unknown route",
          "an unknown field",
          "no rules",
          "no wording",
          "no working hours",
          "a clock that is no duration",
          "a tier that no rota has",
          "neither count nor run",
          "actions on overdue actions",
          "a step-up on a step-up",
          "no condition");

  @ParameterizedTest(name = "{0}")
  @MethodSource("badPolicies")
  void theSchemaRefusesWhatIsWrongInForm(
      String what, String where, String why, Consumer<ObjectNode> change) throws IOException {
    ObjectNode policy = (ObjectNode) JSON.readTree(text());
    assertThat(schemaViolations(policy)).isEmpty();
    change.accept(policy);
    assertThat(schemaViolations(policy).isEmpty())
        .isEqualTo(!TOLD_BY_THE_SCHEMA_TOO.contains(what));
  }

  private static Set<ValidationMessage> schemaViolations(JsonNode policy) {
    try (var file = PolicyTest.class.getClassLoader().getResourceAsStream("policies/schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(file)
          .validate(policy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
                assertThat(refusal.violations())
                    .singleElement()
                    .satisfies(
                        violation -> {
                          assertThat(violation.field()).isEqualTo(where);
                          assertThat(violation.message()).containsPattern(why);
                        }));
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
    policy.remove("workingHours");
    rule(policy, 0).put("tier", "DIRE");
    assertThatThrownBy(() -> Policy.read(policy.toString()))
        .asInstanceOf(type(InvalidPolicyException.class))
        .satisfies(refusal -> assertThat(refusal.violations()).hasSize(2));
  }
}
