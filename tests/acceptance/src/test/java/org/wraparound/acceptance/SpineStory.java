package org.wraparound.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.wraparound.acceptance.Field.as;
import static org.wraparound.acceptance.Field.eventually;

import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wraparound.localstack.ServiceServer;

/** What is accepted is never lost and never done twice, whatever goes away when. */
@ExtendWith(Stack.class)
class SpineStory {
  private static final Duration RECOVERY = Duration.ofSeconds(60);
  private static final List<String> DATABASES =
      List.of("incident", "escalation", "action_plan", "pathway");

  private String person;

  @BeforeEach
  void aPersonWithACircle() {
    person = Field.registerPerson("Rosa", "Field", Field.nhsNumber());
    Field.gatherCircle(person);
  }

  @Test
  void recordingGoesOnWhileTheBrokerIsAwayAndTheRestFollows() {
    Stack.running().kill("kafka");
    Field.record(Field.allegation(person, 1));
    Stack.running().restart("kafka");
    awaitWholeChain();
  }

  @Test
  void aServiceKilledBetweenCommitAndPublishLosesNothing() {
    // with the broker away the entry is committed and cannot have been published
    Stack.running().kill("kafka");
    String incident = Field.record(Field.allegation(person, 1));
    assertThat(count("incident", "select count(*) from journal_pending")).isPositive();
    Stack.running().kill("incident-service");
    Stack.running().restart("kafka");
    Stack.running().restart("incident-service");
    awaitWholeChain();
    as("oakfield-manager").get("/v1/incidents/" + incident).then().statusCode(200);
  }

