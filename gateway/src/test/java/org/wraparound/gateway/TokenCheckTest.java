package org.wraparound.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StubSuite.class)
class TokenCheckTest {
  StubSuite suite;

  @BeforeEach
  void healthy() {
    suite.reset();
  }

  private void isRefused(RequestSpecification request, String challenge) {
    request
        .body("{\"kind\": \"BEHAVIOUR\"}")
        .post("/v1/incidents")
        .then()
        .statusCode(401)
        .contentType(Problem.MEDIA_TYPE)
        .header("WWW-Authenticate", challenge)
        .body("type", equalTo("urn:wraparound:problem:unauthenticated"))
        .body("instance", equalTo("/v1/incidents"));
    assertEquals(0, suite.incident.requests());
  }

  private void isRefused(String token) {
    isRefused(given().auth().oauth2(token), "Bearer error=\"invalid_token\"");
  }

  @Test
  void theTokenIsPassedOnForTheServiceToVerifyAgain() {
    String token = suite.realm.token();
    given()
        .auth()
        .oauth2(token)
        .get("/v1/incidents")
        .then()
        .statusCode(200)
        .body("headers.authorization", startsWith("Bearer "))
        .body("headers.authorization", equalTo("Bearer " + token));
  }

  @Test
  void noTokenIsRefused() {
    isRefused(given(), "Bearer");
  }

  @Test
  void anotherSchemeIsRefused() {
    isRefused(given().auth().preemptive().basic("oakfield-practitioner", "guess"), "Bearer");
  }

  @Test
  void whatIsNoTokenIsRefused() {
    isRefused("nonsense");
  }

  @Test
  void aForgedTokenIsRefused() {
    isRefused(suite.realm.forgedToken());
  }

  @Test
  void anExpiredTokenIsRefused() {
    isRefused(suite.realm.expiredToken());
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() {
    isRefused(suite.realm.tokenFor("another-service"));
  }

  @Test
  void aTokenIsVerifiedWithTheKnownKeysWhileTheIdentityProviderIsDown() {
    given().auth().oauth2(suite.realm.token()).get("/v1/incidents").then().statusCode(200);
    suite.realm.stop();
    try {
      given().auth().oauth2(suite.realm.token()).get("/v1/incidents").then().statusCode(200);
      isRefusedWhileDown(suite.realm.forgedToken());
    } finally {
      suite.realm.start();
    }
  }

  private static void isRefusedWhileDown(String token) {
    given().auth().oauth2(token).get("/v1/incidents").then().statusCode(401);
  }
}
