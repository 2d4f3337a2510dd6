package org.wraparound.incident.drafts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.incident.incidents.Reports;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class DraftTest {
  private static final String TOPIC = "wraparound.incidents.v1";

  @Inject AccessGrants grants;

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  private static RequestSpecification practitioner() {
    return as(Tokens.oakfield("practitioner"));
  }

  private static RequestSpecification liaison() {
    return as(Tokens.oakfield("liaison"));
  }

  private static String begun(Map<String, Object> content) {
    return practitioner()
        .body(content)
        .post("/v1/incident-drafts")
        .then()
        .statusCode(201)
        .header("ETag", "\"0\"")
        .extract()
        .header("Location");
  }

  private static ValidatableResponse submit(String draft) {
    return liaison().post(draft + "/submission").then();
  }

  private void inCircle(UUID person, String agency) {
    QuarkusTransaction.requiringNew()
        .run(() -> grants.grant(person, agency, "PROVIDER", Level.FULL));
  }

  @Test
  void aDraftIsCompletedOverAShiftAndThenSubmittedOnce() {
    UUID person = UUID.randomUUID();
    String draft =
        begun(Map.of("kind", "INJURY", "restrictiveInterventions", List.of(Map.of("type", "08"))));
    submit(draft)
        .statusCode(422)
        .body(
            "violations.field",
            contains(
                "behaviour",
                "happenedAt",
                "location",
                "personId",
                "restrictiveInterventions[0].deathOrSeriousInjury",
                "restrictiveInterventions[0].effortsToAvoid",
                "restrictiveInterventions[0].inPlan",
                "restrictiveInterventions[0].minutes",
                "restrictiveInterventions[0].notificationSent",
                "restrictiveInterventions[0].outcome",
                "restrictiveInterventions[0].reason",
                "restrictiveInterventions[0].restrictionType",
                "restrictiveInterventions[0].staff"));
    liaison().get(draft).then().statusCode(200).body("submission", nullValue());
    liaison()
        .header("If-Match", "\"0\"")
        .body(Reports.full(person))
        .put(draft)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("writers", contains("oakfield-practitioner", "oakfield-liaison"))
        .body("createdBy", equalTo("oakfield-practitioner"))
        .body("incident.physicalHarm", equalTo("LOW"));
    assertThat(Bus.read(TOPIC, person)).isEmpty();
    String incident = submit(draft).statusCode(201).extract().header("Location");
    practitioner()
        .get(incident)
        .then()
        .statusCode(200)
        .body("recordedBy", equalTo("oakfield-liaison"))
        .body("behaviour", equalTo(Reports.full(person).get("behaviour")));
    submit(draft).statusCode(409).body("related", contains(incident));
    liaison()
        .header("If-Match", "\"2\"")
        .body(Reports.full(person))
        .put(draft)
        .then()
        .statusCode(409);
    await().atMost(Duration.ofSeconds(20)).until(() -> !Bus.read(TOPIC, person).isEmpty());
    assertThat(Bus.read(TOPIC, person))
        .extracting(Bus.Read::type)
        .containsExactly("incident-recorded");
  }

  @Test
  void whatIsThereMustBeRightEvenInADraft() {
    practitioner()
        .body(
            Map.of(
                "behaviour", "x".repeat(4_001),
                "settingId", "elm house",
                "peopleInvolved", List.of(Map.of("ref", "Mr Smith"))))
        .post("/v1/incident-drafts")
        .then()
        .statusCode(422)
        .body("violations.field", contains("behaviour", "peopleInvolved[0].ref", "settingId"));
    practitioner()
        .body(Map.of("kind", "QUARREL"))
        .post("/v1/incident-drafts")
        .then()
        .statusCode(422);
  }

  @Test
  void aDraftThatCannotBeTrueStaysADraft() {
    Map<String, Object> body = Reports.minimal(UUID.randomUUID());
    body.put("endedAt", "2026-01-05T09:00:00Z");
    String draft = begun(body);
    submit(draft).statusCode(422).body("violations.field", contains("endedAt"));
    liaison().get(draft).then().body("submission", nullValue());
  }

  @Test
  void nobodyOutsideTheAgencySeesADraftNotEvenFromTheCircle() {
    UUID person = UUID.randomUUID();
    inCircle(person, "OAKFIELD");
    inCircle(person, "ELMTREE");
    String draft = begun(Reports.minimal(person));
    liaison().get("/v1/incident-drafts?personId=" + person).then().body("items", hasSize(1));
    for (String token :
        List.of(
            Tokens.elmtree("manager"),
            Tokens.of("COUNCIL", "COMMISSIONER", "auditor", "manager"),
            Tokens.withoutAgency("auditor", "manager"))) {
      as(token).get(draft).then().statusCode(404);
      as(token).get("/v1/incident-drafts").then().statusCode(200).body("items", empty());
      as(token).header("If-Match", "\"0\"").body(Map.of()).put(draft).then().statusCode(404);
      as(token).post(draft + "/submission").then().statusCode(404);
      as(token).body(Map.of("reason", "x")).post(draft + "/discarding").then().statusCode(404);
    }
    as(Tokens.withoutAgency("practitioner"))
        .body(Map.of())
        .post("/v1/incident-drafts")
        .then()
        .statusCode(403);
    as(Tokens.oakfield("auditor")).get(draft).then().statusCode(403);
    as(Tokens.oakfield("clinician")).get("/v1/incident-drafts").then().statusCode(403);
    given().get("/v1/incident-drafts").then().statusCode(401);
  }

  @Test
  void aPersonOfAnotherProviderDoesNotExist() {
    UUID person = UUID.randomUUID();
    inCircle(person, "ELMTREE");
    practitioner().body(Reports.minimal(person)).post("/v1/incident-drafts").then().statusCode(404);
    String draft = begun(Map.of());
    practitioner()
        .header("If-Match", "\"0\"")
        .body(Reports.minimal(person))
        .put(draft)
        .then()
        .statusCode(404);
  }

  @Test
  void writingOnSaysWhichVersionItWritesOn() {
    String draft = begun(Map.of());
    practitioner().body(Map.of()).put(draft).then().statusCode(428);
    practitioner().header("If-Match", "\"7\"").body(Map.of()).put(draft).then().statusCode(412);
  }

  @Test
  void aDiscardedDraftIsKeptWithTheReasonAndNoLongerListed() {
    UUID person = UUID.randomUUID();
    String draft = begun(Reports.minimal(person));
    liaison()
        .body(Map.of("reason", " "))
        .post(draft + "/discarding")
        .then()
        .statusCode(422)
        .body("violations.field", contains("reason"));
    liaison()
        .body(Map.of("reason", "Nothing happened after all"))
        .post(draft + "/discarding")
        .then()
        .statusCode(200)
        .body("discarding.by", equalTo("oakfield-liaison"))
        .body("discarding.reason", equalTo("Nothing happened after all"));
    submit(draft).statusCode(409);
    liaison().get("/v1/incident-drafts?personId=" + person).then().body("items", empty());
    liaison().body(Map.of("reason", "x")).post(draft + "/discarding").then().statusCode(409);
  }

  @Test
  void openDraftsAreFilteredAndPaged() {
    UUID person = UUID.randomUUID();
    String setting = "S" + person.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    String first = begun(Map.of("personId", person.toString(), "settingId", setting));
    String second = begun(Map.of("personId", person.toString()));
    String next =
        liaison()
            .get("/v1/incident-drafts?limit=1&personId=" + person)
            .then()
            .body("items.id", contains(second.substring(second.lastIndexOf('/') + 1)))
            .extract()
            .path("next");
    liaison()
        .queryParam("after", next)
        .get("/v1/incident-drafts?limit=1&personId=" + person)
        .then()
        .body("items.id", contains(first.substring(first.lastIndexOf('/') + 1)))
        .body("next", nullValue());
    liaison().get("/v1/incident-drafts?settingId=" + setting).then().body("items", hasSize(1));
    liaison()
        .get("/v1/incident-drafts?createdBy=oakfield-manager")
        .then()
        .body("items.createdBy", not(hasItem("oakfield-practitioner")));
  }
}
