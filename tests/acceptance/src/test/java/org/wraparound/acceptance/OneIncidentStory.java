package org.wraparound.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.wraparound.acceptance.Field.as;
import static org.wraparound.acceptance.Field.eventually;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One incident, all the way through: from the report to escalations, actions, step-up and
 * chronology.
 */
@ExtendWith(Stack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneIncidentStory {
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  private final List<String> incidents = new ArrayList<>();
  private String person;

  @Test
  @Order(1)
  void aPersonIsRegisteredAndTheirCircleGathered() {
    as("oakfield-manager")
        .body(
            Map.of(
                "name", Map.of("given", "Daniel", "family", "Marsh"),
                "dateOfBirth", "1991-05-17",
                "nhsNumber", Map.of("value", "9000000008", "verificationStatus", "01")))
        .post("/v1/people")
        .then()
        .statusCode(422)
        .body("violations.field", hasItems("nhsNumber.value"));
    person = Field.registerPerson("Daniel", "Marsh", Field.nhsNumber());
    Field.gatherCircle(person);
    as("bridgeshire-commissioner")
        .get("/v1/people/" + person)
        .then()
        .statusCode(200)
        .body("name.family", equalTo("Marsh"));
  }

  @Test
  @Order(2)
  void anAllegationRaisesEveryRouteThePolicyNamesWithItsReasonsAndClocks() {
    incidents.add(Field.record(Field.allegation(person, 3)));
    JsonPath escalations =
        eventually(
            "oakfield-manager",
            "/v1/escalations?personId=" + person,
            TWO_SECONDS,
            list -> list.getList("items").size() == 3);
    assertThat(escalations.getList("items.route"))
        .containsExactlyInAnyOrder("SAFEGUARDING_ADULTS", "COMMISSIONER", "CQC_NOTIFICATION");
    assertThat(new HashSet<>(escalations.getList("items.ruleCode")))
        .containsExactly("ALLEGATION_OF_ABUSE");
    assertThat(escalations.getList("items.incidentIds"))
        .allSatisfy(ids -> assertThat(ids).isEqualTo(incidents));
    assertThat(escalations.getList("items.facts"))
        .allSatisfy(facts -> assertThat(facts.toString()).contains("PHYSICAL"));
    assertThat(escalations.getList("items.acknowledgeBy")).doesNotContainNull();
    assertThat(escalations.getList("items.decideBy")).doesNotContainNull();
    assertThat(
            escalations.getString(
                "items.find { it.route == 'SAFEGUARDING_ADULTS' }.recipientAgency"))
        .isEqualTo("BRIDGESHIRE-SAFEGUARDING");
  }

  @Test
  @Order(3)
  void thePlanHasOwnedActionsOfProviderAndPartners() {
    JsonPath plans =
        eventually(
            "oakfield-manager",
            "/v1/plans?personId=" + person,
            TWO_SECONDS,
            list ->
                list.getList("items").size() == 1
                    && list.getList("items[0].escalationIds").size() == 3);
    assertThat(plans.getString("items[0].kind")).isEqualTo("ESCALATION");
    JsonPath actions = as("oakfield-manager").get("/v1/actions?personId=" + person).jsonPath();
    assertThat(actions.getList("items.party")).contains("PROVIDER", "PARTNER", "COMMISSIONER");
    for (String field : List.of("ownerRole", "ownerAgency", "dueOn", "evidenceRequired")) {
      assertThat(actions.getList("items." + field)).as(field).isNotEmpty().doesNotContainNull();
    }
    assertThat(actions.getList("items.findAll { it.party == 'PARTNER' }.ownerAgency"))
        .contains("BRIDGESHIRE-SAFEGUARDING");
    assertThat(actions.getList("items.template")).doesNotHaveDuplicates();
  }

  @Test
  @Order(4)
  void aStepUpWaitsForAnAuthoriser() {
    JsonPath transitions =
        eventually(
            "bridgeshire-commissioner",
            "/v1/transitions?personId=" + person,
            TWO_SECONDS,
            list -> list.getList("items").size() == 1);
    assertThat(transitions.getString("items[0].status")).isEqualTo("PROPOSED");
    assertThat(transitions.getString("items[0].kind")).isEqualTo("STEP_UP");
  }

  @Test
  @Order(5)
  void theChronologyShowsTheChainInOrderWithItsSources() {
    JsonPath chronology =
        eventually(
            "northvale-cldt",
            "/v1/people/" + person + "/chronology?limit=200",
            TWO_SECONDS,
            list ->
                list.getList("items.kind").contains("step-up-proposed")
                    && list.getList("items.kind").contains("action-proposed"));
    List<String> kinds = chronology.getList("items.kind");
    // the incident happened hours before anything was done about it
    assertThat(kinds.get(0)).isEqualTo("incident-recorded");
    assertThat(kinds)
        .containsSubsequence(
            "person-registered",
            "circle-joined",
            "escalation-raised",
            "plan-opened",
            "action-proposed");
    assertThat(kinds).containsSubsequence("escalation-raised", "step-up-proposed");
    assertThat(chronology.getList("items.happenedAt", String.class)).isSorted();
    assertThat(new HashSet<>(chronology.<String>getList("items.source.service")))
        .contains(
            "incident-service", "escalation-service", "action-plan-service", "pathway-service");
    for (Object href : new HashSet<>(chronology.getList("items.source.href"))) {
      as("oakfield-manager").get((String) href).then().statusCode(200);
    }
  }

  @Test
  @Order(6)
  void aPatternFiresOnceAndNamesItsIncidents() {
    incidents.add(Field.record(Field.restrictive(person, 2)));
    incidents.add(Field.record(Field.restrictive(person, 1)));
    String pattern = "/v1/escalations?ruleCode=RESTRICTIVE_PRACTICE_PATTERN&personId=" + person;
    JsonPath raised =
        eventually(
            "oakfield-manager", pattern, TWO_SECONDS, list -> !list.getList("items").isEmpty());
    assertThat(raised.<String>getList("items[0].incidentIds"))
        .containsExactlyInAnyOrderElementsOf(incidents);

    String fourth = Field.record(Field.restrictive(person, 0));
    // the fourth has been looked at when its evaluation can be read
    JsonPath evaluations =
        eventually(
            "oakfield-manager",
            "/v1/evaluations?incidentId=" + fourth,
            Duration.ofSeconds(10),
            list -> !list.getList("items").isEmpty());
    assertThat(evaluations.getList("items")).hasSize(1);
    assertThat(as("oakfield-manager").get(pattern).jsonPath().getList("items")).hasSize(1);
  }

  @Test
  @Order(7)
  void theManagerAcknowledgesAndDecides() {
    String escalation =
        "/v1/escalations/"
            + as("oakfield-manager")
                .get("/v1/escalations?route=SAFEGUARDING_ADULTS&personId=" + person)
                .jsonPath()
                .getString("items[0].id");
    Map<String, Object> decision =
        Map.of(
            "decision", "REFERRAL",
            "rationale", "The same tenant is named again and the two share a kitchen.",
            "immediateSafetyConfirmed", true);
    as("oakfield-manager").body(decision).post(escalation + "/decision").then().statusCode(409);
    as("oakfield-practitioner")
        .body(Map.of())
        .post(escalation + "/acknowledgement")
        .then()
        .statusCode(403);
    as("oakfield-manager")
        .body(Map.of())
        .post(escalation + "/acknowledgement")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACKNOWLEDGED"));
    as("oakfield-manager")
        .body(decision)
        .post(escalation + "/decision")
        .then()
        .statusCode(200)
        .body("status", equalTo("DECIDED"));
  }

  @Test
  @Order(8)
  void theCommissionerAuthorisesTheStepUpOnlyWithAReviewDateAndAWayBack() {
    String transition =
        "/v1/transitions/"
            + as("bridgeshire-commissioner")
                .get("/v1/transitions?personId=" + person)
                .jsonPath()
                .getString("items[0].id");
    String authorisation = transition + "/authorisation";
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    as("bridgeshire-commissioner")
        .body(
            Map.of(
                "startsOn", today.toString(),
                "rationale", "Risk of injury while the kitchen is shared.",
                "personInvolvement", Map.of("involved", true, "views", "Wants it quiet.")))
        .post(authorisation)
        .then()
        .statusCode(422)
        .body("violations.field", hasItems("reviewOn", "deEscalationPlan"));
    Map<String, Object> terms =
        Map.of(
            "startsOn", today.toString(),
            "reviewOn", today.plusWeeks(4).toString(),
            "rationale", "Risk of injury while the kitchen is shared.",
            "deEscalationPlan",
                Map.of(
                    "stages",
                    List.of(
                        Map.of(
                            "description", "One-to-one at mealtimes ends at breakfast first.",
                            "exitCriteria", "Two weeks of breakfasts without an incident.",
                            "targetDate", today.plusWeeks(2).toString()))),
            "weeklyCost", Map.of("amount", 840, "currency", "GBP"),
            "personInvolvement", Map.of("involved", true, "views", "Wants it quiet."));
    as("oakfield-manager").body(terms).post(authorisation).then().statusCode(403);
    as("bridgeshire-commissioner")
        .body(terms)
        .post(authorisation)
        .then()
        .statusCode(200)
        .body("status", equalTo("AUTHORISED"));
    eventually(
        "oakfield-manager",
        "/v1/people/" + person + "/chronology?kind=step-up-authorised",
        TWO_SECONDS,
        list -> list.getList("items").size() == 1);
  }

  @Test
  @Order(9)
  void anotherProviderSeesNoneOfItAndWithoutATokenNothingIsAnswered() {
    for (String list : List.of("incidents", "escalations", "plans", "actions", "transitions")) {
      String path = "/v1/" + list + "?personId=" + person;
      as("elmtree-manager").get(path).then().statusCode(200).body("items", empty());
      String id = as("oakfield-manager").get(path).jsonPath().getString("items[0].id");
      as("elmtree-manager").get("/v1/" + list + "/" + id).then().statusCode(404);
      given().baseUri(Stack.running().gateway().toString()).get(path).then().statusCode(401);
    }
    as("elmtree-manager").get("/v1/people/" + person).then().statusCode(404);
    as("elmtree-manager")
        .get("/v1/people/" + person + "/chronology")
        .then()
        .statusCode(200)
        .body("items", empty());
    as("elmtree-manager")
        .body(Field.incident(person, 1))
        .post("/v1/incidents")
        .then()
        .statusCode(404);
  }

  @Test
  @Order(10)
  void listsSayWhereTheyGoOn() {
    JsonPath page = as("oakfield-manager").get("/v1/actions?limit=1&personId=" + person).jsonPath();
    assertThat(page.getMap("$").keySet()).containsExactlyInAnyOrder("items", "next");
    assertThat(page.getString("next")).isNotBlank();
  }
}
