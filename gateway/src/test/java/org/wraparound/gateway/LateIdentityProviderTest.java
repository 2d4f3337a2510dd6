package org.wraparound.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = StubSuite.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "realmStartsLate", value = "true"))
class LateIdentityProviderTest {
  StubSuite suite;

  @Test
  void theGatewayStartsWithoutTheIdentityProviderAndLetsPeopleInOnceItIsThere() {
    given().get("/v1/incidents").then().statusCode(401);
    given()
        .auth()
        .oauth2(suite.realm.token())
        .get("/v1/incidents")
        .then()
        .statusCode(503)
        .contentType(Problem.MEDIA_TYPE)
        .header("Retry-After", notNullValue())
        .body("type", equalTo("urn:wraparound:problem:unavailable"));
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/health/ready").then().statusCode(503);

    suite.realm.start();

    given().auth().oauth2(suite.realm.token()).get("/v1/incidents").then().statusCode(200);
    given().get("/q/health/ready").then().statusCode(200);
  }
}
