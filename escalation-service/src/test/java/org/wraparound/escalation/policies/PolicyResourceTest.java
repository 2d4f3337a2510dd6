package org.wraparound.escalation.policies;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class PolicyResourceTest {
  private static final String APPROVAL =
      """
      {"note": "Agreed at the board's meeting."}
      """;
  private static final String WITHDRAWAL =
      """
      {"reason": "Another is being written."}
      """;

  @Inject Policies policies;

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  /** Who writes at an agency that only this test knows. */
  private static RequestSpecification writer(String agency) {
    return as(Tokens.of(agency, "PROVIDER", "manager"));
  }

  private static RequestSpecification colleague(String agency) {
    return as(Tokens.of(agency, "PROVIDER", "safeguarding-lead"));
  }

  private static String content() {
    try (var file =
        PolicyResourceTest.class.getClassLoader().getResourceAsStream("policies/default.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String retitled(String title) {
    return content().replace("Wraparound default thresholds", title);
  }

  private static int drafted(String agency) {
    return writer(agency)
        .body(retitled("Thresholds of " + agency))
        .post("/v1/policies")
        .then()
        .statusCode(201)
        .extract()
        .path("version");
  }

  private static ValidatableResponse approve(String agency, int version, String body) {
    return colleague(agency).body(body).post("/v1/policies/" + version + "/approval").then();
  }

  @Test
  void theDefaultPolicyIsInForceAsItWasWritten() {
    as(Tokens.of("NOWHERE", "PROVIDER", "practitioner"))
        .get("/v1/policies/current")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"0\""))
        .body("version", equalTo(1))
        .body("owner", nullValue())
        .body("status", equalTo("IN_FORCE"))
        .body("policy.rules.code", hasItem("ALLEGATION_OF_ABUSE"))
        .body("policy.rules[1].when.within", equalTo("P28D"));
    as(Tokens.withoutAgency("ops"))
        .get("/v1/policies/1")
        .then()
        .statusCode(200)
        .body("policy.title", equalTo("Wraparound default thresholds"));
    as(Tokens.withoutAgency("auditor"))
        .get("/v1/policies?owner=DEFAULT")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("next", nullValue());
  }

  @Test
  void itIsWrittenApprovedByAnotherAndTakesThePlaceOfTheOneBefore() {
    String agency = "LARCH";
    int first = drafted(agency);
    String path = "/v1/policies/" + first;
    writer(agency).body(retitled("x")).put(path).then().statusCode(428);
    writer(agency)
        .header("If-Match", "\"0\"")
        .body(retitled("Rewritten"))
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("policy.title", equalTo("Rewritten"));
    writer(agency)
        .header("If-Match", "\"0\"")
        .body(retitled("Lost"))
        .put(path)
        .then()
        .statusCode(412);
    writer(agency)
        .body(APPROVAL)
        .post(path + "/approval")
        .then()
        .statusCode(403)
        .body("detail", containsString("ask a colleague"));
    approve(
            agency,
            first,
            "{\"note\": \"Agreed today.\", \"inForceFrom\": \"2020-01-01T00:00:00Z\"}")
        .statusCode(422)
        .body("violations.field", contains("inForceFrom"));
    approve(agency, first, "{}").statusCode(422).body("violations.field", contains("note"));
    approve(agency, first, APPROVAL)
        .statusCode(200)
        .body("status", equalTo("IN_FORCE"))
        .body("approvedBy", equalTo("larch-safeguarding-lead"));
    approve(agency, first, APPROVAL).statusCode(409);
    writer(agency)
        .header("If-Match", "\"2\"")
        .body(retitled("Changed"))
        .put(path)
        .then()
        .statusCode(409);
    writer(agency).body(WITHDRAWAL).post(path + "/withdrawal").then().statusCode(409);

    int second = drafted(agency);
    approve(
            agency,
            second,
            "{\"note\": \"From tomorrow.\", \"inForceFrom\": \"%s\"}"
                .formatted(Instant.now().plus(Duration.ofDays(1))))
        .statusCode(200)
        .body("status", equalTo("APPROVED"));
    writer(agency).get("/v1/policies/current").then().body("version", equalTo(first));
    writer(agency)
        .body(WITHDRAWAL)
        .post("/v1/policies/" + second + "/withdrawal")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"));

    int third = drafted(agency);
    approve(agency, third, APPROVAL).statusCode(200);
    as(Tokens.oakfield("practitioner"))
        .get("/v1/policies/current?provider=" + agency)
        .then()
        .body("version", equalTo(third));
    String list = "/v1/policies?owner=" + agency;
    for (Map.Entry<String, Integer> status :
        Map.of("SUPERSEDED", first, "WITHDRAWN", second, "IN_FORCE", third).entrySet()) {
      writer(agency)
          .get(list + "&status=" + status.getKey())
          .then()
          .body("items.version", contains(status.getValue()))
          .body("items.status", contains(status.getKey()));
    }
    String next =
        writer(agency)
            .get(list + "&limit=2")
            .then()
            .body("items.version", contains(third, second))
            .extract()
            .path("next");
    writer(agency)
        .get(list + "&limit=2&after=" + next)
        .then()
        .body("items.version", contains(first))
        .body("next", nullValue());
    assertThat(events(agency))
        .extracting(Bus.Read::type)
        .containsExactly(
            "policy-drafted",
            "policy-revised",
            "policy-approved",
            "policy-drafted",
            "policy-approved",
            "policy-withdrawn",
            "policy-drafted",
            "policy-approved");
    assertThat(events(agency))
        .allSatisfy(
            event ->
                assertThat(Contracts.violations("escalation-service", event.type(), event.data()))
                    .isEmpty());
  }

  private static List<Bus.Read> events(String agency) {
    UUID key = UUID.nameUUIDFromBytes(("policies of " + agency).getBytes(StandardCharsets.UTF_8));
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Bus.read("wraparound.escalations.v1", key), found -> found.size() >= 8);
  }

  @Test
  void aDraftIsSeenByItsAgencyAlone() {
    String agency = "MAPLE";
    int version = drafted(agency);
    String path = "/v1/policies/" + version;
    colleague(agency).get(path).then().statusCode(200).body("status", equalTo("DRAFT"));
    for (RequestSpecification other :
        List.of(writer("ROWAN"), as(Tokens.withoutAgency("auditor")))) {
      other.get(path).then().statusCode(404);
    }
    writer("ROWAN").body(APPROVAL).post(path + "/approval").then().statusCode(404);
    writer("ROWAN").get("/v1/policies").then().body("items.version", not(hasItem(version)));
    approve(agency, version, APPROVAL).statusCode(200);
    writer("ROWAN").get(path).then().statusCode(200);
    writer("ROWAN").header("If-Match", "\"1\"").body(content()).put(path).then().statusCode(403);
  }

  @Test
  void aBadPolicyIsRefusedWithWhereAndWhyOfEachThing() {
    writer("MAPLE")
        .body(
            content()
                .replace("\"P28D\"", "\"P900D\"")
                .replace("\"REPORTABLE\",\n      \"title\"", "\"DIRE\",\n      \"title\""))
        .post("/v1/policies")
        .then()
        .statusCode(422)
        .body("violations.field", hasItems("rules[0].tier", "rules[1].when.within"))
        .body("violations.message", hasItem("must be 1 hour to 366 days"));
    writer("MAPLE").body("{\"title\": ").post("/v1/policies").then().statusCode(422);
    writer("MAPLE")
        .body(content().replace("\"why\"", "\"weather\""))
        .post("/v1/policies")
        .then()
        .statusCode(422)
        .body("violations[0].message", containsString("is not a field here"))
        .body("violations[0].message", not(containsString("wraparound")));
  }

  @Test
  void onlyProvidersAndBoardsAndThoseWhoLeadThereWritePolicies() {
    as(Tokens.of("BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", "manager"))
        .body(content())
        .post("/v1/policies")
        .then()
        .statusCode(403);
    as(Tokens.oakfield("practitioner")).body(content()).post("/v1/policies").then().statusCode(403);
  }

  @Test
  void theSchemaIsServed() {
    as(Tokens.oakfield("practitioner"))
        .get("/v1/policies/schema")
        .then()
        .statusCode(200)
        .contentType("application/schema+json");
  }

  @Test
  void aVersionThatDoesNotExistIsNotFound() {
    as(Tokens.oakfield("manager"))
        .get("/v1/policies/99999")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:wraparound:problem:not-found"));
    as(Tokens.oakfield("manager")).get("/v1/policies/latest").then().statusCode(404);
  }

  @Test
  void withoutATokenOrARoleNothingIsShown() {
    given().get("/v1/policies").then().statusCode(401);
    as(Tokens.oakfield("visitor")).get("/v1/policies/current").then().statusCode(403);
  }

  @Test
  void startingAgainDoesNotMakeAnotherDefault() throws Exception {
    var before = policies.inForce("NOWHERE");
    policies.loadDefault(new StartupEvent());
    assertThat(policies.inForce("NOWHERE")).isEqualTo(before);
  }
}
