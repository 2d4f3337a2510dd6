package org.wraparound.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StubSuite.class)
class RequestLogTest {
  private static final Logger LOG = Logger.getLogger("org.wraparound.gateway.requests");

  private static final Formatter FORMAT = new PatternFormatter("%s");

  StubSuite suite;

  private final BlockingQueue<ExtLogRecord> lines = new LinkedBlockingQueue<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          ExtLogRecord copy = ExtLogRecord.wrap(line);
          copy.copyMdc();
          lines.add(copy);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    suite.reset();
    LOG.addHandler(listener);
  }

  @AfterEach
  void leave() {
    LOG.removeHandler(listener);
  }

  @Test
  void aLineSaysWhoDidWhatAndHowItWentButNotWhatWasSearchedFor() throws Exception {
    String requestId = UUID.randomUUID().toString();
    given()
        .auth()
        .oauth2(suite.realm.token())
        .header("X-Request-ID", requestId)
        .get("/v1/people/7/circle?name=Surname")
        .then()
        .statusCode(200);

    ExtLogRecord line = lines.poll(5, TimeUnit.SECONDS);
    assertThat(FORMAT.format(line), containsString("GET /v1/people/7/circle 200 answered"));
    assertThat(FORMAT.format(line), not(containsString("Surname")));
    assertThat(line.getMdcCopy().toString(), not(containsString("Surname")));
    assertEquals(requestId, line.getMdc("requestId"));
    assertEquals("/v1/people/**", line.getMdc("route"));
    assertEquals("OAKFIELD", line.getMdc("agency"));
    assertEquals("6f7c1e0a-54d8-4c3b-9a54-0f1d1f5f5a01", line.getMdc("userId"));
  }

  @Test
  void aPathThatNobodyOwnsIsNotWrittenDown() throws Exception {
    given().get("/Surname/forename").then().statusCode(404);

    ExtLogRecord line = lines.poll(5, TimeUnit.SECONDS);
    assertThat(FORMAT.format(line), containsString("GET unrouted 404 answered"));
    assertThat(line.getMdcCopy().toString(), not(containsString("Surname")));
  }
}
