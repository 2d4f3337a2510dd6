package org.wraparound.escalation.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.incident;
import static org.wraparound.escalation.Field.manager;
import static org.wraparound.escalation.Field.restriction;
import static org.wraparound.escalation.Field.safeguarding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.Field;
import org.wraparound.escalation.policies.Fact;
import org.wraparound.escalation.policies.Facts;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.Transience;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.inbox.ReceivedEvent;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

/** Thresholds as facts change, across people, with several policies, and against them. */
@QuarkusTest
@WithTestResource(StackResource.class)
class ThresholdsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REASON =
      "{\"reason\": \"The same visit is being looked into already.\"}";

  @Inject Field field;
  @Inject AccessGrants grants;
  @Inject Incidents incidents;
  @Inject Evaluating evaluating;
  @Inject Provenance provenance;

  private static ValidatableResponse escalations(UUID person) {
    return manager().get("/v1/escalations?limit=200&personId=" + person).then().statusCode(200);
  }

  /** What becomes of the record of an incident. */
  private static Sent later(Sent incident, String type, Map<String, Object> changes) {
    try {
      ObjectNode data = (ObjectNode) JSON.readTree(incident.data());
      changes.forEach((name, value) -> data.set(name, JSON.valueToTree(value)));
      return Sent.now(type, "/incident-service", incident.personId(), incident.subject(), Map.of())
          .withData(data.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sent corrected(Sent incident, int number, Map<String, Object> changes) {
    Map<String, Object> all = new HashMap<>(changes);
    all.put("number", number);
    all.put("cause", "CORRECTION");
    return later(incident, "incident-corrected", all);
  }

  private static void awaitEvaluations(UUID subject, int number) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                as(Tokens.withoutAgency("auditor"))
                    .get("/v1/evaluations?subjectId=" + subject)
                    .path("items.size()")
                    .equals(number));
  }

  /** Publishes what changes a record and waits until it has been applied. */
  private void becomes(UUID person, Sent... events) {
    Bus.publish(Field.INCIDENTS, events);
    // what comes behind it is applied after it
    field.happens(incident(person, 300, Map.of()));
  }

  private static Map<String, Object> facts(Map<String, ?> some, Object... more) {
    Map<String, Object> facts = new HashMap<>(some);
    for (int i = 0; i < more.length; i += 2) {
      facts.put((String) more[i], more[i + 1]);
    }
    return facts;
  }

  private static Map<String, Object> alleged(String provider, String source, String setting) {
    return facts(
        Map.of(
            "allegations",
            List.of(
                Map.of(
                    "source", "OTHER_KNOWN_TO_INDIVIDUAL",
                    "type", "PHYSICAL",
                    "location", "SUPPORTED_LIVING",
                    "sourceRef", source))),
        "provider",
        provider,
        "settingId",
        setting);
  }

  @Test
  void aCorrectionRaisesWhatIsMissingAndNothingTwice() {
    UUID person = field.person();
    Sent recorded = incident(person, 1, Field.allegation());
    field.happens(recorded);
    Sent corrected = corrected(recorded, 2, Map.of("physicalHarm", "SEVERE"));
    Sent underAnotherId = corrected(recorded, 2, Map.of("physicalHarm", "SEVERE"));
    Bus.publish(Field.INCIDENTS, corrected, underAnotherId);
    awaitEvaluations(recorded.subject(), 2);
    becomes(person, corrected);
    awaitEvaluations(recorded.subject(), 2);
    escalations(person)
        .body("items.findAll { it.ruleCode == 'ALLEGATION_OF_ABUSE' }", hasSize(3))
        .body("items.findAll { it.ruleCode == 'SERIOUS_HARM' }", hasSize(4));
    manager()
        .get("/v1/evaluations?incidentId=" + recorded.subject())
        .then()
        .body("items.cause", contains("CORRECTED", "RECORDED"))
        .body("items.number", contains(2, 1))
        .body(
            "items[0].rules.find { it.ruleCode == 'ALLEGATION_OF_ABUSE' }.outcome",
            equalTo("ALREADY_RAISED"))
        .body("items[0].rules.find { it.ruleCode == 'SERIOUS_HARM' }.outcome", equalTo("FIRED"));
  }

  @Test
  void aWithdrawnIncidentCountsNoLongerAndWhatRestsOnItSaysSo() {
    UUID person = field.person();
    Sent first = incident(person, 4, facts(restriction(), "policeInvolved", true));
    field.happens(first, incident(person, 3, restriction()));
    becomes(person, later(first, "incident-withdrawn", Map.of("reasonCode", "RECORDED_IN_ERROR")));
    field.happens(incident(person, 2, restriction()));
    escalations(person)
        .body("items.ruleCode.unique()", contains("POLICE_INVOLVED"))
        .body("items.collect { it.log.last().kind }", everyItem(is("INCIDENT_WITHDRAWN")))
        .body("items[0].log.last().detail", equalTo(first.subject().toString()));
    field.happens(incident(person, 1, restriction()));
    escalations(person).body("items.ruleCode", hasItem("RESTRICTIVE_PRACTICE_PATTERN"));
  }

  @Test
  void aDuplicateDoesNotCountUntilItStandsAloneAgain() {
    UUID person = field.person();
    Sent twin = incident(person, 4, restriction());
    Sent original = incident(person, 3.9, restriction());
    field.happens(twin, original);
    Map<String, Object> link = Map.of("duplicateOf", original.subject());
    becomes(person, later(twin, "incident-linked", link));
    field.happens(incident(person, 2, restriction()));
    escalations(person).body("items", empty());
    Bus.publish(Field.INCIDENTS, later(twin, "incident-unlinked", link));
    awaitEvaluations(twin.subject(), 2);
    escalations(person)
        .body("items.ruleCode", contains("RESTRICTIVE_PRACTICE_PATTERN"))
        .body("items[0].incidentIds", hasSize(3));
    manager()
        .get("/v1/evaluations?incidentId=" + twin.subject())
        .then()
        .body("items[0].cause", equalTo("COUNTED_AGAIN"));
  }

  @Test
  void aSourceThatIsNamedAgainIsSeenAcrossPeopleAndOthersFactsStayTheirs() {
    String source =
        "SOURCE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    UUID first = field.person();
    UUID second = field.person();
    UUID third = field.person();
    Sent before = incident(first, 9, alleged("OAKFIELD", source, "ELM-HOUSE"));
    Sent completing = incident(second, 8, alleged("OAKFIELD", source, "ASH-HOUSE"));
    field.happens(before);
    field.happens(completing);
    String pattern = "items.findAll { it.ruleCode == 'SAME_SOURCE_ALLEGED_AGAIN' }";
    escalations(first).body(pattern, empty());
    escalations(second)
        .body(pattern, hasSize(2))
        .body(pattern + "[0].incidentIds", contains(completing.subject().toString()))
        .body(pattern + "[0].facts.find { it.fact == 'incidents' }.value", equalTo("2"))
        .body(pattern + "[0].facts.incidentId", not(hasItem(before.subject().toString())));
    // it speaks once of a source while that is open, whoever is concerned
    Sent again = incident(third, 7, alleged("OAKFIELD", source, "ASH-HOUSE"));
    // another provider's names are its own
    Sent elsewhere = incident(third, 6, alleged("ELMTREE", source, "ASH-HOUSE"));
    field.happens(again, elsewhere);
    escalations(third).body(pattern, empty());
    manager()
        .get("/v1/evaluations?incidentId=" + again.subject())
        .then()
        .body(
            "items[0].rules.find { it.ruleCode == 'SAME_SOURCE_ALLEGED_AGAIN' }.outcome",
            equalTo("ALREADY_OPEN"))
        .body(
            "items[0].rules.find { it.ruleCode == 'SAME_SOURCE_ALLEGED_AGAIN' }.patternKey",
            equalTo("ALLEGED_SOURCE OAKFIELD " + source));
  }

  private static String policy(String title, String acknowledge, String extra) {
    return """
        {"title": "%s", "source": "Test", "tiers": ["CONSULT", "REPORTABLE"],
         "workingHours": {"from": "09:00", "until": "17:00"},
         "rules": [{"code": "ALLEGATION_OF_ABUSE", "tier": "REPORTABLE", "title": "t", "why": "w",
           "when": {"fact": "allegationType", "exists": true},
           "routes": [
             {"route": "SAFEGUARDING_ADULTS", "acknowledgeWithin": "%s", "decideWithin": "P2D",
              "ladder": [], "actions": []}%s]}]}
        """
        .formatted(title, acknowledge, extra);
  }

  private static int inForce(String agency, String type, String content) {
    int version =
        as(Tokens.of(agency, type, "manager"))
            .body(content)
            .post("/v1/policies")
            .then()
            .statusCode(201)
            .extract()
            .path("version");
    as(Tokens.of(agency, type, "safeguarding-lead"))
        .body("{\"note\": \"Agreed for this test.\"}")
        .post("/v1/policies/" + version + "/approval")
        .then()
        .statusCode(200);
    return version;
  }

  @Test
  void aProviderCanBeStricterThanItsBoardAndNeverLaxer() {
    String route =
        """
        , {"route": "ON_CALL_MANAGER", "clock": "%s", "acknowledgeWithin": "%s",
           "decideWithin": "P1D", "ladder": [], "actions": []}
        """;
    int board =
        inForce(
            "SEASIDE-SAFEGUARDING",
            "LOCAL_AUTHORITY_SAFEGUARDING",
            policy("Seaside", "PT4H", route.formatted("ELAPSED", "PT2H")));
    int own =
        inForce(
            "HARBOUR", "PROVIDER", policy("Harbour", "PT1H", route.formatted("WORKING", "PT3H")));
    UUID person = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              grants.grant(person, "HARBOUR", "PROVIDER", Level.FULL);
              grants.grant(
                  person, "SEASIDE-SAFEGUARDING", "LOCAL_AUTHORITY_SAFEGUARDING", Level.FULL);
            });
    Sent incident = incident(person, 0.1, facts(Field.allegation(), "provider", "HARBOUR"));
    field.happens(incident);
    var harbour = Tokens.of("HARBOUR", "PROVIDER", "manager");
    as(harbour)
        .get("/v1/escalations?personId=" + person)
        .then()
        .body("items.route", containsInAnyOrder("SAFEGUARDING_ADULTS", "ON_CALL_MANAGER"))
        .body("items.thresholdId.unique()", hasSize(1))
        .body("items.find { it.route == 'SAFEGUARDING_ADULTS' }.policyVersion", equalTo(own))
        .body("items.find { it.route == 'ON_CALL_MANAGER' }.policyVersion", equalTo(board));
    as(harbour)
        .get("/v1/evaluations?incidentId=" + incident.subject())
        .then()
        .body("items[0].policies.as", contains("BOARD", "PROVIDER"))
        .body("items[0].policies.version", contains(board, own))
        .body("items[0].rules.outcome", contains("FIRED", "FIRED"))
        .rootPath("items[0].rules[0].routes.find { it.route == 'SAFEGUARDING_ADULTS' }")
        .body("outcome", equalTo("STRICTER_ELSEWHERE"))
        .body("stricter.policyVersion", equalTo(own))
        .body("stricter.because", equalTo("EARLIER_ACKNOWLEDGEMENT"))
        .rootPath("items[0].rules[1].routes.find { it.route == 'ON_CALL_MANAGER' }")
        .body("outcome", equalTo("STRICTER_ELSEWHERE"))
        .body("stricter.policyVersion", equalTo(board));
  }

  private void concern(String topic, Sent event) {
    Bus.publish(topic, event);
    awaitEvaluations(event.subject(), 1);
  }

  @Test
  void anIndicatorThatNobodyRecordsIsPutToTheThresholdsWithoutADirection() {
    UUID person = field.person();
    UUID breach = UUID.randomUUID();
    concern(
        "wraparound.pathways.v1",
        Sent.now(
            "indicator-breached",
            "/pathway-service",
            person,
            breach,
            Map.of("breachId", breach, "provider", "OAKFIELD", "indicator", "SLEEP", "days", 0)));
    escalations(person).body("items.ruleCode.unique()", contains("INDICATOR_BREACHED"));
  }

  @Test
  void driftBreachesAndLastingStepUpsArePutToTheThresholdsOnce() {
    UUID person = field.person();
    UUID action = UUID.randomUUID();
    Map<String, String> overdue =
        Map.of("actionId", action.toString(), "ownerAgency", "NORTHVALE-CLDT");
    String plans = "wraparound.action-plans.v1";
    concern(plans, Sent.now("action-overdue", "/action-plan-service", person, action, overdue));
    concern(plans, Sent.now("action-overdue", "/action-plan-service", person, action, overdue));
    UUID breach = UUID.randomUUID();
    concern(
        "wraparound.pathways.v1",
        Sent.now(
            "indicator-breached",
            "/pathway-service",
            person,
            breach,
            Map.of(
                "breachId", breach,
                "provider", "OAKFIELD",
                "indicator", "ANXIETY",
                "direction", "ABOVE",
                "days", 8)));
    UUID stepUp = UUID.randomUUID();
    concern(
        "wraparound.pathways.v1",
        Sent.now(
            "step-up-sustained",
            "/pathway-service",
            person,
            stepUp,
            Map.of("transitionId", stepUp, "provider", "OAKFIELD", "days", 30)));
    escalations(person)
        .body(
            "items.ruleCode.unique()",
            containsInAnyOrder(
                "ACTION_OVERDUE",
                "INDICATOR_BREACHED",
                "INDICATOR_BREACHED_FOR_DAYS",
                "STEP_UP_SUSTAINED"))
        .body("items.findAll { it.ruleCode == 'ACTION_OVERDUE' }", hasSize(1))
        .body("items.find { it.ruleCode == 'ACTION_OVERDUE' }.recipientAgency", is("OAKFIELD"))
        .body("items.collectMany { it.incidentIds }", empty());
    manager()
        .get("/v1/evaluations?subjectId=" + action)
        .then()
        .body("items[0].on", equalTo("ACTION_OVERDUE"))
        .body("items[0].incidentId", nullValue());
    for (Bus.Read event : raised(person, 6)) {
      assertThat(Contracts.violations("escalation-service", event.type(), event.data())).isEmpty();
      // what follows from drift and from a lasting step-up cannot lead back to it
      boolean drift = event.data().get("ruleCode").asText().equals("ACTION_OVERDUE");
      assertThat(drift && !event.data().get("actions").isEmpty()).isFalse();
    }
  }

  private static List<Bus.Read> raised(UUID person, int count) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> Bus.read("wraparound.escalations.v1", person),
            found ->
                found.stream().filter(e -> e.type().equals("escalation-raised")).count() == count)
        .stream()
        .filter(event -> event.type().equals("escalation-raised"))
        .toList();
  }

  @Test
  void someoneEscalatesWhatCrossesNoThreshold() {
    UUID person = field.person();
    Sent incident = incident(person, 0, Map.of("physicalHarm", "LOW"));
    field.happens(incident);
    String evaluation =
        manager().get("/v1/evaluations?incidentId=" + incident.subject()).path("items[0].id");
    String path = "/v1/evaluations/" + evaluation + "/override";
    String command =
        """
        {"route": "CLDT", "reason": "He has not been himself since Sunday and I know the signs."}
        """;
    as(Tokens.oakfield("practitioner")).body(command).post(path).then().statusCode(403);
    as(Tokens.elmtree("manager")).body(command).post(path).then().statusCode(404);
    manager()
        .body("{\"reason\": \"Because.\"}")
        .post(path)
        .then()
        .statusCode(422)
        .body("violations.field", hasItems("route", "reason"));
    String escalation =
        manager()
            .body(command)
            .post(path)
            .then()
            .statusCode(201)
            .header("Location", startsWith("/v1/escalations/"))
            .body("kind", equalTo("ESCALATED_BELOW_THRESHOLD"))
            .body("ruleCode", equalTo("RAISED_BY_HAND"))
            .extract()
            .path("escalationId");
    manager().body(command).post(path).then().statusCode(409);
    escalations(person)
        .body("items.id", contains(escalation))
        .body("items.recipientAgency", contains("NORTHVALE-CLDT"))
        .body("items[0].title", containsString("judged"));
  }

  @Test
  void someoneWhoMayStandsDownWhatCrossesAThresholdForAllToSee() {
    UUID person = field.person();
    field.happens(
        incident(
            person,
            0,
            facts(Field.allegation(), "othersThreatened", true, "physicalHarm", "NONE")));
    String serious = path(Field.escalation(person, "SAFEGUARDING_ADULTS"));
    manager().body(REASON).post(serious).then().statusCode(403);
    as(Tokens.oakfield("practitioner")).body(REASON).post(serious).then().statusCode(403);
    safeguarding().body("{}").post(serious).then().statusCode(422);
    safeguarding()
        .body(REASON)
        .post(serious)
        .then()
        .statusCode(200)
        .body("kind", equalTo("STOOD_DOWN"))
        .body("ruleCode", equalTo("ALLEGATION_OF_ABUSE"));
    safeguarding().body(REASON).post(serious).then().statusCode(409);
    String minor = path(Field.escalation(person, "ON_CALL_MANAGER"));
    manager().body(REASON).post(minor).then().statusCode(200);
    manager()
        .get("/v1/escalations?status=STOOD_DOWN&personId=" + person)
        .then()
        .body("items.ruleCode", containsInAnyOrder("ALLEGATION_OF_ABUSE", "UNHARMED_ALTERCATION"))
        .body("items[0].log.last().kind", equalTo("STOOD_DOWN"));
    List<Bus.Read> overrides =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    Bus.read("wraparound.escalations.v1", person).stream()
                        .filter(event -> event.type().equals("threshold-overridden"))
                        .toList(),
                found -> found.size() == 2);
    assertThat(overrides)
        .allSatisfy(
            event -> {
              assertThat(Contracts.violations("escalation-service", event.type(), event.data()))
                  .isEmpty();
              assertThat(event.data().toString()).doesNotContain("looked into");
            });
  }

  private static String path(String escalation) {
    return "/v1/escalations/" + escalation + "/override";
  }

  @Test
  void aTrialTellsWhatADraftWouldChange() {
    String provider =
        "TRIAL-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    var manager = Tokens.of(provider, "PROVIDER", "manager");
    UUID person = UUID.randomUUID();
    Sent first = incident(person, 20, alleged(provider, "A", "ELM"));
    Sent second = incident(person, 10, alleged(provider, "A", "ELM"));
    Sent old = incident(person, 100, alleged(provider, "B", "ELM"));
    field.happens(first, second, old);
    int version =
        as(manager)
            .body(
                policy("Draft", "PT4H", "")
                    .replace(
                        "{\"fact\": \"allegationType\", \"exists\": true}",
                        """
                        {"count": 2, "within": "P28D", "by": "SETTING",
                         "matching": {"fact": "allegationType", "exists": true}}
                        """))
            .post("/v1/policies")
            .then()
            .statusCode(201)
            .extract()
            .path("version");
    String path = "/v1/policies/" + version + "/trial";
    String time =
        "{\"from\": \"%s\", \"to\": \"%s\"}"
            .formatted(Instant.now().minus(Duration.ofDays(28)), Instant.now());
    as(manager)
        .body(time)
        .post(path)
        .then()
        .statusCode(200)
        .body("comparedWith", equalTo(1))
        .body("incidents", equalTo(2))
        .body("people", equalTo(1))
        .body("assumptions", not(empty()))
        .body("routes.find { it.route == 'SAFEGUARDING_ADULTS' }.tried.raised", equalTo(1))
        .body("routes.find { it.route == 'SAFEGUARDING_ADULTS' }.inForce.raised", equalTo(3))
        .body("routes.find { it.route == 'SAFEGUARDING_ADULTS' }.tried.perWeek", equalTo(0.3f))
        .rootPath("rules.find { it.ruleCode == 'ALLEGATION_OF_ABUSE' }")
        .body("fired", equalTo(1))
        .body("firedInForce", equalTo(2));
    as(Tokens.elmtree("manager")).body(time).post(path).then().statusCode(404);
    as(Tokens.elmtree("manager"))
        .body(time)
        .post("/v1/policies/1/trial")
        .then()
        .statusCode(200)
        .body("rules.collectMany { it.added.incidentIds }", empty());
    as(manager)
        .body("{\"from\": \"2024-01-01T00:00:00Z\", \"to\": \"2026-01-01T00:00:00Z\"}")
        .post(path)
        .then()
        .statusCode(422)
        .body("violations.field", contains("to"));
  }

  @Test
  void aTrialMayTakeLongerThanOtherRequests() throws NoSuchMethodException {
    String limit =
        TrialResource.class
            .getMethod("run", int.class, RunTrial.class)
            .getAnnotation(Idempotent.class)
            .timeout();
    assertThat(ConfigProvider.getConfig().getValue(limit, Duration.class))
        .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
  }

  /**
   * Two replicas each take two events in one transaction, whose patterns both count, and meet in
   * opposite order: the database ends one, which the inbox applies again.
   */
  @Test
  void ofTwoReplicasThatWaitForEachOtherOneTriesAgainAndEachPatternSpeaksOnce() throws Exception {
    String one = "SOURCE-" + UUID.randomUUID();
    String other = "SOURCE-" + UUID.randomUUID();
    List<UUID> people = Stream.generate(field::person).limit(4).toList();
    CyclicBarrier bothHoldTheirFirst = new CyclicBarrier(2);
    AtomicInteger again = new AtomicInteger();
    CompletableFuture.allOf(
            CompletableFuture.runAsync(
                () ->
                    replica(
                        bothHoldTheirFirst,
                        again,
                        allegation(people.get(0), one),
                        allegation(people.get(1), other))),
            CompletableFuture.runAsync(
                () ->
                    replica(
                        bothHoldTheirFirst,
                        again,
                        allegation(people.get(2), other),
                        allegation(people.get(3), one))))
        .get(60, TimeUnit.SECONDS);
    assertThat(again).hasValue(1);
    // the rule has two routes
    assertThat(sameSourceRaised(people.get(0)) + sameSourceRaised(people.get(3))).isEqualTo(2);
    assertThat(sameSourceRaised(people.get(1)) + sameSourceRaised(people.get(2))).isEqualTo(2);
  }

  private static int sameSourceRaised(UUID person) {
    return escalations(person)
        .extract()
        .path("items.findAll { it.ruleCode == 'SAME_SOURCE_ALLEGED_AGAIN' }.size()");
  }

  private static Facts allegation(UUID person, String source) {
    return new Facts(
        UUID.randomUUID(),
        person,
        "OAKFIELD",
        // as the feed keeps it, and the database
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        Map.of(
            Fact.ALLEGATION_TYPE.code(), List.of("PHYSICAL"),
            Fact.ALLEGATION_SOURCE_REF.code(), List.of(source)));
  }

  /** As the inbox does: all or none, and again after a failure that passes. */
  private void replica(CyclicBarrier bothHoldTheirFirst, AtomicInteger again, Facts... batch) {
    var request = Arc.container().requestContext();
    request.activate();
    try {
      provenance.causedByClock();
      while (true) {
        boolean meets = again.get() == 0;
        try {
          QuarkusTransaction.requiringNew()
              .run(
                  () -> {
                    put(batch[0]);
                    if (meets) {
                      meet(bothHoldTheirFirst);
                    }
                    put(batch[1]);
                  });
          return;
        } catch (RuntimeException failure) {
          if (!Transience.isTransient(failure)) {
            throw failure;
          }
          again.incrementAndGet();
        }
      }
    } finally {
      request.terminate();
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private void put(Facts facts) {
    IncidentFacts incident = new IncidentFacts(facts);
    incidents.persist(incident);
    evaluating.evaluate(incident, Cause.RECORDED, recorded(facts));
  }

  private static ReceivedEvent recorded(Facts facts) {
    return new ReceivedEvent(
        UUID.randomUUID(),
        "incident-recorded",
        "/incident-service",
        facts.personId(),
        facts.incidentId(),
        facts.happenedAt(),
        facts.happenedAt(),
        "OAKFIELD",
        "test",
        0,
        null,
        null,
        null);
  }

  /** The day's events of several people, each person's in their order, whatever comes between. */
  @Test
  void aDayRaisesTheSameHoweverTheEventsOfItsPeopleAreInterleaved() {
    Set<String> expected = null;
    for (long seed = 0; seed < 2; seed++) {
      String provider =
          "DAY-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
      Set<String> raised = aDayAt(provider, new Random(seed));
      expected = expected == null ? raised : expected;
      assertThat(raised).isEqualTo(expected).isNotEmpty();
    }
  }

  private Set<String> aDayAt(String provider, Random order) {
    List<UUID> people = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    Random same = new Random(42);
    List<List<Sent>> byPerson = new ArrayList<>();
    for (UUID person : people) {
      List<Sent> events = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Map<String, Object> facts =
            same.nextBoolean()
                ? alleged(provider, "S-" + same.nextInt(2), "H-1")
                : facts(restriction(), "provider", provider, "settingId", "H-1");
        Sent recorded = incident(person, same.nextInt(20), facts);
        events.add(recorded);
        if (same.nextInt(3) == 0) {
          events.add(corrected(recorded, 2, Map.of("physicalHarm", "SEVERE")));
        }
      }
      byPerson.add(events);
    }
    List<Integer> turns = new ArrayList<>();
    for (int person = 0; person < byPerson.size(); person++) {
      turns.addAll(Collections.nCopies(byPerson.get(person).size(), person));
    }
    Collections.shuffle(turns, order);
    var manager = Tokens.of(provider, "PROVIDER", "manager");
    int[] next = new int[people.size()];
    Map<UUID, Integer> evaluations = new HashMap<>();
    for (int person : turns) {
      Sent event = byPerson.get(person).get(next[person]++);
      Bus.publish(Field.INCIDENTS, event);
      awaitEvaluations(event.subject(), evaluations.merge(event.subject(), 1, Integer::sum));
    }
    Set<String> raised = new TreeSet<>();
    List<Map<String, Object>> escalations =
        as(manager).get("/v1/escalations?limit=200").path("items");
    for (Map<String, Object> one : escalations) {
      // a pattern across people is raised on whose incident completes it
      boolean across = one.get("ruleCode").equals("SAME_SOURCE_ALLEGED_AGAIN");
      int person = people.indexOf(UUID.fromString((String) one.get("personId")));
      raised.add(one.get("ruleCode") + " " + one.get("route") + (across ? "" : " of " + person));
    }
    return raised;
  }
}
