package org.wraparound.actionplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.wraparound.actionplan.Agencies.ESCALATIONS;
import static org.wraparound.actionplan.Agencies.OWN_TOPIC;
import static org.wraparound.actionplan.Agencies.PATHWAYS;
import static org.wraparound.actionplan.Agencies.as;
import static org.wraparound.actionplan.Agencies.circleOf;
import static org.wraparound.actionplan.Agencies.commissioner;
import static org.wraparound.actionplan.Agencies.joined;
import static org.wraparound.actionplan.Agencies.liaison;
import static org.wraparound.actionplan.Agencies.manager;
import static org.wraparound.actionplan.Agencies.safeguarding;
import static org.wraparound.actionplan.Agencies.stranger;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.plans.EscalationFeed.Raised;
import org.wraparound.actionplan.plans.StepUpFeed.Authorised;
import org.wraparound.kit.London;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class FeedsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject ObjectMapper json;
  @Inject AccessGrants grants;
  @Inject DueDates dueDates;
  @Inject EntityManager entities;

  private final UUID person = UUID.randomUUID();
  private final LocalDate today = London.today(Clock.systemUTC());

  private Sent raised(UUID threshold, Instant at, Map<String, String> dueWithinByTemplate) {
    UUID escalation = UUID.randomUUID();
    Sent now =
        Sent.now(
            "escalation-raised",
            "/escalation-service",
            person,
            escalation,
            Map.of(
                "escalationId",
                escalation,
                "personId",
                person,
                "provider",
                "OAKFIELD",
                "thresholdId",
                threshold,
                "route",
                "SAFEGUARDING_ADULTS",
                "actions",
                dueWithinByTemplate.entrySet().stream()
                    .map(e -> Map.of("template", e.getKey(), "dueWithin", e.getValue()))
                    .toList()));
    return new Sent(now.id(), now.type(), now.source(), person, escalation, at, now.data());
  }

  private Sent raised(UUID threshold, String template) {
    return raised(threshold, Instant.now(), Map.of(template, "PT48H"));
  }

  private List<String> templates() {
    return manager().get("/v1/actions?personId=" + person).path("items.template");
  }

  private void awaitTemplates(String... expected) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(templates()).containsExactlyInAnyOrder(expected));
  }

  private List<Bus.Read> told(String type) {
    return Bus.read(OWN_TOPIC, person).stream().filter(e -> e.type().equals(type)).toList();
  }

  private String actionOf(String template) {
    return manager()
        .get("/v1/actions?personId=" + person)
        .path("items.find { it.template == '" + template + "' }.id");
  }

  @Test
  void anEscalationOpensAPlanWithOwnedActions() {
    circleOf(person);
    awaitCircle();
    UUID threshold = UUID.randomUUID();
    Sent escalation =
        raised(
            threshold,
            Instant.now(),
            Map.of(
                "PROTECT_AND_SEPARATE", "PT0S",
                "HOLD_STRATEGY_DISCUSSION", "P5D",
                "REVIEW_COMMISSIONED_SUPPORT", "P10D"));
    Bus.publish(ESCALATIONS, escalation);
    awaitTemplates(
        "PROTECT_AND_SEPARATE", "HOLD_STRATEGY_DISCUSSION", "REVIEW_COMMISSIONED_SUPPORT");

    manager()
        .get("/v1/plans?personId=" + person)
        .then()
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("ESCALATION"))
        .body("items[0].provider", equalTo("OAKFIELD"))
        .body("items[0].openedByAgency", equalTo("SYSTEM"))
        .body("items[0].escalationIds", equalTo(List.of(escalation.subject().toString())))
        .body("items[0].progress.proposed", equalTo(List.of(1, 1, 1, 0)));
    manager()
        .get("/v1/actions/" + actionOf("HOLD_STRATEGY_DISCUSSION"))
        .then()
        .body("party", equalTo("PARTNER"))
        .body("ownerAgency", equalTo("BRIDGESHIRE-SAFEGUARDING"))
        .body("ownerRole", equalTo("safeguarding-lead"))
        .body("status", equalTo("PROPOSED"))
        .body("proposedByAgency", equalTo("SYSTEM"))
        .body("dueOn", equalTo(today.plusDays(5).toString()))
        .body("thresholdId", equalTo(threshold.toString()))
        .body("escalationId", equalTo(escalation.subject().toString()));
    manager()
        .get("/v1/actions/" + actionOf("REVIEW_COMMISSIONED_SUPPORT"))
        .then()
        .body("ownerAgency", equalTo("BRIDGESHIRE-COMMISSIONING"));
    safeguarding()
        .get("/v1/actions?personId=" + person + "&ownerAgency=BRIDGESHIRE-SAFEGUARDING")
        .then()
        .body("items", hasSize(1));
    stranger().get("/v1/plans?personId=" + person).then().body("items", hasSize(0));
    stranger().get("/v1/actions?personId=" + person).then().body("items", hasSize(0));
  }

  @Test
  void oneFiringOnSeveralRoutesAndRedeliveredAsksForEachActionOnce() {
    UUID threshold = UUID.randomUUID();
    Sent first = raised(threshold, "NOTIFY_CQC");
    Sent otherRoute = raised(threshold, "NOTIFY_CQC");
    Bus.publish(ESCALATIONS, first, first, otherRoute);
    Bus.publish(ESCALATIONS, first);
    Bus.publish(ESCALATIONS, raised(UUID.randomUUID(), "PREPARE_CHRONOLOGY"));
    awaitTemplates("NOTIFY_CQC", "PREPARE_CHRONOLOGY");
    manager()
        .get("/v1/plans?personId=" + person)
        .then()
        .body("items", hasSize(1))
        .body("items[0].escalationIds", hasSize(3));
    // the same rule firing again later asks again
    Bus.publish(ESCALATIONS, raised(UUID.randomUUID(), "NOTIFY_CQC"));
    awaitTemplates("NOTIFY_CQC", "NOTIFY_CQC", "PREPARE_CHRONOLOGY");
  }

  @Test
  void afterAPlanWasClosedTheNextEscalationOpensAnother() {
    Bus.publish(ESCALATIONS, raised(UUID.randomUUID(), "NOTIFY_CQC"));
    awaitTemplates("NOTIFY_CQC");
    manager()
        .body("{\"reason\":\"Sent before.\"}")
        .post("/v1/actions/" + actionOf("NOTIFY_CQC") + "/withdrawal")
        .then()
        .statusCode(200);
    String plan = manager().get("/v1/plans?personId=" + person).path("items[0].id");
    manager().post("/v1/plans/" + plan + "/closure").then().statusCode(200);
    Bus.publish(ESCALATIONS, raised(UUID.randomUUID(), "PREPARE_CHRONOLOGY"));
    awaitTemplates("NOTIFY_CQC", "PREPARE_CHRONOLOGY");
    manager()
        .get("/v1/plans?personId=" + person)
        .then()
        .body("items.status", equalTo(List.of("OPEN", "CLOSED")));
  }

  @Test
  void anActionNobodyInTheCircleCanOwnIsTheProvidersUntilSomeoneJoins() {
    circleOf(person);
    awaitCircle();
    Bus.publish(ESCALATIONS, raised(UUID.randomUUID(), "URGENT_HEALTH_REVIEW"));
    awaitTemplates("URGENT_HEALTH_REVIEW");
    String action = actionOf("URGENT_HEALTH_REVIEW");
    manager()
        .get("/v1/actions/" + action)
        .then()
        .body("ownerAgency", equalTo("OAKFIELD"))
        .body("ownerAgencyMissing", equalTo("GP"));
    Bus.publish(
        PATHWAYS,
        joined(person, "QUIET-SURGERY", "GP", "AWARE"),
        joined(person, "MILL-SURGERY", "GP", "SUMMARY"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                as(Tokens.of("MILL-SURGERY", "GP", "clinician"))
                    .get("/v1/actions/" + action)
                    .then()
                    .statusCode(200)
                    .body("ownerAgency", equalTo("MILL-SURGERY"))
                    .body("ownerAgencyMissing", equalTo(null)));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertConforming("action-reassigned", told("action-reassigned"), 1));
  }

  @Test
  void anAuthorisedStepUpIsReviewedInThePlanThatIsOpen() {
    circleOf(person);
    awaitCircle();
    Bus.publish(ESCALATIONS, raised(UUID.randomUUID(), "NOTIFY_CQC"));
    awaitTemplates("NOTIFY_CQC");
    Sent authorised = authorised();
    Bus.publish(PATHWAYS, authorised, authorised);
    awaitTemplates("NOTIFY_CQC", "REVIEW_STEP_UP", "NOTE_COST_OF_STEP_UP");
    manager().get("/v1/plans?personId=" + person).then().body("items", hasSize(1));
    manager()
        .get("/v1/actions/" + actionOf("REVIEW_STEP_UP"))
        .then()
        .body("dueOn", equalTo("2031-02-03"))
        .body("ownerRole", equalTo("manager"))
        .body("transitionId", equalTo(authorised.subject().toString()));
    manager()
        .get("/v1/actions/" + actionOf("NOTE_COST_OF_STEP_UP"))
        .then()
        .body("party", equalTo("COMMISSIONER"))
        .body("ownerAgency", equalTo("BRIDGESHIRE-COMMISSIONING"));
  }

  @Test
  void anAuthorisedStepUpOpensAPlanWhereNoneIsOpen() {
    circleOf(person);
    Bus.publish(PATHWAYS, authorised());
    awaitTemplates("REVIEW_STEP_UP", "NOTE_COST_OF_STEP_UP");
    manager()
        .get("/v1/plans?personId=" + person)
        .then()
        .body("items.kind", equalTo(List.of("REVIEW")))
        .body("items[0].provider", equalTo("OAKFIELD"));
  }

  @Test
  void whatIsStillOpenWhenItsDayHasEndedIsToldOnce() {
    circleOf(person);
    awaitCircle();
    Bus.publish(
        ESCALATIONS,
        raised(
            UUID.randomUUID(),
            Instant.now().minus(Duration.ofDays(3)),
            Map.of("NOTIFY_CQC", "PT1H", "PREPARE_CHRONOLOGY", "P9D")));
    await().atMost(SOON).untilAsserted(() -> assertThat(told("action-overdue")).hasSize(1));
    String action = actionOf("NOTIFY_CQC");
    manager()
        .get("/v1/actions?overdue=true&personId=" + person)
        .then()
        .body("items.id", equalTo(List.of(action)))
        .body("items[0].overdue", equalTo(true));
    manager()
        .get("/v1/plans?personId=" + person)
        .then()
        .body("items[0].progress[0].overdue", equalTo(1))
        .body("items[0].progress[0].proposed", equalTo(2));

    manager()
        .body("{\"evidence\":[{\"kind\":\"NOTE\",\"note\":\"Sent.\"}]}")
        .post("/v1/actions/" + action + "/completion")
        .then()
        .statusCode(200)
        .body("overdue", equalTo(false));
    commissioner()
        .body("{\"impact\":\"NOT_ACHIEVED\",\"finding\":\"It was returned.\"}")
        .post("/v1/actions/" + action + "/verification")
        .then()
        .statusCode(200)
        .body("overdue", equalTo(true));
    await().atMost(SOON).untilAsserted(() -> assertThat(told("action-reopened")).hasSize(1));
    // a due date set after it shows that the reopened one has fired
    Bus.publish(
        ESCALATIONS,
        raised(
            UUID.randomUUID(),
            Instant.now().minus(Duration.ofDays(2)),
            Map.of("UPDATE_SHIFT_GUIDANCE", "PT1H")));
    await().atMost(SOON).untilAsserted(() -> assertThat(told("action-overdue")).hasSize(2));
    assertThat(told("action-overdue").stream().map(e -> e.data().get("actionId").asText()))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsToldKeepsTheContracts() {
    circleOf(person);
    awaitCircle();
    UUID threshold = UUID.randomUUID();
    Bus.publish(
        ESCALATIONS,
        raised(
            threshold,
            Instant.now().minus(Duration.ofDays(1)),
            Map.of("NOTIFY_CQC", "PT0S", "PREPARE_CHRONOLOGY", "P9D")),
        raised(threshold, "NOTIFY_CQC"));
    awaitTemplates("NOTIFY_CQC", "PREPARE_CHRONOLOGY");
    await().atMost(SOON).untilAsserted(() -> assertThat(told("action-overdue")).hasSize(1));
    String action = actionOf("NOTIFY_CQC");
    for (String impact : List.of("NOT_ACHIEVED", "ACHIEVED")) {
      manager()
          .body("{\"evidence\":[{\"kind\":\"NOTE\",\"note\":\"Sent.\"}]}")
          .post("/v1/actions/" + action + "/completion")
          .then()
          .statusCode(200);
      liaison()
          .body("{\"impact\":\"%s\",\"finding\":\"Looked it up.\"}".formatted(impact))
          .post("/v1/actions/" + action + "/verification")
          .then()
          .statusCode(200);
    }
    manager()
        .body("{\"reason\":\"Asked for twice.\"}")
        .post("/v1/actions/" + actionOf("PREPARE_CHRONOLOGY") + "/withdrawal")
        .then()
        .statusCode(200);
    String plan = manager().get("/v1/plans?personId=" + person).path("items[0].id");
    manager().post("/v1/plans/" + plan + "/closure").then().statusCode(200);
    manager()
        .body("{\"personId\":\"%s\",\"kind\":\"REVIEW\"}".formatted(person))
        .post("/v1/plans")
        .then()
        .statusCode(201);
    Map<String, Integer> expected =
        Map.of(
            "plan-opened", 2,
            "plan-extended", 1,
            "action-proposed", 2,
            "action-agreed", 1,
            "action-overdue", 1,
            "action-completed", 2,
            "action-verified", 2,
            "action-reopened", 1,
            "action-withdrawn", 1,
            "plan-closed", 1);
    await().atMost(SOON).untilAsserted(() -> assertThat(Bus.read(OWN_TOPIC, person)).hasSize(14));
    expected.forEach((type, times) -> assertConforming(type, told(type), times));
    Set<String> fields = new TreeSet<>();
    Bus.read(OWN_TOPIC, person).forEach(e -> e.data().fieldNames().forEachRemaining(fields::add));
    assertThat(Collections.disjoint(fields, Set.of("title", "note", "finding", "reason"))).isTrue();
  }

  @Test
  void whatIsToldOnTheWayKeepsTheContracts() {
    circleOf(person);
    awaitCircle();
    String plan =
        manager()
            .body("{\"personId\":\"%s\",\"kind\":\"REVIEW\"}".formatted(person))
            .post("/v1/plans")
            .path("id");
    String terms =
        """
        {"title": "Fit acoustic panels in the shared lounge", "party": "PROVIDER",
         "ownerAgency": "%s", "ownerRole": "manager", "dueOn": "%s",
         "evidenceRequired": "Photographs", "intendedOutcome": "A calm lounge",
         "measure": "Noise-led incidents", "outcomeDomain": "ENVIRONMENT", "priority": "HIGH",
         "milestones": [{"title": "Ordered", "dueOn": "%s"}], "reviewPoints": ["%s"]}
        """;
    String action =
        manager()
            .body(terms.formatted("BRIDGESHIRE-COMMISSIONING", today.plusDays(3), today, today))
            .post("/v1/plans/" + plan + "/actions")
            .path("id");
    // its review point is today, so that it falls due at once, and once
    await().atMost(SOON).untilAsserted(() -> assertThat(told("action-review-due")).hasSize(1));
    String path = "/v1/actions/" + action;
    post(commissioner(), path + "/refusal", "{\"reason\":\"Not ours.\"}");
    post(
        manager(),
        path + "/reassignment",
        "{\"ownerAgency\":\"OAKFIELD\",\"reason\":\"Ours after all.\"}");
    manager()
        .header("If-Match", manager().get(path).header("ETag"))
        .body(terms.formatted("OAKFIELD", today.plusDays(2), today, today))
        .put(path)
        .then()
        .statusCode(200)
        .body("status", equalTo("PROPOSED"));
    post(manager(), path + "/start", "{\"ownerName\":\"Sam Whitlock\"}");
    post(manager(), path + "/milestones/1/reached", "");
    post(commissioner(), path + "/reviews", "{\"onTrack\":true,\"finding\":\"Ordered.\"}");
    post(
        manager(),
        path + "/completion",
        "{\"evidence\":[{\"kind\":\"NOTE\",\"note\":\"Fitted.\"}]}");
    post(
        commissioner(),
        path + "/verification",
        "{\"impact\":\"TOO_EARLY_TO_SAY\",\"finding\":\"New.\",\"checkAgainOn\":\"%s\"}"
            .formatted(today.plusDays(1)));
    assertThat(told("action-check-due")).isEmpty();
    QuarkusTransaction.requiringNew().run(() -> comesToday(UUID.fromString(action)));
    await().atMost(SOON).untilAsserted(() -> assertThat(told("action-check-due")).hasSize(1));
    post(
        commissioner(),
        path + "/verification",
        "{\"impact\":\"NOT_ACHIEVED\",\"finding\":\"Still loud.\",\"followUp\":%s}"
            .formatted(terms.formatted("OAKFIELD", today.plusDays(30), today, today.plusDays(9))));
    Map<String, Integer> expected =
        Map.of(
            "action-proposed", 2,
            "action-declined", 1,
            "action-reassigned", 1,
            "action-amended", 1,
            "action-agreed", 1,
            "action-started", 1,
            "action-milestone-reached", 1,
            "action-reviewed", 1,
            "action-completed", 1,
            "action-verified", 2);
    await().atMost(SOON).untilAsserted(() -> assertThat(told("action-verified")).hasSize(2));
    expected.forEach((type, times) -> assertConforming(type, told(type), times));
    assertConforming("action-review-due", told("action-review-due"), 1);
    assertConforming("action-check-due", told("action-check-due"), 1);
    assertThat(told("action-verified").get(1).data().get("followUpId").asText()).isNotBlank();
    Set<String> fields = new TreeSet<>();
    Bus.read(OWN_TOPIC, person).forEach(e -> e.data().fieldNames().forEachRemaining(fields::add));
    assertThat(
            Collections.disjoint(
                fields, Set.of("title", "note", "finding", "reason", "ownerName", "ownerUserId")))
        .isTrue();
  }

  /** As if the day for another check had come. */
  private void comesToday(UUID action) {
    entities
        .createNativeQuery("update action set check_again_on = ?1 where id = ?2")
        .setParameter(1, today)
        .setParameter(2, action)
        .executeUpdate();
    dueDates.schedule("action-check", action, Instant.now());
  }

  private static void post(RequestSpecification caller, String path, String body) {
    caller.body(body).post(path).then().statusCode(200);
  }

  @Test
  void whatOthersTellIsUnderstood() throws Exception {
    Raised raised =
        json.reader()
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .forType(Raised.class)
            .readValue(Contracts.example("escalation-service", "escalation-raised"));
    assertThat(raised).hasNoNullFieldsOrProperties();
    assertThat(raised.actions())
        .isNotEmpty()
        .allSatisfy(asked -> assertThat(asked).hasNoNullFieldsOrProperties());
    Authorised authorised =
        json.reader()
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .forType(Authorised.class)
            .readValue(Contracts.example("pathway-service", "step-up-authorised"));
    assertThat(authorised).hasNoNullFieldsOrProperties();
  }

  private Sent authorised() {
    UUID transition = UUID.randomUUID();
    return Sent.now(
        "step-up-authorised",
        "/pathway-service",
        person,
        transition,
        Map.of(
            "transitionId", transition,
            "personId", person,
            "startsOn", "2031-01-06",
            "reviewOn", "2031-02-03",
            "authorisedByAgency", "BRIDGESHIRE-COMMISSIONING"));
  }

  /** The circle comes by another topic than escalations; wait for it where the test needs it. */
  private void awaitCircle() {
    await()
        .atMost(SOON)
        .until(() -> QuarkusTransaction.requiringNew().call(() -> grants.of(person).size() == 3));
  }

  private static void assertConforming(String type, List<Bus.Read> events, int times) {
    assertThat(events).as(type).hasSize(times);
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(Contracts.violations("action-plan-service", type, event.data()))
                    .as(type)
                    .isEmpty());
  }
}
