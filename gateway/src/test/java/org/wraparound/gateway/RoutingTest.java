package org.wraparound.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StubSuite.class)
class RoutingTest {
  StubSuite suite;

  @BeforeEach
  void healthy() {
    suite.reset();
  }

  private ValidatableResponse get(String path) {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(suite.realm.token())
        .when()
        .get(path)
        .then();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/people, pathway",
    "/v1/people/7, pathway",
    "/v1/people/7/circle/OAKFIELD, pathway",
    "/v1/people/7/chronology, incident",
    "/v1/people/7/chronology/8, pathway",
    "/v1/people/7/readings?code=ANX, incident",
    "/v1/people/7/observation-gaps, incident",
    "/v1/people/7/trends, incident",
    "/v1/transitions/7/authorisation, pathway",
    "/v1/incidents, incident",
    "/v1/incidents/7, incident",
    "/v1/incident-drafts/7/submission, incident",
    "/v1/documentation-standards, incident",
    "/v1/observation-definitions/7/readings, incident",
    "/v1/readings/7/withdrawal, incident",
    "/v1/settings/ELM-HOUSE/trends, incident",
    "/v1/providers/OAKFIELD/themes, incident",
    "/v1/escalations?personId=7&limit=2, escalation",
    "/v1/policies/7, escalation",
    "/v1/agencies/OAKFIELD/teams/ON-CALL/rota, escalation",
    "/v1/on-call, escalation",
    "/v1/plans, action-plan",
    "/v1/actions/7, action-plan",
    "/v1/meetings/7/minutes, action-plan",
    "/v1/reference/plan-kind, action-plan",
    "/v1/reference/threshold-tier, escalation",
    "/v1/reference/physical-harm, incident",
    "/v1/reference/observation-kind, incident",
  })
  void aPathGoesToTheServiceThatOwnsIt(String path, String service) {
    get(path).statusCode(200).body("service", equalTo(service)).body("uri", equalTo(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/",
        "/v1/incidentsandmore",
        "/v1/ops/quarantine",
        "/v1/reference",
        "/v2/incidents",
        "/openapi/nobody",
        "/q/nothing",
        "/v1/incidents/../../q/other",
        "/v1/incidents/%2e%2e/ops/quarantine",
      })
  void aPathThatNobodyOwnsIsNotFound(String path) {
    get(path)
        .statusCode(404)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("urn:wraparound:problem:not-found"))
        .body("status", equalTo(404))
        .body("requestId", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void dotsCannotLeadAServiceToAnotherPathThanTheOneMatched() {
    get("/v1/incidents/%2e%2e/incidents/./7?a=%2e").body("uri", equalTo("/v1/incidents/7?a=%2e"));
  }

  @Test
  void encodedCharactersReachTheServiceEncoded() {
    get("/v1/incidents/a%2Fb%20c?q=x%26y").body("uri", equalTo("/v1/incidents/a%2Fb%20c?q=x%26y"));
  }

  @Test
  void theDescriptionOfAServiceNeedsNoToken() {
    given()
        .get("/openapi/action-plan?format=json")
        .then()
        .statusCode(200)
        .body("service", equalTo("action-plan"))
        .body("uri", equalTo("/q/openapi?format=json"));
  }

  @Test
  void aMethodThatNoServiceKnowsIsRefused() {
    given()
        .auth()
        .oauth2(suite.realm.token())
        .request("PROPFIND", "/v1/incidents")
        .then()
        .statusCode(405)
        .contentType(Problem.MEDIA_TYPE)
        .header("Allow", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT")
        .body("type", equalTo("urn:wraparound:problem:method-not-allowed"));
  }
}