  @Test
  void theSameSubmissionAcrossAKillIsOneIncident() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> report = Field.allegation(person, 1);
    String first = submit(key, report);
    Stack.running().kill("incident-service");
    Stack.running().restart("incident-service");
    assertThat(submit(key, report)).isEqualTo(first);
    awaitWholeChain();
    assertThat(
            as("oakfield-manager")
                .get("/v1/incidents?personId=" + person)
                .jsonPath()
                .getList("items"))
        .hasSize(1);
  }

  @Test
  void aDatabaseOutageParksNothing() {
    for (int i = 0; i < 30; i++) {
      Field.record(Field.incident(person, 1));
    }
    // in the middle of their consumers' work
    Stack.running().kill("postgres");
    as("oakfield-practitioner")
        .body(Field.allegation(person, 1))
        .post("/v1/incidents")
        .then()
        .statusCode(503);
    Stack.running().restart("postgres");
    await()
        .atMost(RECOVERY)
        .until(
            () ->
                as("oakfield-practitioner")
                        .body(Field.allegation(person, 1))
                        .post("/v1/incidents")
                        .statusCode()
                    == 201);
    awaitWholeChain();
    assertNothingParked();
  }

  @Test
  void stoppingAServiceInTheMiddleOfItsWorkParksNothing() {
    for (int i = 0; i < 30; i++) {
      Field.record(Field.incident(person, 1));
    }
    Stack.running().stop("escalation-service");
    Field.record(Field.allegation(person, 1));
    Stack.running().restart("escalation-service");
    awaitWholeChain();
    await()
        .atMost(RECOVERY)
        .until(
            () ->
                count("escalation", "select count(*) from evaluation where person_id = ?", person)
                    == 31);
    assertNothingParked();
  }

  @Test
  void recordingGoesOnWhileEverythingElseIsAwayAndTheRestFollows() {
    // who is signed in stays so, and the keys to verify it have been fetched
    as("oakfield-practitioner").get("/v1/incidents?personId=" + person).then().statusCode(200);
    List<String> others =
        List.of("keycloak", "escalation-service", "action-plan-service", "pathway-service");
    others.forEach(Stack.running()::stop);
    Stack.running().kill("kafka");
    String incident = Field.record(Field.allegation(person, 1));
    as("oakfield-manager").get("/v1/incidents/" + incident).then().statusCode(200);
    Stack.running().restart("kafka");
    others.forEach(Stack.running()::restart);
    awaitWholeChain();
    assertNothingParked();
  }

  @Test
  void aServiceThatStartsWithoutTheRealmsKeysSaysSoUntilItHasThem() {
    as("oakfield-practitioner").get("/v1/incidents?personId=" + person).then().statusCode(200);
    Stack.running().stop("keycloak");
    Stack.running().restart("incident-service");
    at(Stack.running().service("incident-service"))
        .body(Field.incident(person, 1))
        .post("/v1/incidents")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("type", equalTo("urn:wraparound:problem:unavailable"));
    Stack.running().restart("keycloak");
    await()
        .atMost(RECOVERY)
        .until(
            () ->
                at(Stack.running().service("incident-service"))
                        .body(Field.incident(person, 1))
                        .post("/v1/incidents")
                        .statusCode()
                    == 201);
  }

  @Test
  void oneSubmissionToTwoReplicasAtOnceIsOneIncident() {
    int rounds = 10;
    try (ServiceServer second = Stack.running().replicate("incident-service")) {
      List<URI> replicas = List.of(Stack.running().service("incident-service"), second.uri());
      for (int round = 0; round < rounds; round++) {
        String key = UUID.randomUUID().toString();
        Map<String, Object> report = Field.incident(person, 1);
        List<String> answers =
            replicas.stream()
                .map(uri -> CompletableFuture.supplyAsync(() -> submit(uri, key, report)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
      }
      assertThat(
              as("oakfield-manager")
                  .get("/v1/incidents?personId=" + person)
                  .jsonPath()
                  .getList("items"))
          .hasSize(rounds);
      for (URI replica : replicas) {
        for (String health : List.of("/q/health/ready", "/q/health/well")) {
          await()
              .atMost(RECOVERY)
              .until(() -> given().baseUri(replica.toString()).get(health).statusCode() == 200);
        }
      }
      Field.record(Field.allegation(person, 1));
      awaitWholeChain();
    }
  }

  /** A request of the practitioner to one process, past the gateway. */
  private static RequestSpecification at(URI process) {
    return as("oakfield-practitioner").baseUri(process.toString());
  }

  private static String submit(URI replica, String key, Map<String, Object> report) {
    return at(replica)
        .header("Idempotency-Key", key)
        .body(report)
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .asString();
  }

  private static String submit(String key, Map<String, Object> report) {
    return as("oakfield-practitioner")
        .header("Idempotency-Key", key)
        .body(report)
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** One escalation per route, one plan, one step-up, each once. */
  private void awaitWholeChain() {
    eventually(
        "oakfield-manager",
        "/v1/people/" + person + "/chronology?kind=step-up-proposed",
        RECOVERY,
        list -> list.getList("items") != null && list.getList("items").size() == 1);
    eventually(
        "oakfield-manager",
        "/v1/plans?personId=" + person,
        RECOVERY,
        list ->
            list.getList("items.escalationIds.flatten()") != null
                && list.getList("items.escalationIds.flatten()").size() == 3);
    assertThat(
            as("oakfield-manager")
                .get("/v1/escalations?personId=" + person)
                .jsonPath()
                .getList("items.route"))
        .containsExactlyInAnyOrder("SAFEGUARDING_ADULTS", "COMMISSIONER", "CQC_NOTIFICATION");
    assertThat(
            as("oakfield-manager")
                .get("/v1/actions?personId=" + person)
                .jsonPath()
                .getList("items.template"))
        .doesNotHaveDuplicates();
    for (String database : DATABASES) {
      await()
          .atMost(RECOVERY)
          .until(() -> count(database, "select count(*) from journal_pending") == 0);
    }
  }

  private static void assertNothingParked() {
    for (String database : DATABASES) {
      assertThat(count(database, "select count(*) from quarantine")).as(database).isZero();
    }
  }

  private static long count(String database, String query, String... ids) {
    var stack = Stack.running();
    try (var connection =
            DriverManager.getConnection(
                stack.jdbcUrl(database),
                stack.databaseUser(database),
                stack.databasePassword(database));
        var statement = connection.prepareStatement(query)) {
      for (int i = 0; i < ids.length; i++) {
        statement.setObject(i + 1, UUID.fromString(ids[i]));
      }
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
