package org.wraparound.incident.incidents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class BatchTest {
  @Inject AccessGrants grants;

  private static RequestSpecification system() {
    return given().auth().oauth2(Tokens.oakfield("partner-system")).contentType(ContentType.JSON);
  }

  private static Map<String, Object> entry(String key, Map<String, Object> incident) {
    return Map.of("key", key, "incident", incident);
  }

  private static Map<String, Object> with(UUID person, String field, Object value) {
    Map<String, Object> body = Reports.minimal(person);
    body.put(field, value);
    return body;
  }

  private static ValidatableResponse send(Object... entries) {
    return system()
        .body(Map.of("entries", Arrays.asList(entries)))
        .post("/v1/incidents/batch")
        .then();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  @Test
  void oneEntrysFaultNeverHindersAnother() {
    UUID person = UUID.randomUUID();
    UUID foreign = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(() -> grants.grant(foreign, "ELMTREE", "PROVIDER", Level.FULL));
    String good = key();
    String twice = key();
    send(
            entry(good, Reports.full(person)),
            entry(key(), with(person, "happenedAt", "2126-01-01T00:00:00Z")),
            entry(key(), with(person, "policeInvolved", "perhaps")),
            entry(key(), with(person, "kind", "QUARREL")),
            entry(key(), with(person, "behaviour", "a\u0000b")),
            entry(key(), Map.of("personId", person.toString())),
            entry(key(), Reports.minimal(foreign)),
            Map.of("key", key(), "incident", List.of()),
            Map.of("incident", Reports.minimal(person)),
            entry(good, Reports.full(person)),
            entry(good, Reports.minimal(person)),
            entry(twice, Reports.minimal(person)))
        .statusCode(200)
        .body(
            "results.status", contains(201, 422, 422, 422, 422, 422, 404, 422, 422, 200, 422, 201))
        .body("results[0].key", equalTo(good))
        .body("results[0].incident.reference", matchesPattern("INC-\\d\\d-\\d{6}"))
        .body("results[1].problem.violations.field", contains("happenedAt"))
        .body("results[3].problem.violations.field", contains("kind"))
        .body("results[4].problem.violations.field", contains("behaviour"))
        .body(
            "results[5].problem.violations.field",
            contains("behaviour", "happenedAt", "kind", "location"))
        .body("results[6].problem.requestId", notNullValue())
        .body("results[8].problem.violations.field", contains("key"))
        .body("results[10].problem.type", equalTo("urn:wraparound:problem:idempotency-key-reused"));
    system().get("/v1/incidents?personId=" + person).then().body("items", hasSize(2));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Bus.read("wraparound.incidents.v1", person).size() == 2);
  }

  @Test
  void anEntryThatWasSentAloneBeforeMakesNoSecondIncidentNorTheOtherWayRound() {
    UUID person = UUID.randomUUID();
    String alone = key();
    String id =
        system()
            .header("Idempotency-Key", alone)
            .body(Reports.full(person))
            .post("/v1/incidents")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String later = key();
    String second =
        send(entry(alone, Reports.full(person)), entry(later, Reports.minimal(person)))
            .body("results.status", contains(200, 201))
            .body("results[0].incident.id", equalTo(id))
            .body("results[0].incident.href", equalTo("/v1/incidents/" + id))
            .extract()
            .path("results[1].incident.id");
    system()
        .header("Idempotency-Key", later)
        .body(Reports.minimal(person))
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .header("Location", equalTo("/v1/incidents/" + second))
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(second));
    system()
        .header("Idempotency-Key", later)
        .body(Reports.full(person))
        .post("/v1/incidents")
        .then()
        .statusCode(422);
    send(entry(alone, Reports.minimal(person))).body("results.status", contains(422));
    system().get("/v1/incidents?personId=" + person).then().body("items", hasSize(2));
  }

  @Test
  void aRefusedEntryCanBeMendedUnderItsKey() {
    UUID person = UUID.randomUUID();
    String key = key();
    send(entry(key, Map.of("personId", person.toString()))).body("results.status", contains(422));
    send(entry(key, Reports.minimal(person))).body("results.status", contains(201));
  }

  @Test
  void batchesThatShareKeysAtTheSameMomentMakeEachIncidentOnce() {
    UUID person = UUID.randomUUID();
    List<Object> entries =
        IntStream.range(0, 200)
            .mapToObj(i -> (Object) entry(key(), Reports.minimal(person)))
            .toList();
    List<Object> reversed = IntStream.range(0, 200).mapToObj(i -> entries.get(199 - i)).toList();
    List<CompletableFuture<List<Integer>>> answers =
        List.of(entries, reversed, entries).stream()
            .map(
                batch ->
                    CompletableFuture.supplyAsync(
                        () ->
                            send(batch.toArray())
                                .statusCode(200)
                                .extract()
                                .<List<Integer>>path("results.status")))
            .toList();
    List<Integer> statuses =
        answers.stream().flatMap(answer -> answer.join().stream()).sorted().toList();
    assertThat(statuses.subList(0, 400)).containsOnly(200);
    assertThat(statuses.subList(400, 600)).containsOnly(201);
    system().get("/v1/incidents?limit=200&personId=" + person).then().body("items", hasSize(200));
  }

  @Test
  void aBatchIsOfOneToTwoHundredEntriesFromThoseWhoMayRecord() {
    system().body(Map.of()).post("/v1/incidents/batch").then().statusCode(422);
    send().statusCode(422).body("violations.field", contains("entries"));
    Object[] tooMany = IntStream.range(0, 201).mapToObj(i -> Map.of("key", "k" + i)).toArray();
    send(tooMany).statusCode(422);
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("entries", List.of()))
        .post("/v1/incidents/batch")
        .then()
        .statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.oakfield("auditor"))
        .contentType(ContentType.JSON)
        .body(Map.of("entries", List.of()))
        .post("/v1/incidents/batch")
        .then()
        .statusCode(403);
    UUID person = UUID.randomUUID();
    given()
        .auth()
        .oauth2(Tokens.withoutAgency("practitioner"))
        .contentType(ContentType.JSON)
        .body(Map.of("entries", List.of(entry(key(), Reports.minimal(person)))))
        .post("/v1/incidents/batch")
        .then()
        .statusCode(200)
        .body("results.status", contains(403));
    system().get("/v1/incidents?personId=" + person).then().body("items", empty());
  }
}
