package org.wraparound.pathway.transitions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.pathway.Calls.COMMISSIONING;
import static org.wraparound.pathway.Calls.as;
import static org.wraparound.pathway.Calls.commissioner;
import static org.wraparound.pathway.Calls.join;
import static org.wraparound.pathway.Calls.manager;
import static org.wraparound.pathway.Calls.registered;
import static org.wraparound.pathway.Calls.stranger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.London;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;
import org.wraparound.pathway.MovableClock;

@QuarkusTest
@WithTestResource(StackResource.class)
class TransitionResourceTest {
  private static final String TOPIC = "wraparound.pathways.v1";

  @Inject MovableClock clock;
  @Inject AgroalDataSource dataSource;
  @Inject StepUpClocks clocks;

  @AfterEach
  void backToTheMachinesTime() {
    clock.reset();
  }

  private static String personWithCommissioner() {
    String person = registered();
    join(person, "FULL").then().statusCode(201);
    return person;
  }

  private static String proposal(String person) {
    return """
        {"personId": "%s", "threshold": "Third refusal of meals.", "rationale": "Two staff at meals."}
        """
        .formatted(person);
  }

  private static Response propose(String person) {
    return manager().body(proposal(person)).post("/v1/transitions");
  }

  private static String proposed(String person) {
    return "/v1/transitions/" + propose(person).then().statusCode(201).extract().path("id");
  }

  private String terms(int daysUntilReview) {
    LocalDate today = London.dayOf(clock.instant());
    return """
        {"startsOn": "%s", "reviewOn": "%s", "rationale": "Risk of injury.",
         "deEscalationPlan": {"stages": [
            {"description": "Mornings first.", "exitCriteria": "Two calm weeks."},
            {"description": "Then evenings.", "exitCriteria": "Two more.", "targetDate": "%s"}]},
         "weeklyCost": {"amount": 840.50, "currency": "GBP"},
         "personInvolvement": {"involved": false, "whyNot": "In hospital until Monday."}}
        """
        .formatted(today, today.plusDays(daysUntilReview), today.plusDays(1));
  }

  private static List<String> typesOnTheBus(String person) {
    return Bus.read(TOPIC, UUID.fromString(person)).stream().map(Bus.Read::type).toList();
  }

