package org.wraparound.incident.incidents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.incident.StoredIncident;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class EvidenceTest {
  private static final String TOPIC = "wraparound.incidents.v1";
  private static final Map<String, Object> IN_ERROR =
      Map.of("reasonCode", "RECORDED_IN_ERROR", "reason", "Planted-withdrawal");

  @Inject AccessGrants grants;
  @Inject AgroalDataSource dataSource;

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  private static RequestSpecification practitioner() {
    return as(Tokens.oakfield("practitioner"));
  }

  private static RequestSpecification manager() {
    return as(Tokens.oakfield("manager"));
  }

  private static RequestSpecification elmtree(String role) {
    return as(Tokens.elmtree(role));
  }

  private static String recorded(Map<String, Object> body) {
    return "/v1/incidents/"
        + practitioner()
            .body(body)
            .post("/v1/incidents")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  private static String idOf(String incident) {
    return incident.substring("/v1/incidents/".length());
  }

  private static ValidatableResponse add(String incident, Map<String, Object> additions) {
    return practitioner()
        .body(Map.of("reason", "Planted-reason", "additions", additions))
        .post(incident + "/addenda")
        .then();
  }

  private static String asked(
      RequestSpecification by, String incident, Map<String, Object> fields) {
    return by.body(
            Map.of("reason", "Planted-why", "whatIsWrong", "Planted-wrong", "proposed", fields))
        .post(incident + "/correction-requests")
        .then()
        .statusCode(200)
        .extract()
        .path("correctionRequests[-1].id");
  }

  private static ValidatableResponse answer(
      RequestSpecification by, String incident, String request, Map<String, Object> answer) {
    return by.body(answer).post(incident + "/correction-requests/" + request + "/answer").then();
  }

  private static ValidatableResponse link(RequestSpecification by, String incident, String other) {
    return by.body(Map.of("duplicateOf", idOf(other), "reason", "Planted-same"))
        .post(incident + "/duplicate-link")
        .then();
  }

  private void circle(UUID person) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              grants.grant(person, "OAKFIELD", "PROVIDER", Level.FULL);
              grants.grant(person, "ELMTREE", "PROVIDER", Level.FULL);
            });
  }

  private static JsonPath read(String incident) {
    return manager().get(incident).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void anAddendumFillsWhatWasNotRecordedAndKeepsWhatWas() {
    String incident = recorded(Reports.minimal(UUID.randomUUID()));
    practitioner()
        .body(
            Map.of(
                "reason", "Seen at handover",
                "text", "He limped",
                "additions", Map.of("physicalHarm", "LOW", "bodyMap", List.of())))
        .post(incident + "/addenda")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("physicalHarm", equalTo("LOW"))
        .body("bodyMap", empty())
        .body("number", equalTo(2))
        .body("addenda[0].fields", contains("physicalHarm", "bodyMap"))
        .body("addenda[0].text", equalTo("He limped"))
        .body("addenda[0].author", equalTo("oakfield-practitioner"))
        .body("history.cause", contains("RECORDED", "ADDENDUM"));
    manager()
        .get("/v1/incidents?personId=" + read(incident).getString("personId"))
        .then()
        .body("items[0].physicalHarm", equalTo("LOW"))
        .body("items[0].number", equalTo(2));
  }

  @Test
  void whatIsRecordedIsNotAddedOver() {
    Map<String, Object> body = Reports.minimal(UUID.randomUUID());
    body.put("allegations", List.of());
    String incident = recorded(body);
    add(incident, Map.of("allegations", List.of(), "kind", "INJURY", "recovery", "Slept"))
        .statusCode(422)
        .body("violations.field", contains("additions.kind", "additions.allegations"));
    add(incident, Map.of()).statusCode(422).body("violations.field", contains("text"));
    add(incident, Map.of("bodyMap", List.of(Map.of("view", "FRONT"))))
        .statusCode(422)
        .body("violations.field", contains("bodyMap[0].mark", "bodyMap[0].region"));
    add(incident, Map.of("endedAt", "2026-01-05T10:00:00Z"))
        .statusCode(422)
        .body("violations.field", contains("endedAt"));
    assertThat(read(incident).getInt("number")).isEqualTo(1);
  }

  @Test
  void onlyTheAgencyWhoseRecordItIsAddsToItAndOthersAskForCorrections() {
    UUID person = UUID.randomUUID();
    String incident = recorded(Reports.full(person));
    Map<String, Object> addendum = Map.of("reason", "We saw it", "text", "At our day centre");
    elmtree("practitioner").body(addendum).post(incident + "/addenda").then().statusCode(404);
    circle(person);
    elmtree("practitioner").body(addendum).post(incident + "/addenda").then().statusCode(403);
    elmtree("manager").body(IN_ERROR).post(incident + "/withdrawal").then().statusCode(403);
    as(Tokens.withoutAgency("auditor", "practitioner"))
        .body(Map.of("reason", "x", "whatIsWrong", "x"))
        .post(incident + "/correction-requests")
        .then()
        .statusCode(403);
    String request = asked(elmtree("practitioner"), incident, Map.of("physicalHarm", "MODERATE"));
    elmtree("manager")
        .body(Map.of("accepted", true, "reason", "x"))
        .post(incident + "/correction-requests/" + request + "/answer")
        .then()
        .statusCode(403);
    answer(practitioner(), incident, request, Map.of("accepted", true, "reason", "x"))
        .statusCode(403);
    answer(manager(), incident, request, Map.of("accepted", true, "reason", "Their log says so"))
        .statusCode(200)
        .body("physicalHarm", equalTo("MODERATE"))
        .body("behaviour", containsString("threw a cup"))
        .body("correctionRequests[0].agency", equalTo("ELMTREE"))
        .body("correctionRequests[0].answer.accepted", equalTo(true))
        .body("correctionRequests[0].answer.number", equalTo(2))
        .body("history[1].changed", contains("physicalHarm"));
    answer(manager(), incident, request, Map.of("accepted", false, "reason", "x"))
        .statusCode(409)
        .body("related", contains(incident));
  }

  @Test
  void nobodyAnswersTheirOwnRequest() {
    String incident = recorded(Reports.minimal(UUID.randomUUID()));
    String request = asked(manager(), incident, Map.of("physicalHarm", "LOW"));
    answer(manager(), incident, request, Map.of("accepted", true, "reason", "x")).statusCode(403);
    answer(
            as(Tokens.oakfield("liaison")),
            incident,
            request,
            Map.of("accepted", true, "reason", "x"))
        .statusCode(200);
  }

  @Test
  void aCorrectionKeepsTheRulesOfRecording() {
    String incident = recorded(Reports.full(UUID.randomUUID()));
    String request = asked(practitioner(), incident, Map.of());
    Map<String, Object> bare =
        Map.of("restrictiveInterventions", List.of(Map.of("type", "08", "minutes", 5)));
    corrected(
        incident, request, Map.of("happenedAt", "2126-01-01T00:00:00Z"), "happenedAt", "endedAt");
    corrected(incident, request, Map.of("endedAt", "2026-01-05T10:00:00Z"), "endedAt");
    corrected(
        incident,
        request,
        Map.of("personId", UUID.randomUUID().toString()),
        "corrections.personId");
    corrected(incident, request, Map.of("physicalHarm", "LOW"), "corrections");
    answer(
            manager(),
            incident,
            request,
            Map.of("accepted", true, "reason", "x", "corrections", bare))
        .statusCode(422)
        .body("violations", hasSize(8));
    answer(manager(), incident, request, Map.of("accepted", false)).statusCode(422);
    answer(manager(), incident, request, Map.of("accepted", false, "reason", "It is right"))
        .statusCode(200)
        .body("number", equalTo(1))
        .body("correctionRequests[0].answer.accepted", equalTo(false))
        .body("correctionRequests[0].answer.reason", equalTo("It is right"));
  }

  private static void corrected(
      String incident, String request, Map<String, Object> corrections, String... named) {
    answer(
            manager(),
            incident,
            request,
            Map.of("accepted", true, "reason", "x", "corrections", corrections))
        .statusCode(422)
        .body("violations.field", contains(named));
  }

  @Test
  void theRecordCanBeReadAsItWasAtAnyTime() {
    String incident = recorded(Reports.minimal(UUID.randomUUID()));
    Instant recordedAt = Instant.parse(read(incident).getString("recordedAt"));
    add(incident, Map.of("recovery", "Slept")).statusCode(200);
    String request = asked(practitioner(), incident, Map.of("recovery", "Slept badly"));
    answer(manager(), incident, request, Map.of("accepted", true, "reason", "x")).statusCode(200);
    List<String> times = read(incident).getList("history.at");
    Instant corrected = Instant.parse(times.get(2));
    asOf(incident, recordedAt.minusNanos(1_000)).statusCode(404);
    asOf(incident, Instant.now().plus(Duration.ofHours(1))).statusCode(422);
    asOf(incident, recordedAt)
        .statusCode(200)
        .body("recovery", nullValue())
        .body("number", equalTo(1))
        .body("addenda", empty());
    asOf(incident, corrected.minusNanos(1_000))
        .body("recovery", equalTo("Slept"))
        .body("correctionRequests[0].answer", nullValue())
        .body("history", hasSize(2));
    asOf(incident, corrected)
        .body("recovery", equalTo("Slept badly"))
        .body("correctionRequests[0].answer.accepted", equalTo(true));
    manager().body(IN_ERROR).post(incident + "/withdrawal").then().statusCode(200);
    asOf(incident, corrected).body("status", equalTo("RECORDED")).body("withdrawal", nullValue());
  }

  private static ValidatableResponse asOf(String incident, Instant at) {
    return manager().queryParam("asOf", at.toString()).get(incident).then();
  }

  @Test
  void aWithdrawnRecordStaysReadableAndNothingMoreIsDoneToIt() {
    UUID person = UUID.randomUUID();
    String incident = recorded(Reports.minimal(person));
    practitioner().body(IN_ERROR).post(incident + "/withdrawal").then().statusCode(403);
    manager()
        .body(Map.of("reasonCode", "TIRED"))
        .post(incident + "/withdrawal")
        .then()
        .statusCode(422);
    manager()
        .body(Map.of("reasonCode", "OTHER"))
        .post(incident + "/withdrawal")
        .then()
        .statusCode(422)
        .body("violations.field", contains("reason"));
    manager()
        .body(IN_ERROR)
        .post(incident + "/withdrawal")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"))
        .body("withdrawal.reasonCode", equalTo("RECORDED_IN_ERROR"))
        .body("withdrawal.by", equalTo("oakfield-manager"));
    manager().body(IN_ERROR).post(incident + "/withdrawal").then().statusCode(409);
    add(incident, Map.of("recovery", "Slept")).statusCode(409);
    practitioner()
        .body(Map.of("reason", "x", "whatIsWrong", "x"))
        .post(incident + "/correction-requests")
        .then()
        .statusCode(409);
    assertThat(read(incident).getString("behaviour")).contains("threw a cup");
    manager()
        .get("/v1/incidents?status=WITHDRAWN&personId=" + person)
        .then()
        .body("items", hasSize(1));
    manager().get("/v1/incidents?status=RECORDED&personId=" + person).then().body("items", empty());
  }

  @Test
  void duplicatesAreLinkedOnceAndNeverInAChain() {
    UUID person = UUID.randomUUID();
    String first = recorded(Reports.minimal(person));
    String second = recorded(Reports.minimal(person));
    String third = recorded(Reports.minimal(person));
    String stranger = recorded(Reports.minimal(UUID.randomUUID()));
    UUID elsewhere = UUID.randomUUID();
    String hidden =
        "/v1/incidents/"
            + elmtree("practitioner")
                .body(Reports.minimal(elsewhere))
                .post("/v1/incidents")
                .<String>path("id");
    link(practitioner(), second, first).statusCode(403);
    link(manager(), second, second)
        .statusCode(422)
        .body("violations.field", contains("duplicateOf"));
    link(manager(), second, stranger)
        .statusCode(422)
        .body("violations.field", contains("duplicateOf"));
    link(manager(), second, hidden).statusCode(404);
    link(manager(), second, first)
        .statusCode(200)
        .body("duplicateOf", equalTo(idOf(first)))
        .body("duplicateLinks[0].by", equalTo("oakfield-manager"));
    assertThat(read(first).getList("duplicates")).containsExactly(idOf(second));
    assertThat(read(first).getString("duplicateOf")).isNull();
    manager().get(first).then().header("ETag", "\"1\"");
    link(manager(), second, third).statusCode(409);
    link(manager(), third, second).statusCode(409).body("related", contains(second));
    link(manager(), first, third).statusCode(409);
    manager()
        .body(Map.of("reason", "Planted-other"))
        .post(second + "/duplicate-link/removal")
        .then()
        .statusCode(200)
        .body("duplicateOf", nullValue());
    manager().get(first).then().header("ETag", "\"2\"").body("duplicates", empty());
    manager()
        .body(Map.of("reason", "x"))
        .post(second + "/duplicate-link/removal")
        .then()
        .statusCode(409);
    manager().body(IN_ERROR).post(third + "/withdrawal").then().statusCode(200);
    link(manager(), second, third).statusCode(409);
    link(manager(), second, first).statusCode(200);
  }

  @Test
  void aTransitionOfAVersionOneHasNotSeenIsRefused() {
    String incident = recorded(Reports.minimal(UUID.randomUUID()));
    add(incident, Map.of("recovery", "Slept")).statusCode(200);
    manager()
        .header("If-Match", "\"0\"")
        .body(IN_ERROR)
        .post(incident + "/withdrawal")
        .then()
        .statusCode(412);
    manager()
        .header("If-Match", "\"1\"")
        .body(IN_ERROR)
        .post(incident + "/withdrawal")
        .then()
        .statusCode(200);
  }

  @Test
  void versionsCanBeNeitherChangedNorRemoved() {
    recorded(Reports.minimal(UUID.randomUUID()));
    for (String statement :
        List.of(
            "update incident_version set author = 'x'",
            "delete from incident_version",
            "truncate incident_version",
            "update documentation_standard set number = 9",
            "truncate incident_review")) {
      assertThatThrownBy(() -> run(statement))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append only");
    }
  }

  @Test
  void aRecordOfBeforeThereWereVersionsHasItsFirstOne() throws Exception {
    UUID stored =
        StoredIncident.about(UUID.randomUUID())
            .with("ended_at", "2026-07-10T12:30:00Z")
            .with("proactive_strategies", List.of("Offered a walk"))
            .with(
                "immediate_safety_actions",
                List.of(Map.of("action", "x", "byWhom", "y", "at", 1_783_684_800.5)))
            .in(dataSource);
    String migration;
    try (var file =
        EvidenceTest.class.getResourceAsStream("/db/migration/V3__evidence_and_drafts.sql")) {
      migration = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    int start = migration.indexOf("insert into incident_version");
    run(migration.substring(start, migration.indexOf(';', start)) + " where id = '" + stored + "'");
    manager()
        .get("/v1/incidents/" + stored)
        .then()
        .statusCode(200)
        .body("history.cause", contains("RECORDED"))
        .body("behaviour", equalTo("Shouted"))
        .body("happenedAt", equalTo("2026-03-10T12:00:00Z"))
        .body("endedAt", equalTo("2026-07-10T12:30:00Z"))
        .body("proactiveStrategies", contains("Offered a walk"))
        .body("immediateSafetyActions[0].at", equalTo("2026-07-10T12:00:00.500Z"))
        .body("allegations", nullValue());
    add("/v1/incidents/" + stored, Map.of("recovery", "Slept")).statusCode(200);
  }

  private void run(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void everyEventKeepsItsContractAndCarriesNothingThatPeopleWrote() {
    UUID person = UUID.randomUUID();
    String incident = recorded(Reports.full(person));
    String second = recorded(Reports.minimal(person));
    practitioner()
        .body(Map.of("reason", "Planted-r", "text", "Planted-t"))
        .post(incident + "/addenda")
        .then()
        .statusCode(200);
    add(incident, Map.of("recovery", "Planted-recovery")).statusCode(200);
    String refused = asked(practitioner(), incident, Map.of("physicalHarm", "SEVERE"));
    answer(manager(), incident, refused, Map.of("accepted", false, "reason", "Planted-no"))
        .statusCode(200);
    String accepted = asked(practitioner(), incident, Map.of("physicalHarm", "MODERATE"));
    answer(manager(), incident, accepted, Map.of("accepted", true, "reason", "Planted-yes"))
        .statusCode(200);
    as(Tokens.oakfield("liaison"))
        .body(Map.of("decision", "RETURN", "comment", "Planted-comment"))
        .post(incident + "/reviews")
        .then()
        .statusCode(200);
    link(manager(), second, incident).statusCode(200);
    manager()
        .body(Map.of("reason", "Planted-u"))
        .post(second + "/duplicate-link/removal")
        .then()
        .statusCode(200);
    manager().body(IN_ERROR).post(second + "/withdrawal").then().statusCode(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> Bus.read(TOPIC, person).size() == 13);
    List<Bus.Read> events = Bus.read(TOPIC, person);
    assertThat(events)
        .extracting(Bus.Read::type)
        .containsExactly(
            "incident-recorded",
            "incident-recorded",
            "incident-added-to",
            "incident-corrected",
            "incident-correction-requested",
            "incident-correction-answered",
            "incident-correction-requested",
            "incident-correction-answered",
            "incident-corrected",
            "incident-reviewed",
            "incident-linked",
            "incident-unlinked",
            "incident-withdrawn");
    for (Bus.Read event : events) {
      assertThat(Contracts.violations("incident-service", event.type(), event.data()))
          .as(event.type())
          .isEmpty();
      assertThat(
              Contracts.violations(
                  "incident-service",
                  event.type(),
                  Contracts.example("incident-service", event.type())))
          .isEmpty();
      assertThat(event.data() + " " + event.headers()).doesNotContain("Planted");
    }
    Bus.Read corrected = events.get(8);
    assertThat(corrected.data().get("physicalHarm").asText()).isEqualTo("MODERATE");
    assertThat(corrected.data().get("number").asInt()).isEqualTo(4);
    assertThat(Instant.parse(corrected.headers().get("ce_time")))
        .isAfter(Instant.now().minus(Duration.ofMinutes(5)));
  }
}
