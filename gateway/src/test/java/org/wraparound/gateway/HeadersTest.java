package org.wraparound.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StubSuite.class)
class HeadersTest {
  private static final String TRACEPARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  StubSuite suite;

  @TestHTTPResource("/")
  URI gateway;

  @BeforeEach
  void healthy() {
    suite.reset();
  }

  private RequestSpecification asPractitioner() {
    return given().auth().oauth2(suite.realm.token());
  }

  @Test
  void theCallersIdsArePassedOnAndMirrored() {
    String requestId = UUID.randomUUID().toString();
    String correlationId = UUID.randomUUID().toString();
    asPractitioner()
        .header("X-Request-ID", requestId)
        .header("X-Correlation-ID", correlationId)
        .header("traceparent", TRACEPARENT)
        .header("tracestate", "partner=1")
        .header("Idempotency-Key", "once")
        .get("/v1/incidents")
        .then()
        .header("X-Request-ID", requestId)
        .header("X-Correlation-ID", correlationId)
        .body("headers.x-request-id", equalTo(requestId))
        .body("headers.x-correlation-id", equalTo(correlationId))
        .body("headers.traceparent", equalTo(TRACEPARENT))
        .body("headers.tracestate", equalTo("partner=1"))
        .body("headers.idempotency-key", equalTo("once"));
  }

  @Test
  void idsAreMadeWhereTheCallerSendsNone() {
    Response response = asPractitioner().get("/v1/incidents");
    String made = response.header("X-Request-ID");
    response
        .then()
        .header("X-Request-ID", matchesPattern(UUID_FORM))
        .header("X-Correlation-ID", made)
        .body("headers.x-request-id", equalTo(made))
        .body("headers.x-correlation-id", equalTo(made))
        .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
  }

  @Test
  void aRequestIdThatIsNoUuidIsReplaced() {
    asPractitioner()
        .header("X-Request-ID", "42")
        .header("X-Correlation-ID", "0-0-0-0-0")
        .get("/v1/incidents")
        .then()
        .header("X-Request-ID", matchesPattern(UUID_FORM))
        .header("X-Correlation-ID", matchesPattern(UUID_FORM))
        .body("headers.x-request-id", matchesPattern(UUID_FORM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
      })
  void aTraceThatIsNotValidIsBegunAnew(String traceparent) {
    asPractitioner()
        .header("traceparent", traceparent)
        .header("tracestate", "partner=1")
        .get("/v1/incidents")
        .then()
        .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"))
        .body("headers.traceparent", not(equalTo(traceparent)))
        .body("headers.tracestate", nullValue());
  }

  @Test
  void errorsMadeHereMirrorTheIdsToo() {
    String requestId = UUID.randomUUID().toString();
    given()
        .header("X-Request-ID", requestId)
        .get("/v1/incidents")
        .then()
        .statusCode(401)
        .header("X-Request-ID", requestId)
        .header("X-Correlation-ID", requestId)
        .body("requestId", equalTo(requestId));
  }

  @Test
  void whatAServiceMirrorsIsNotSentTwice() {
    suite.incident.behave(
        request ->
            request
                .response()
                .putHeader("X-Request-ID", request.getHeader("X-Request-ID"))
                .putHeader("X-Correlation-ID", request.getHeader("X-Correlation-ID"))
                .end());
    Response response = asPractitioner().get("/v1/incidents");
    assertThat(response.headers().getValues("X-Request-ID").size(), equalTo(1));
    assertThat(response.headers().getValues("X-Correlation-ID").size(), equalTo(1));
  }

  @Test
  void headersOfOneConnectionEndHere() {
    String answer =
        RawHttp.exchange(
            gateway,
            "GET /v1/incidents HTTP/1.1",
            "Host: wraparound.example:8443",
            "Authorization: Bearer " + suite.realm.token(),
            "Connection: close",
            "Connection: X-Private",
            "X-Private: secret",
            "Keep-Alive: timeout=5",
            "TE: trailers",
            "Proxy-Authorization: Basic Zm9vOmJhcg==",
            "X-Public: seen");
    assertThat(answer, startsWith("HTTP/1.1 200"));
    assertThat(
        answer,
        allOf(
            containsString("\"x-public\":\"seen\""),
            not(containsString("secret")),
            not(containsString("keep-alive")),
            not(containsString("\"te\"")),
            not(containsString("Zm9vOmJhcg"))));
  }

  @Test
  void headersOfTheServicesConnectionEndHereToo() {
    suite.incident.behave(
        request ->
            request
                .response()
                .putHeader("Connection", "X-Internal")
                .putHeader("X-Internal", "10.0.0.7")
                .putHeader("Keep-Alive", "timeout=5")
                .putHeader("ETag", "\"3\"")
                .end());
    asPractitioner()
        .get("/v1/incidents")
        .then()
        .header("X-Internal", nullValue())
        .header("Keep-Alive", nullValue())
        .header("ETag", "\"3\"");
  }

  @Test
  void theServiceIsToldHowTheCallerCameAndNotWhatTheCallerClaims() {
    String answer =
        RawHttp.exchange(
            gateway,
            "GET /v1/incidents HTTP/1.1",
            "Host: wraparound.example:8443",
            "Authorization: Bearer " + suite.realm.token(),
            "Connection: close",
            "X-Forwarded-For: 203.0.113.9",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https",
            "X-Real-IP: 203.0.113.9",
            "Forwarded: for=203.0.113.9");
    assertThat(
        answer,
        allOf(
            containsString("\"x-forwarded-for\":\"127.0.0.1\""),
            containsString("\"x-forwarded-host\":\"wraparound.example:8443\""),
            containsString("\"x-forwarded-port\":\"8443\""),
            containsString("\"x-forwarded-proto\":\"http\"")));
    assertThat(answer, not(containsString("203.0.113.9")));
    assertThat(answer, not(containsString("evil.example")));
  }

  @Test
  void anAnswerWithoutContentAnnouncesNone() {
    suite.incident.behave(request -> request.response().setStatusCode(204).end());
    String answer =
        RawHttp.exchange(
            gateway,
            "DELETE /v1/incidents/7 HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + suite.realm.token(),
            "Connection: close");
    assertThat(answer, startsWith("HTTP/1.1 204"));
    assertThat(answer.toLowerCase(Locale.ROOT), not(containsString("transfer-encoding")));
    assertThat(answer, matchesPattern("(?s).*\r\n\r\n"));
  }

  @Test
  void anUnknownTransferEncodingIsRefused() {
    String answer =
        RawHttp.exchange(
            gateway,
            "POST /v1/incidents HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + suite.realm.token(),
            "Connection: close",
            "Transfer-Encoding: gzip, chunked",
            "",
            "0");
    assertThat(answer, startsWith("HTTP/1.1 400"));
    assertThat(answer, containsString("urn:wraparound:problem:malformed"));
  }

  @Test
  void aRequestThatNamesNoHostIsRefused() {
    String answer =
        RawHttp.exchange(
            gateway,
            "GET /v1/incidents HTTP/1.1",
            "X-Request-ID: 6f7c1e0a-54d8-4c3b-9a54-0f1d1f5f5a01",
            "Connection: close");
    assertThat(answer, startsWith("HTTP/1.1 400"));
    assertThat(answer, containsString("urn:wraparound:problem:malformed"));
    assertThat(answer, containsString("6f7c1e0a-54d8-4c3b-9a54-0f1d1f5f5a01"));
  }
}