  @Test
  void aStepUpIsProposedAuthorisedAndFallsDueForReview() {
    String person = personWithCommissioner();
    Response proposal = propose(person);
    proposal
        .then()
        .statusCode(201)
        .body("reference", matchesPattern("STP-\\d{2}-\\d{6}"))
        .body("kind", equalTo("STEP_UP"))
        .body("status", equalTo("PROPOSED"))
        .body("provider", equalTo("OAKFIELD"))
        .body("thresholdId", nullValue())
        .body("ruleCode", nullValue())
        .body("authorisation", nullValue());
    String path = "/v1/transitions/" + proposal.path("id");
    Response authorised =
        commissioner()
            .header("If-Match", commissioner().get(path).header("ETag"))
            .body(terms(2))
            .post(path + "/authorisation");
    authorised
        .then()
        .statusCode(200)
        .body("status", equalTo("AUTHORISED"))
        .body("authorisation.authorisedByAgency", equalTo(COMMISSIONING))
        .body(
            "authorisation.deEscalationPlan.stages.description",
            contains("Mornings first.", "Then evenings."))
        .body("authorisation.weeklyCost.amount", equalTo(840.5f))
        .body("authorisation.personInvolvement.whyNot", containsString("hospital"));
    Response read = manager().get(path);
    assertThat(read.header("ETag")).isEqualTo(authorised.header("ETag"));
    read.then().body("authorisation.deEscalationPlan.stages.size()", equalTo(2));

    clock.moveAhead(Duration.ofDays(2));
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> manager().get(path).then().body("status", equalTo("REVIEW_DUE")));
    manager()
        .get("/v1/transitions?status=REVIEW_DUE&personId=" + person)
        .then()
        .body("items.size()", equalTo(1));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(typesOnTheBus(person))
                    .endsWith("step-up-proposed", "step-up-authorised", "step-up-review-due"));
  }

  @Test
  void aStepUpThatNobodyReviewsExpiresAndIsToldOnceWhenItLasts() {
    String person = personWithCommissioner();
    String path = proposed(person);
    commissioner().body(terms(2)).post(path + "/authorisation").then().statusCode(200);
    clock.moveAhead(Duration.ofDays(3));
    awaitStatus(path, "EXPIRED");
    for (String status : List.of("AUTHORISED", "REVIEW_DUE", "EXPIRED")) {
      manager()
          .get("/v1/transitions?status=" + status + "&personId=" + person)
          .then()
          .body("items.size()", equalTo("EXPIRED".equals(status) ? 1 : 0));
    }
    clock.moveAhead(Duration.ofDays(28));
    awaitOnTheBus(person, "step-up-sustained");
    assertThat(typesOnTheBus(person)).doesNotContain("step-up-prolonged");
    clock.moveAhead(Duration.ofDays(57));
    awaitOnTheBus(person, "step-up-prolonged");
    manager().get(path).then().body("status", equalTo("EXPIRED"));
    assertThat(typesOnTheBus(person))
        .filteredOn(type -> type.startsWith("step-up-"))
        .containsExactly(
            "step-up-proposed",
            "step-up-authorised",
            "step-up-review-due",
            "step-up-expired",
            "step-up-sustained",
            "step-up-prolonged");
    assertThat(Bus.read(TOPIC, UUID.fromString(person)))
        .filteredOn(event -> event.data().has("days"))
        .extracting(event -> event.data().get("days").asInt())
        .containsExactly(28, 57);
  }

  @Test
  void whatIsOverIsNotTold() {
    String person = personWithCommissioner();
    String path = proposed(person);
    commissioner().body(terms(2)).post(path + "/authorisation").then().statusCode(200);
    UUID ended = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    QuarkusTransaction.requiringNew().run(() -> clocks.clear(ended));
    String other = proposed(person);
    commissioner().body(terms(2)).post(other + "/authorisation").then().statusCode(200);
    clock.moveAhead(Duration.ofDays(60));
    awaitOnTheBus(person, "step-up-prolonged");
    manager().get(path).then().body("status", equalTo("AUTHORISED"));
    assertThat(Bus.read(TOPIC, UUID.fromString(person)))
        .filteredOn(event -> event.data().has("days"))
        .hasSize(2);
  }

  private static void awaitStatus(String path, String status) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> manager().get(path).then().body("status", equalTo(status)));
  }

  private static void awaitOnTheBus(String person, String type) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(typesOnTheBus(person)).contains(type));
  }

  @Test
  void everythingMissingIsNamedAtOnceAndNothingChanges() {
    String path = proposed(personWithCommissioner());
    commissioner()
        .body("{}")
        .post(path + "/authorisation")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:wraparound:problem:invalid"))
        .body(
            "violations.field",
            containsInAnyOrder(
                "startsOn", "reviewOn", "rationale", "deEscalationPlan", "personInvolvement"))
        .body("violations.message", hasItem(containsString("never open-ended")));
    commissioner()
        .body(terms(2).replace("Risk of injury.", "x".repeat(4001)))
        .post(path + "/authorisation")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("rationale"));
    commissioner()
        .body("{\"levelCode\": \"2\"}")
        .post(path + "/authorisation")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("levelCode"));
    manager().get(path).then().body("status", equalTo("PROPOSED"));
  }

  @Test
  void aStepUpIsRefusedAndNotDecidedOnAgain() {
    String person = personWithCommissioner();
    String path = proposed(person);
    commissioner().body("{}").post(path + "/refusal").then().statusCode(422);
    commissioner()
        .body("{\"reason\": \"Separate lounges.\"}")
        .post(path + "/refusal")
        .then()
        .statusCode(200)
        .body("status", equalTo("REFUSED"))
        .body("refusal.reason", equalTo("Separate lounges."))
        .body("refusal.refusedByAgency", equalTo(COMMISSIONING));
    commissioner().body("{\"reason\": \"x\"}").post(path + "/refusal").then().statusCode(409);
    commissioner().body(terms(2)).post(path + "/authorisation").then().statusCode(409);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(typesOnTheBus(person)).endsWith("step-up-refused"));
  }

  @Test
  void onlyACommissionerWhoSeesItDecides() {
    String person = registered();
    String path = proposed(person);
    for (String decision : List.of("/authorisation", "/refusal")) {
      given().post(path + decision).then().statusCode(401);
      manager().body("{}").post(path + decision).then().statusCode(403);
    }
    String reason = "{\"reason\": \"No.\"}";
    commissioner().body(terms(2)).post(path + "/authorisation").then().statusCode(404);
    commissioner().body(reason).post(path + "/refusal").then().statusCode(404);
    as(Tokens.oakfield("commissioner"))
        .body(terms(2))
        .post(path + "/authorisation")
        .then()
        .statusCode(403);
    as(Tokens.oakfield("commissioner")).body(reason).post(path + "/refusal").then().statusCode(403);
    join(person, "FULL");
    commissioner()
        .header("If-Match", "\"7\"")
        .body(terms(2))
        .post(path + "/authorisation")
        .then()
        .statusCode(412);
    commissioner()
        .header("If-Match", "\"7\"")
        .body(reason)
        .post(path + "/refusal")
        .then()
        .statusCode(412);
    commissioner().body(terms(2)).post(path + "/authorisation").then().statusCode(200);
  }

  @Test
  void onlyTheProviderProposesByHand() {
    String person = personWithCommissioner();
    given().body("{}").post("/v1/transitions").then().statusCode(401);
    as(Tokens.oakfield("practitioner"))
        .body(proposal(person))
        .post("/v1/transitions")
        .then()
        .statusCode(403);
    stranger().body(proposal(person)).post("/v1/transitions").then().statusCode(404);
    as(Tokens.of(COMMISSIONING, "COMMISSIONER", "manager"))
        .body(proposal(person))
        .post("/v1/transitions")
        .then()
        .statusCode(403);
    manager()
        .body("{}")
        .post("/v1/transitions")
        .then()
        .statusCode(422)
        .body("violations.field", contains("personId", "rationale", "threshold"));
  }

  @Test
  void transitionsAreListedPageByPageByPersonAndStatus() {
    String person = personWithCommissioner();
    String first = proposed(person);
    String second = proposed(person);
    commissioner().body("{\"reason\": \"No.\"}").post(first + "/refusal").then().statusCode(200);
    Response page = manager().get("/v1/transitions?limit=1&personId=" + person);
    assertThat("/v1/transitions/" + page.path("items[0].id")).isEqualTo(second);
    String link = page.header("Link");
    Response rest = manager().get(link.substring(1, link.indexOf('>')));
    assertThat("/v1/transitions/" + rest.path("items[0].id")).isEqualTo(first);
    assertThat(rest.<String>path("next")).isNull();
    manager()
        .get("/v1/transitions?status=PROPOSED&personId=" + person)
        .then()
        .body("items.status", contains("PROPOSED"));
    manager()
        .get("/v1/transitions?status=REFUSED&personId=" + person)
        .then()
        .body("items.status", contains("REFUSED"));
    manager()
        .get("/v1/transitions?status=AUTHORISED&personId=" + person)
        .then()
        .body("items.size()", equalTo(0));
    stranger()
        .get("/v1/transitions?personId=" + person)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    stranger().get(second).then().statusCode(404);
  }

  @Test
  void theDatabaseKnowsNoOpenEndedStepUp() throws SQLException {
    String path = proposed(personWithCommissioner());
    commissioner().body(terms(2)).post(path + "/authorisation").then().statusCode(200);
    UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement("update transition set review_on = null where id = ?")) {
      statement.setObject(1, id);
      Assertions.assertThatThrownBy(statement::executeUpdate)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
    }
  }
}
