package org.wraparound.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StubSuite.class)
class BodiesTest {
  private static final int LIMIT = 1024 * 1024;

  StubSuite suite;

  @TestHTTPResource("/v1/incidents")
  URI incidents;

  @BeforeEach
  void healthy() {
    suite.reset();
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(incidents)
        .version(HttpClient.Version.HTTP_1_1)
        .header("Authorization", "Bearer " + suite.realm.token());
  }

  private HttpResponse<byte[]> post(BodyPublisher body) throws Exception {
    return HttpClient.newHttpClient()
        .send(request().POST(body).build(), BodyHandlers.ofByteArray());
  }

  private static BodyPublisher chunked(byte[] bytes) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private void returnTheBody() {
    suite.incident.behave(
        request -> request.body().onSuccess(body -> request.response().end(body)));
  }

  @Test
  void aBodyArrivesUnchanged() {
    String body = "{\"behaviour\": \"wörds \\u2019 and\\n more\"}";
    given()
        .auth()
        .oauth2(suite.realm.token())
        .contentType("application/json; charset=UTF-8")
        .body(body)
        .post("/v1/incidents")
        .then()
        .statusCode(200)
        .body("method", equalTo("POST"))
        .body("body", equalTo(body))
        .body("headers.content-type", startsWith("application/json"));
  }

  @Test
  void aBodyAsLargeAsAllowedPassesWithItsLengthAnnounced() throws Exception {
    returnTheBody();
    byte[] body = random(LIMIT);
    HttpResponse<byte[]> response = post(BodyPublishers.ofByteArray(body));
    assertEquals(200, response.statusCode());
    assertArrayEquals(body, response.body());
  }

  @Test
  void aBodyAsLargeAsAllowedPassesInChunks() throws Exception {
    returnTheBody();
    byte[] body = random(LIMIT);
    HttpResponse<byte[]> response = post(chunked(body));
    assertEquals(200, response.statusCode());
    assertArrayEquals(body, response.body());
  }

  @Test
  void aBodyThatAnnouncesToBeTooLargeNeverReachesTheService() throws Exception {
    HttpResponse<byte[]> response = post(BodyPublishers.ofByteArray(random(LIMIT + 1)));
    isTooLarge(response);
    assertEquals(0, suite.incident.requests());
  }

  @Test
  void aBodyThatGrowsTooLargeIsBrokenOffAndTheServiceSeesNoEnd() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Throwable> broken = new CompletableFuture<>();
    suite.incident.behave(
        request ->
            request
                .exceptionHandler(broken::complete)
                .endHandler(end -> ended.set(true))
                .handler(chunk -> {}));
    isTooLarge(post(chunked(random(4 * LIMIT))));
    broken.get(5, TimeUnit.SECONDS);
    assertFalse(ended.get());
  }

  @Test
  void aFileMayBeLargerThanAnyOtherBody() throws Exception {
    suite.actionPlan.behave(
        request -> request.body().onSuccess(body -> request.response().end(body)));
    byte[] file = random(10 * LIMIT);
    for (BodyPublisher body : List.of(BodyPublishers.ofByteArray(file), chunked(file))) {
      assertArrayEquals(file, upload(body).body());
    }
    for (BodyPublisher body :
        List.of(
            BodyPublishers.ofByteArray(random(10 * LIMIT + 1)), chunked(random(10 * LIMIT + 1)))) {
      HttpResponse<byte[]> response = upload(body);
      assertEquals(413, response.statusCode());
      assertThat(
          new String(response.body(), StandardCharsets.UTF_8), containsString("10485760 bytes"));
    }
  }

  private HttpResponse<byte[]> upload(BodyPublisher body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(incidents.resolve("/v1/evidence-files?name=a.pdf"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + suite.realm.token())
                .POST(body)
                .build(),
            BodyHandlers.ofByteArray());
  }

  private static void isTooLarge(HttpResponse<byte[]> response) {
    String body = new String(response.body(), StandardCharsets.UTF_8);
    assertEquals(413, response.statusCode());
    assertEquals(Problem.MEDIA_TYPE, response.headers().firstValue("Content-Type").orElse(""));
    assertThat(body, containsString("urn:wraparound:problem:payload-too-large"));
    assertThat(body, containsString("1048576 bytes"));
  }

  @Test
  void aRequestBodyIsPassedOnBeforeItsEnd() throws Exception {
    CompletableFuture<String> firstPart = new CompletableFuture<>();
    suite.incident.behave(
        request ->
            request
                .handler(chunk -> firstPart.complete(chunk.toString()))
                .endHandler(end -> request.response().end("done")));
    try (Socket socket = new Socket(incidents.getHost(), incidents.getPort())) {
      socket.setSoTimeout(5_000);
      String head =
          String.join(
              "\r\n",
              "POST /v1/incidents HTTP/1.1",
              "Host: localhost",
              "Authorization: Bearer " + suite.realm.token(),
              "Connection: close",
              "Transfer-Encoding: chunked",
              "",
              "5\r\nfirst\r\n");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      assertEquals("first", firstPart.get(5, TimeUnit.SECONDS));
      socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer, startsWith("HTTP/1.1 200"));
    }
  }

  @Test
  void aLargeAnswerPassesWhole() throws Exception {
    byte[] answer = random(20 * LIMIT);
    suite.incident.behave(request -> request.response().end(Buffer.buffer(answer)));
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request().build(), BodyHandlers.ofByteArray());
    assertArrayEquals(answer, response.body());
  }

  @Test
  void eventsArriveWhileTheStreamIsOpenAndTheServiceLearnsThatTheListenerLeft() throws Exception {
    CompletableFuture<HttpServerResponse> stream = new CompletableFuture<>();
    CompletableFuture<Void> left = new CompletableFuture<>();
    suite.incident.behave(
        request -> {
          HttpServerResponse response = request.response();
          request.connection().closeHandler(left::complete);
          response.setChunked(true).putHeader("Content-Type", "text/event-stream");
          response.write("data: first\n\n");
          stream.complete(response);
        });
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient().send(request().build(), BodyHandlers.ofInputStream());
    try (InputStream events = response.body()) {
      assertEquals("data: first\n\n", new String(events.readNBytes(13), StandardCharsets.UTF_8));
      // Longer than a service may take to begin its answer: a stream may be silent.
      Awaitility.await().pollDelay(Duration.ofMillis(1_500)).until(() -> !left.isDone());
      stream.get(5, TimeUnit.SECONDS).write("data: second\n\n");
      assertEquals("data: second\n\n", new String(events.readNBytes(14), StandardCharsets.UTF_8));
    }
    left.get(5, TimeUnit.SECONDS);
  }

  @Test
  void aCallerThatAsksFirstIsToldToGoOn() {
    String answer =
        RawHttp.exchange(
            incidents,
            "POST /v1/incidents HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + suite.realm.token(),
            "Connection: close",
            "Expect: 100-continue",
            "Content-Length: 2",
            "");
    assertThat(answer, startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200"));
    assertThat(answer, not(containsString("\"expect\"")));
  }

  @Test
  void aCallerThatAsksFirstIsSparedABodyThatWouldBeRefused() {
    String answer =
        RawHttp.exchange(
            incidents,
            "POST /v1/incidents HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + suite.realm.token(),
            "Expect: 100-continue",
            "Content-Length: 2000000");
    assertThat(answer, startsWith("HTTP/1.1 413"));
  }
}
