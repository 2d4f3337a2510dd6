package org.wraparound.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StubSuite.class)
class ServiceFailureTest {
  private static final String REQUEST_ID = UUID.randomUUID().toString();

  StubSuite suite;

  @TestHTTPResource("/v1/plans")
  URI plans;

  @BeforeEach
  void healthy() {
    suite.reset();
  }

  private RequestSpecification asPractitioner() {
    return given().auth().oauth2(suite.realm.token()).header("X-Request-ID", REQUEST_ID);
  }

  private static void isProblem(Response response, int status, String slug) {
    response
        .then()
        .statusCode(status)
        .contentType(Problem.MEDIA_TYPE)
        .header("Retry-After", "2")
        .header("X-Request-ID", REQUEST_ID)
        .body("type", equalTo("urn:wraparound:problem:" + slug))
        .body("title", notNullValue())
        .body("status", equalTo(status))
        .body("detail", notNullValue())
        .body("instance", equalTo("/v1/plans"))
        .body("requestId", equalTo(REQUEST_ID))
        .body(not(containsString("localhost")))
        .body(not(containsString("xception")));
  }

  /** Answers the first request after {@code failures} broken connections. */
  private void breakConnections(int failures) {
    AtomicInteger left = new AtomicInteger(failures);
    suite.actionPlan.behave(
        request -> {
          if (left.getAndDecrement() > 0) {
            request.connection().close();
          } else {
            request.response().end("{}");
          }
        });
  }

  @Test
  void aServiceThatIsDownMakesItUnavailableAndItRecovers() {
    asPractitioner().get("/v1/plans").then().statusCode(200);
    suite.actionPlan.stop();
    try {
      isProblem(asPractitioner().get("/v1/plans"), 503, "unavailable");
      isProblem(asPractitioner().body("{}").post("/v1/plans"), 503, "unavailable");
      asPractitioner().get("/v1/incidents").then().statusCode(200);
    } finally {
      suite.actionPlan.start();
    }
    asPractitioner().body("{}").post("/v1/plans").then().statusCode(200);
  }

  @Test
  void aServiceThatStaysSilentIsGivenUpAndNotAskedTwice() {
    suite.actionPlan.behave(request -> {});
    isProblem(asPractitioner().get("/v1/plans"), 502, "upstream-unavailable");
    assertEquals(1, suite.actionPlan.requests());
  }

  @Test
  void aReadOnABrokenConnectionIsTriedOnceMore() {
    breakConnections(1);
    asPractitioner().get("/v1/plans").then().statusCode(200);
    assertEquals(2, suite.actionPlan.requests());
  }

  @Test
  void aReadIsNotTriedForEver() {
    breakConnections(9);
    isProblem(asPractitioner().get("/v1/plans"), 502, "upstream-unavailable");
    assertEquals(2, suite.actionPlan.requests());
  }

  @Test
  void aWriteIsNeverTriedAgain() {
    breakConnections(1);
    isProblem(asPractitioner().body("{}").post("/v1/plans"), 502, "upstream-unavailable");
    assertEquals(1, suite.actionPlan.requests());
  }

  @Test
  void aWriteWithoutABodyIsNeverTriedAgain() {
    breakConnections(1);
    isProblem(asPractitioner().post("/v1/plans"), 502, "upstream-unavailable");
    assertEquals(1, suite.actionPlan.requests());
  }

  @Test
  void anAnswerThatBreaksOffIsNotMadeToLookWhole() {
    suite.actionPlan.behave(
        request -> {
          request.response().setChunked(true).write("{\"items\": [");
          request.connection().close();
        });
    HttpRequest request =
        HttpRequest.newBuilder(plans)
            .header("Authorization", "Bearer " + suite.realm.token())
            .build();
    assertThrows(
        IOException.class, () -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()));
    Awaitility.await().until(() -> brokenOff() == 1);
  }

  private static long brokenOff() {
    return Metrics.globalRegistry
        .find("wraparound.gateway.requests")
        .tags("route", "/v1/plans/**", "status", "200", "outcome", "broken-off")
        .timers()
        .stream()
        .mapToLong(Timer::count)
        .sum();
  }

  @Test
  void aProblemOfTheServiceIsPassedOnAsItIs() {
    suite.actionPlan.behave(ServiceFailureTest::refuse);
    asPractitioner()
        .body("{}")
        .post("/v1/plans")
        .then()
        .statusCode(422)
        .contentType(Problem.MEDIA_TYPE)
        .body("title", equalTo("from the service"));
  }

  private static void refuse(HttpServerRequest request) {
    request
        .response()
        .setStatusCode(422)
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end("{\"title\": \"from the service\"}");
  }
}
