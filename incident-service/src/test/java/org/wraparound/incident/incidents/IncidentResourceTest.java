package org.wraparound.incident.incidents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class IncidentResourceTest {
  private static final String TOPIC = "wraparound.incidents.v1";

  @Inject AccessGrants grants;

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  private static RequestSpecification practitioner() {
    return as(Tokens.oakfield("practitioner"));
  }

  private static ValidatableResponse report(Map<String, Object> body) {
    return practitioner().body(body).post("/v1/incidents").then();
  }

  private void inCircle(UUID person, String agency, Level level) {
    QuarkusTransaction.requiringNew().run(() -> grants.grant(person, agency, "PROVIDER", level));
  }

  @Test
  void everyPartOfTheRecordIsKept() {
    UUID person = UUID.randomUUID();
    String id =
        report(Reports.full(person))
            .statusCode(201)
            .header("ETag", "\"0\"")
            .header("Location", matchesPattern(".*/v1/incidents/[0-9a-f-]{36}"))
            .body("reference", matchesPattern("INC-\\d\\d-\\d{6}"))
            .extract()
            .path("id");
    practitioner()
        .get("/v1/incidents/" + id)
        .then()
        .statusCode(200)
        .body("provider", equalTo("OAKFIELD"))
        .body("recordedBy", equalTo("oakfield-practitioner"))
        .body("deEscalationSteps.worked", contains(false, true))
        .body("allegations[0].type", equalTo("PHYSICAL"))
        .body("restrictiveInterventions[0].type", equalTo("08"))
        .body("restrictiveInterventions[0].staff[0].jobTitle", equalTo("Support worker"))
        .body("peopleInvolved[0].role", equalTo("OTHER_TENANT"))
        .body("antecedentCodes", contains("NOISE_OR_CROWDING", "WAITING"))
        .body("bodyMap[0].region", equalTo("LEFT_FOREARM"))
        .body("bodyMap[0].lengthMm", equalTo(40))
        .body("missedSupport[0].why", equalTo("REFUSED"))
        .body("externalReferences[0].agencyType", equalTo("POLICE"))
        .body("cqcNotification.paragraph", equalTo("ABUSE_OR_ALLEGATION"))
        .body("cqcNotification.submittedAt", equalTo("2026-01-05T12:00:00Z"))
        .body("restrictiveInterventions[0].startedAt", equalTo("2026-01-05T10:18:00Z"))
        .body("endedAt", equalTo("2026-01-05T10:45:00Z"))
        .body("status", equalTo("RECORDED"))
        .body("history.cause", contains("RECORDED"));
  }

  @Test
  void aLateRecordShows() {
    Map<String, Object> body = Reports.minimal(UUID.randomUUID());
    Instant happened = Instant.now().minus(Duration.ofHours(30));
    body.put("happenedAt", happened.toString());
    String after = report(body).statusCode(201).extract().path("recordedAfter");
    assertThat(Duration.parse(after)).isBetween(Duration.ofHours(30), Duration.ofHours(31));
  }

  @Test
  void itHappenedInAYearThatCalendarsHold() {
    Map<String, Object> body = Reports.minimal(UUID.randomUUID());
    body.put("happenedAt", "-100000-01-01T00:00:00Z");
    report(body)
        .statusCode(422)
        .body("violations.field", contains("happenedAt"))
        .body("violations.message", contains("must be in the years 1 to 9999"));
    body.put("happenedAt", "0001-01-01T00:00:00Z");
    String id = report(body).statusCode(201).extract().path("id");
    practitioner()
        .get("/v1/incidents/" + id)
        .then()
        .body("happenedAt", equalTo("0001-01-01T00:00:00Z"));
  }

  @Test
  void theSameKeyAtTheSameMomentMakesOneIncident() {
    UUID person = UUID.randomUUID();
    String key = UUID.randomUUID().toString();
    List<CompletableFuture<String>> answers =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            practitioner()
                                .header("Idempotency-Key", key)
                                .body(Reports.minimal(person))
                                .post("/v1/incidents")
                                .then()
                                .statusCode(201)
                                .extract()
                                .<String>path("id")))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    practitioner().get("/v1/incidents?personId=" + person).then().body("items", hasSize(1));
  }

  @Test
  void noneAndNotYetRecordedAreToldApart() {
    UUID person = UUID.randomUUID();
    Map<String, Object> body = Reports.minimal(person);
    body.put("allegations", List.of());
    String id = report(body).statusCode(201).extract().path("id");
    practitioner()
        .get("/v1/incidents/" + id)
        .then()
        .body("allegations", empty())
        .body("restrictiveInterventions", nullValue())
        .body("policeInvolved", nullValue());
    Bus.Read event = published(person);
    assertThat(event.data().get("allegations").isEmpty()).isTrue();
    assertThat(event.data().get("allegations").isArray()).isTrue();
    assertThat(event.data().get("restrictiveInterventions").isNull()).isTrue();
    assertThat(event.data().get("involved").isNull()).isTrue();
    assertThat(event.data().get("supportRefused").isNull()).isTrue();
  }

  @Test
  void theEventKeepsItsContractAndCarriesNothingThatPeopleWrote() {
    UUID person = UUID.randomUUID();
    report(Reports.full(person)).statusCode(201);
    Bus.Read event = published(person);
    assertThat(event.type()).isEqualTo("incident-recorded");
    assertThat(Contracts.violations("incident-service", event.type(), event.data())).isEmpty();
    assertThat(event.data().toString()).doesNotContain("Planted");
    assertThat(event.headers().toString()).doesNotContain("Planted");
    assertThat(event.data().at("/involved/0/ref").asText()).isEqualTo("TENANT-2");
    assertThat(event.data().at("/allegations/0/sourceRef").asText()).isEqualTo("TENANT-2");
    assertThat(event.data().get("supportRefused").asBoolean()).isTrue();
    assertThat(event.headers()).containsEntry("ce_time", "2026-01-05T10:15:00Z");
    assertThat(
            Contracts.violations(
                "incident-service",
                event.type(),
                Contracts.example("incident-service", event.type())))
        .isEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    report(Map.of())
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder("personId", "kind", "location", "happenedAt", "behaviour"));
  }

  @Test
  void badInputIsRefusedClearlyAndChangesNothing() {
    UUID person = UUID.randomUUID();
    refused(person, "happenedAt", Instant.now().plus(Duration.ofHours(1)).toString(), "happenedAt");
    refused(person, "endedAt", "2026-01-05T10:00:00Z", "endedAt");
    refused(person, "kind", "QUARREL", "kind");
    refused(person, "physicalHarm", "A_LOT", "physicalHarm");
    refused(person, "behaviour", "x".repeat(200_000), "behaviour");
    refused(person, "policeInvolved", "perhaps", "policeInvolved");
    refused(
        person,
        "allegations",
        List.of(Map.of("type", "PHYSICAL")),
        "allegations[0].location",
        "allegations[0].source");
    refused(person, "nickname", "x", "nickname");
    refused(person, "behaviour", "a\u0000b", "behaviour");
    refused(person, "antecedentCodes", List.of("WEATHER"), "antecedentCodes[0]");
    refused(person, "antecedentCodes", List.of("NONE_SEEN", "WAITING"), "antecedentCodes");
    refused(person, "antecedentCodes", List.of("WAITING", "WAITING"), "antecedentCodes");
    refused(
        person,
        "bodyMap",
        List.of(Map.of("lengthMm", 0)),
        "bodyMap[0].lengthMm",
        "bodyMap[0].mark",
        "bodyMap[0].region",
        "bodyMap[0].view");
    refused(
        person,
        "missedSupport",
        List.of(Map.of("note", "x")),
        "missedSupport[0].support",
        "missedSupport[0].why");
    refused(
        person,
        "externalReferences",
        List.of(Map.of("kind", "Crime")),
        "externalReferences[0].agencyType",
        "externalReferences[0].value");
    refused(person, "cqcNotification", Map.of("required", true), "cqcNotification.paragraph");
    refused(
        person,
        "cqcNotification",
        Map.of("required", true, "regulation", 16, "paragraph", "SERIOUS_INJURY"),
        "cqcNotification.regulation");
    refused(
        person,
        "cqcNotification",
        Map.of("required", false, "regulation", 16),
        "cqcNotification.required");
    refused(
        person,
        "peopleInvolved",
        List.of(Map.of("role", "VISITOR", "ref", "Mr Smith")),
        "peopleInvolved[0].ref");
    refused(person, "supportRefused", true, "supportRefused");
    refused(person, "settingId", "elm house", "settingId");
    Map<String, Object> bare = Map.of("type", "08", "restrictionType", "PHYSICAL");
    refused(
        person,
        "restrictiveInterventions",
        List.of(bare),
        "restrictiveInterventions[0].deathOrSeriousInjury",
        "restrictiveInterventions[0].effortsToAvoid",
        "restrictiveInterventions[0].inPlan",
        "restrictiveInterventions[0].minutes",
        "restrictiveInterventions[0].notificationSent",
        "restrictiveInterventions[0].outcome",
        "restrictiveInterventions[0].reason",
        "restrictiveInterventions[0].staff");
    practitioner().get("/v1/incidents?personId=" + person).then().body("items", empty());
  }

  private static void refused(UUID person, String field, Object value, String... named) {
    Map<String, Object> body = Reports.minimal(person);
    body.put(field, value);
    report(body).statusCode(422).body("violations.field", contains(named));
  }

  @Test
  void recordingDoesNotWaitForNewsOfThePerson() {
    report(Reports.minimal(UUID.randomUUID())).statusCode(201);
  }

  @Test
  void aPersonOfAnotherProviderDoesNotExist() {
    UUID person = UUID.randomUUID();
    inCircle(person, "ELMTREE", Level.FULL);
    report(Reports.minimal(person)).statusCode(404);
    inCircle(person, "OAKFIELD", Level.AWARE);
    report(Reports.minimal(person)).statusCode(404);
    inCircle(person, "OAKFIELD", Level.FULL);
    report(Reports.minimal(person)).statusCode(201);
  }

  @Test
  void onlyTheRolesThatMayCanRecordAndRead() {
    UUID person = UUID.randomUUID();
    given()
        .contentType(ContentType.JSON)
        .body(Reports.minimal(person))
        .post("/v1/incidents")
        .then()
        .statusCode(401);
    for (String role : List.of("commissioner", "auditor", "ops", "clinician")) {
      as(Tokens.oakfield(role))
          .body(Reports.minimal(person))
          .post("/v1/incidents")
          .then()
          .statusCode(403);
    }
    as(Tokens.withoutAgency("practitioner"))
        .body(Reports.minimal(person))
        .post("/v1/incidents")
        .then()
        .statusCode(403);
    as(Tokens.withoutAgency("ops")).get("/v1/incidents").then().statusCode(403);
  }

  @Test
  void anotherAgencySeesItOnlyFromTheCircle() {
    UUID person = UUID.randomUUID();
    String id = report(Reports.minimal(person)).statusCode(201).extract().path("id");
    String elmtree = Tokens.elmtree("manager");
    as(elmtree).get("/v1/incidents/" + id).then().statusCode(404);
    as(elmtree)
        .get("/v1/incidents?personId=" + person)
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("next", nullValue());
    inCircle(person, "ELMTREE", Level.SUMMARY);
    as(elmtree).get("/v1/incidents/" + id).then().statusCode(200);
  }

  @Test
  void theListIsFilteredAndPagedByWhenItHappened() {
    UUID person = UUID.randomUUID();
    for (String at :
        List.of("2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z", "2026-01-02T00:00:00Z")) {
      Map<String, Object> body = Reports.minimal(person);
      body.put("happenedAt", at);
      body.put("kind", at.contains("03") ? "INJURY" : "MEDICATION");
      report(body).statusCode(201);
    }
    String next =
        practitioner()
            .get("/v1/incidents?limit=2&personId=" + person)
            .then()
            .body("items.happenedAt", contains("2026-01-03T00:00:00Z", "2026-01-02T00:00:00Z"))
            .extract()
            .path("next");
    practitioner()
        .queryParam("after", next)
        .get("/v1/incidents?limit=2&personId=" + person)
        .then()
        .body("items.happenedAt", contains("2026-01-01T00:00:00Z"))
        .body("next", nullValue());
    practitioner()
        .get("/v1/incidents?kind=INJURY&personId=" + person)
        .then()
        .body("items", hasSize(1));
  }

  private Bus.Read published(UUID person) {
    await().atMost(Duration.ofSeconds(20)).until(() -> !Bus.read(TOPIC, person).isEmpty());
    return Bus.read(TOPIC, person).get(0);
  }
}
