package org.wraparound.incident.documentation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.incident.incidents.Reports;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class ReviewTest {
  private static final Map<String, Object> SIGN_OFF =
      Map.of("decision", "SIGN_OFF", "comment", "Clear and complete");

  @Inject AccessGrants grants;

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  private static RequestSpecification manager() {
    return as(Tokens.oakfield("manager"));
  }

  private static RequestSpecification liaison() {
    return as(Tokens.oakfield("liaison"));
  }

  private static RequestSpecification practitioner() {
    return as(Tokens.oakfield("practitioner"));
  }

  private static String recorded(Map<String, Object> body) {
    return practitioner()
        .body(body)
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .header("Location");
  }

  /** A record that lacks nothing of what the standard of the product needs. */
  private static Map<String, Object> complete() {
    Map<String, Object> body = Reports.full(UUID.randomUUID());
    for (String field : List.of("earlySigns", "staffResponse", "recovery", "consequences")) {
      body.put(field, "As seen");
    }
    return body;
  }

  private static ValidatableResponse review(
      RequestSpecification by, String incident, Map<String, Object> review) {
    return by.body(review).post(incident + "/reviews").then();
  }

  @Test
  void aCompleteRecordIsSignedOffOnceAndReopenedByWhatIsAdded() {
    Map<String, Object> body = complete();
    String incident = recorded(body);
    String person = body.get("personId").toString();
    manager().get(incident + "/documentation").then().statusCode(200).body("missing", empty());
    review(manager(), incident, SIGN_OFF)
        .statusCode(200)
        .body("status", equalTo("SIGNED_OFF"))
        .body("reviews[0].outcome", equalTo("SIGNED_OFF"))
        .body("reviews[0].by", equalTo("oakfield-manager"))
        .body("reviews[0].number", equalTo(1));
    listed(person, "SIGNED_OFF", 1);
    review(liaison(), incident, SIGN_OFF).statusCode(409);
    practitioner()
        .body(Map.of("reason", "Found later", "text", "The cup was his own"))
        .post(incident + "/addenda")
        .then()
        .statusCode(200)
        .body("status", equalTo("RECORDED"));
    listed(person, "SIGNED_OFF", 0);
    review(liaison(), incident, SIGN_OFF).statusCode(200).body("reviews", hasSize(2));
    listed(person, "SIGNED_OFF", 1);
    String before = manager().get(incident).path("history[1].at");
    manager()
        .queryParam("asOf", before)
        .get(incident)
        .then()
        .body("status", equalTo("RECORDED"))
        .body("reviews", hasSize(1));
  }

  private static void listed(String person, String status, int count) {
    manager()
        .get("/v1/incidents?personId=" + person + "&status=" + status)
        .then()
        .body("items", hasSize(count));
  }

  @Test
  void aSignOffWhileSomethingIsMissingReturnsTheRecordWithTheList() {
    Map<String, Object> body = complete();
    body.remove("recovery");
    body.remove("bodyMap");
    body.put("earlySigns", " ");
    String incident = recorded(body);
    manager()
        .get(incident + "/documentation")
        .then()
        .body("missing.field", containsInAnyOrder("recovery", "bodyMap", "earlySigns"))
        .body("standard.agency", nullValue())
        .body("standard.version", equalTo(1));
    review(
            manager(),
            incident,
            Map.of(
                "decision", "SIGN_OFF",
                "comment", "Almost",
                "missing", List.of(Map.of("field", "antecedents", "what", "Who came in?"))))
        .statusCode(200)
        .body("status", equalTo("RETURNED"))
        .body("reviews[0].decision", equalTo("SIGN_OFF"))
        .body("reviews[0].outcome", equalTo("RETURNED"))
        .body(
            "reviews[0].missing.field",
            containsInAnyOrder("recovery", "bodyMap", "earlySigns", "antecedents"))
        .body("reviews[0].missing.why", hasItem("Who came in?"));
    listed(body.get("personId").toString(), "RETURNED", 1);
    practitioner()
        .body(
            Map.of(
                "reason",
                "As asked",
                "additions",
                Map.of("recovery", "Slept", "bodyMap", List.of(), "earlySigns", "Paced")))
        .post(incident + "/addenda")
        .then()
        .statusCode(200)
        .body("status", equalTo("RECORDED"));
    review(manager(), incident, SIGN_OFF).body("status", equalTo("SIGNED_OFF"));
  }

  @Test
  void nobodyReviewsWhatTheyWroteInThemselves() {
    String own =
        manager().body(complete()).post("/v1/incidents").then().extract().header("Location");
    review(manager(), own, SIGN_OFF).statusCode(403).body("detail", containsString("wrote"));

    String addedTo = recorded(complete());
    manager()
        .body(Map.of("reason", "x", "text", "I was there"))
        .post(addedTo + "/addenda")
        .then()
        .statusCode(200);
    review(manager(), addedTo, SIGN_OFF).statusCode(403);
    review(liaison(), addedTo, SIGN_OFF).statusCode(200);

    String draft =
        manager().body(complete()).post("/v1/incident-drafts").then().extract().header("Location");
    String drafted =
        practitioner()
            .post(draft + "/submission")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    review(manager(), drafted, SIGN_OFF).statusCode(403);
    review(liaison(), drafted, SIGN_OFF).statusCode(200);
  }

  @Test
  void onlySupervisorsOfTheAgencyWhoseRecordItIsReview() {
    Map<String, Object> body = complete();
    String incident = recorded(body);
    UUID person = UUID.fromString(body.get("personId").toString());
    review(practitioner(), incident, SIGN_OFF).statusCode(403);
    review(as(Tokens.elmtree("manager")), incident, SIGN_OFF).statusCode(404);
    as(Tokens.elmtree("manager")).get(incident + "/documentation").then().statusCode(404);
    QuarkusTransaction.requiringNew()
        .run(() -> grants.grant(person, "ELMTREE", "PROVIDER", Level.FULL));
    review(as(Tokens.elmtree("manager")), incident, SIGN_OFF).statusCode(403);
    given()
        .contentType(ContentType.JSON)
        .body(SIGN_OFF)
        .post(incident + "/reviews")
        .then()
        .statusCode(401);
    manager()
        .body(Map.of("reasonCode", "OTHER", "reason", "x"))
        .post(incident + "/withdrawal")
        .then()
        .statusCode(200);
    review(liaison(), incident, SIGN_OFF).statusCode(409);
  }

  @Test
  void aReviewSaysWhatWasFoundInFieldsThatThereAre() {
    String incident = recorded(complete());
    review(manager(), incident, Map.of())
        .statusCode(422)
        .body("violations.field", contains("comment", "decision"));
    review(
            manager(),
            incident,
            Map.of(
                "decision", "RETURN",
                "comment", "x",
                "missing", List.of(Map.of("field", "Mr Smith", "what", "x"))))
        .statusCode(422)
        .body("violations.field", contains("missing[0].field"));
    review(manager(), incident, Map.of("decision", "RETURN", "comment", "Please tell more"))
        .statusCode(200)
        .body("status", equalTo("RETURNED"));
  }

  @Test
  void aRecordMadeTooLateShows() {
    Map<String, Object> body = Reports.minimal(UUID.randomUUID());
    body.put("happenedAt", Instant.now().minus(Duration.ofHours(25)).toString());
    manager()
        .get(recorded(body) + "/documentation")
        .then()
        .body("recordWithin", equalTo("PT24H"))
        .body("recordedInTime", equalTo(false))
        .body("recordedAfter", containsString("PT25H"));
    body.put("happenedAt", Instant.now().minus(Duration.ofHours(23)).toString());
    manager().get(recorded(body) + "/documentation").then().body("recordedInTime", equalTo(true));
  }

  private static Map<String, Object> standard(String... needs) {
    Map<String, Object> standard = new LinkedHashMap<>();
    standard.put("title", "Documentation at Hawthorn");
    standard.put("source", "Quality handbook");
    standard.put("recordWithin", "PT12H");
    standard.put(
        "rules",
        List.of(
            Map.of(
                "when", Map.of("kinds", List.of("INJURY"), "harms", List.of("LOW")),
                "needs", List.of(needs),
                "why", "So we can learn")));
    return standard;
  }

  @Test
  void aProvidersOwnStandardTakesThePlaceOfTheProductsForItsRecordsOnly() {
    RequestSpecification hawthorn = as(Tokens.of("HAWTHORN", "PROVIDER", "manager"));
    String published =
        hawthorn
            .body(standard("recovery", "settingEvents"))
            .post("/v1/documentation-standards")
            .then()
            .statusCode(201)
            .body("version", equalTo(1))
            .body("agency", equalTo("HAWTHORN"))
            .extract()
            .header("Location");
    as(Tokens.of("HAWTHORN", "PROVIDER", "manager"))
        .body(standard("recovery"))
        .post("/v1/documentation-standards")
        .then()
        .statusCode(201)
        .body("version", equalTo(2));
    practitioner()
        .get(published)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("standard.recordWithin", equalTo("PT12H"))
        .body("standard.rules[0].needs", contains("recovery", "settingEvents"));
    practitioner()
        .get("/v1/documentation-standards?agency=HAWTHORN")
        .then()
        .body("items.version", contains(2, 1));
    assertThat(
            practitioner()
                .get("/v1/documentation-standards?limit=200")
                .<List<String>>path("items.agency"))
        .contains((String) null);
    Map<String, Object> body = Reports.minimal(UUID.randomUUID());
    body.put("kind", "INJURY");
    body.put("psychologicalHarm", "LOW");
    String theirs =
        as(Tokens.of("HAWTHORN", "PROVIDER", "practitioner"))
            .body(body)
            .post("/v1/incidents")
            .then()
            .extract()
            .header("Location");
    as(Tokens.of("HAWTHORN", "PROVIDER", "manager"))
        .get(theirs + "/documentation")
        .then()
        .body("standard.version", equalTo(2))
        .body("missing.field", contains("recovery"))
        .body("missing.why", contains("So we can learn"));
    manager()
        .get(recorded(body) + "/documentation")
        .then()
        .body("standard.agency", nullValue())
        .body("missing.field", hasItem("bodyMap"));
  }

  @Test
  void aBadStandardIsRefusedWithWhereAndWhy() {
    publish(standard("recovery", "mood"))
        .statusCode(422)
        .body("violations.field", contains("rules[0].needs[1]"))
        .body("violations[0].message", containsString("recovery"));
    Map<String, Object> noRule = standard("recovery");
    noRule.put("rules", List.of());
    publish(noRule).statusCode(422).body("violations.field", contains("rules"));
    Map<String, Object> unknownKind = standard("recovery");
    unknownKind.put(
        "rules",
        List.of(
            Map.of(
                "when", Map.of("kinds", List.of("QUARREL")),
                "needs", List.of("recovery"),
                "why", "x")));
    publish(unknownKind)
        .statusCode(422)
        .body("violations.field", contains("rules[0].when.kinds[0]"));
    Map<String, Object> slow = standard("recovery");
    slow.put("recordWithin", "P31D");
    publish(slow).statusCode(422).body("violations.field", contains("recordWithin"));
    practitioner()
        .body(standard("recovery"))
        .post("/v1/documentation-standards")
        .then()
        .statusCode(403);
    as(Tokens.withoutAgency("manager"))
        .body(standard("recovery"))
        .post("/v1/documentation-standards")
        .then()
        .statusCode(403);
    practitioner().get("/v1/documentation-standards/" + UUID.randomUUID()).then().statusCode(404);
    given().get("/v1/documentation-standards").then().statusCode(401);
  }

  private static ValidatableResponse publish(Map<String, Object> standard) {
    return manager().body(standard).post("/v1/documentation-standards").then();
  }
}
