package org.wraparound.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.wraparound.acceptance.Field.as;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wraparound.localstack.DemoRealm;

/** What an integrator and someone on call find at the door. */
@ExtendWith(Stack.class)
class DoorStory {
  private static final List<String> SERVICES =
      List.of("incident-service", "escalation-service", "action-plan-service", "pathway-service");

  @Test
  void readyMeansThatAllOfItIsReady() {
    given()
        .baseUri(Stack.running().gateway().toString())
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"));
  }

  @Test
  void everyServiceDescribesItselfAndIsMeasured() {
    for (String service : SERVICES) {
      String base = Stack.running().service(service).toString();
      given()
          .baseUri(base)
          .accept("application/json")
          .get("/q/openapi?format=json")
          .then()
          .statusCode(200)
          .body("openapi", startsWith("3.1"))
          .body("info.title", equalTo("Wraparound " + service));
      assertThat(given().baseUri(base).get("/q/metrics").asString())
          .contains("wraparound_journal_backlog", "wraparound_inbox_parked_total");
    }
  }

  @Test
  void aPartnerSystemSignsInForItsAgency() {
    String token = DemoRealm.systemAccessToken(Stack.running().keycloak(), "northvale-cldt-system");
    String person = Field.registerPerson("Ivy", "Stone", Field.nhsNumber());
    var system = given().baseUri(Stack.running().gateway().toString()).auth().oauth2(token);
    system.get("/v1/people/" + person).then().statusCode(404);
    Field.gatherCircle(person);
    given()
        .baseUri(Stack.running().gateway().toString())
        .auth()
        .oauth2(token)
        .get("/v1/people/" + person)
        .then()
        .statusCode(200);
  }

  @Test
  void everyCodeListIsFoundAtTheDoorWhoeverOwnsIt() {
    for (String service : SERVICES) {
      List<String> lists =
          given()
              .baseUri(Stack.running().service(service).toString())
              .auth()
              .oauth2(Field.token("oakfield-practitioner"))
              .get("/v1/reference")
              .path("items.list");
      assertThat(lists).as(service).isNotEmpty();
      for (String list : lists) {
        as("oakfield-practitioner")
            .get("/v1/reference/" + list)
            .then()
            .statusCode(200)
            .body("list", equalTo(list));
      }
    }
  }

  @Test
  void badInputGetsAClearProblemAndChangesNothing() {
    String person = Field.registerPerson("Max", "Hale", Field.nhsNumber());
    Map<String, Object> report = Field.incident(person, 1);
    report.put("happenedAt", "next week");
    as("oakfield-practitioner")
        .body(report)
        .post("/v1/incidents")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:wraparound:problem:invalid"))
        .body("violations.field", hasItem("happenedAt"))
        .body("requestId", notNullValue());
    as("oakfield-practitioner")
        .body("{")
        .post("/v1/incidents")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:wraparound:problem:malformed"));
    as("oakfield-practitioner")
        .get("/v1/nowhere")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    assertThat(
            as("oakfield-practitioner")
                .get("/v1/incidents?personId=" + person)
                .jsonPath()
                .getList("items"))
        .isEmpty();
  }

  @Test
  void whatPeopleWroteIsInNoLogAndARequestCanBeFollowedByItsId() throws IOException {
    String nhsNumber = Field.nhsNumber();
    String person = Field.registerPerson("Plantedgiven", "Plantedfamily", nhsNumber);
    Field.gatherCircle(person);
    String requestId = UUID.randomUUID().toString();
    Map<String, Object> report = Field.allegation(person, 1);
    report.put("behaviour", "Plantedbehaviour");
    as("oakfield-practitioner")
        .header("X-Request-ID", requestId)
        .body(report)
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .header("X-Request-ID", requestId);
    report.put("kind", "Plantedkind");
    as("oakfield-practitioner").body(report).post("/v1/incidents").then().statusCode(422);
    for (String service : SERVICES) {
      assertThat(Files.readString(Stack.running().log(service)))
          .doesNotContain("Planted")
          .doesNotContain(nhsNumber);
    }
    assertThat(Files.readString(Stack.running().log("gateway")))
        .contains(requestId)
        .doesNotContain("Planted")
        .doesNotContain(nhsNumber);
  }
}
