package org.wraparound.escalation.quality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.manager;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wraparound.escalation.Field;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class QualityResourceTest {
  private static final String SERVICE = "escalation-service";
  private static final String NOTHING =
      """
      {"decision": "NO_FURTHER_ACTION", "noFurtherActionReason": "RISK_ALREADY_MANAGED",
       "rationale": "What is in place was seen to work on the day.",
       "immediateSafetyConfirmed": true}
      """;
  private static final String ACTIONS =
      NOTHING.replace(
          "\"NO_FURTHER_ACTION\", \"noFurtherActionReason\": \"RISK_ALREADY_MANAGED\"",
          "\"ACTIONS_ONLY\"");

  @Inject Field field;
  @Inject AccessGrants grants;
  @Inject AgroalDataSource dataSource;

  /** A commissioner of this test's own, so that it counts nothing else. */
  private final String agency =
      "COMM-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

  private RequestSpecification commissioner() {
    return as(Tokens.of(agency, "COMMISSIONER", "commissioner"));
  }

  private UUID person() {
    UUID person = field.person();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              grants.revoke(person, "BRIDGESHIRE-COMMISSIONING");
              grants.grant(person, agency, "COMMISSIONER", Level.FULL);
            });
    return person;
  }

  /** Raised to the commissioner on an allegation of this type; its id. */
  private String raised(String type) {
    UUID person = person();
    field.happens(
        Field.incident(
            person,
            0.1,
            Map.of(
                "allegations",
                List.of(
                    Map.of(
                        "source", "OTHER_KNOWN_TO_INDIVIDUAL",
                        "type", type,
                        "location", "SUPPORTED_LIVING")))));
    return Field.escalation(person, "COMMISSIONER");
  }

  private String decided(String type, String decision) {
    String id = raised(type);
    commissioner().post("/v1/escalations/" + id + "/acknowledgement").then().statusCode(200);
    commissioner()
        .body(decision)
        .post("/v1/escalations/" + id + "/decision")
        .then()
        .statusCode(200);
    return id;
  }

  /** Moves it to the first days of 2025: raised at midnight, with clocks of one and two hours. */
  private void happened(String id, Duration acknowledged, Duration decided) throws SQLException {
    Instant raised = Instant.parse("2025-01-02T00:00:00Z");
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                """
                update escalation set raised_at = ?, acknowledge_by = ?, acknowledged_at = ?,
                    decide_by = ?, decided_at = ? where id = ?
                """)) {
      statement.setObject(1, raised.atOffset(ZoneOffset.UTC));
      statement.setObject(2, raised.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
      statement.setObject(
          3, acknowledged == null ? null : raised.plus(acknowledged).atOffset(ZoneOffset.UTC));
      statement.setObject(4, raised.plus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC));
      statement.setObject(
          5, decided == null ? null : raised.plus(decided).atOffset(ZoneOffset.UTC));
      statement.setObject(6, UUID.fromString(id));
      statement.executeUpdate();
    }
  }

  @Test
  void responseTimesAreCountedByTheClocksOfEach() throws SQLException {
    happened(decided("PHYSICAL", ACTIONS), Duration.ofMinutes(10), Duration.ofMinutes(60));
    happened(decided("PHYSICAL", ACTIONS), Duration.ofMinutes(30), Duration.ofMinutes(180));
    happened(decided("PHYSICAL", ACTIONS), Duration.ofMinutes(90), Duration.ofMinutes(100));
    happened(raised("PHYSICAL"), null, null);
    String report = "/v1/quality/response-times?from=2025-01-01&until=2025-01-31&agency=" + agency;
    commissioner()
        .get(report + "&route=COMMISSIONER")
        .then()
        .statusCode(200)
        .body("groups.route", contains("COMMISSIONER"))
        .body("groups[0].agency", equalTo(agency))
        .body("total.escalations", equalTo(4))
        .body("total.acknowledgement.answered", equalTo(3))
        .body("total.acknowledgement.open", equalTo(1))
        .body("total.acknowledgement.breaches", equalTo(2))
        .body("total.acknowledgement.median", equalTo("PT30M"))
        .body("total.acknowledgement.percentile90", equalTo("PT1H18M"))
        .body("total.decision.answered", equalTo(3))
        .body("total.decision.breaches", equalTo(2))
        .body("total.decision.median", equalTo("PT1H40M"))
        .body("groups[0].decision.percentile90", equalTo("PT2H44M"));
    commissioner()
        .get(report + "&route=POLICE")
        .then()
        .body("groups", empty())
        .body("total.escalations", equalTo(0))
        .body("total.decision.median", nullValue());
    as(Tokens.elmtree("manager")).get(report).then().body("total.escalations", equalTo(0));
  }

  @Test
  void likeCasesThatWereDecidedDifferentlyAreShownTogether() {
    // a type of its own for each group: these facts are alike only here
    String acted = decided("MODERN_SLAVERY", ACTIONS);
    String actedToo = decided("MODERN_SLAVERY", ACTIONS);
    String left = decided("MODERN_SLAVERY", NOTHING);
    decided("SELF_NEGLECT", ACTIONS);
    JsonPath found =
        commissioner().get("/v1/quality/consistency").then().statusCode(200).extract().jsonPath();
    assertThat(found.getList("items")).hasSize(1);
    assertThat(found.getString("items[0].route")).isEqualTo("COMMISSIONER");
    assertThat(found.getList("items[0].facts.value")).contains("MODERN_SLAVERY");
    assertThat(found.getList("items[0].decisions.decision"))
        .containsExactly("ACTIONS_ONLY", "NO_FURTHER_ACTION");
    assertThat(found.getList("items[0].decisions.count")).containsExactly(2, 1);
    assertThat(found.getList("items[0].decisions[0].escalationIds"))
        .containsExactly(actedToo, acted);
    assertThat(found.getList("items[0].decisions[1].escalationIds")).containsExactly(left);
    assertThat(found.getString("next")).isNull();
    as(Tokens.elmtree("manager"))
        .get("/v1/quality/consistency")
        .then()
        .body("items.decisions.flatten().escalationIds.flatten()", not(hasItem(left)));
  }

  @Test
  void overridesAreCountedByDirectionRouteAndAgency() {
    UUID person = person();
    field.happens(Field.incident(person, 0.1, Field.allegation()));
    String id = Field.escalation(person, "SAFEGUARDING_ADULTS");
    Field.safeguarding()
        .body("{\"reason\": \"The same concern was decided this morning.\"}")
        .post("/v1/escalations/" + id + "/override")
        .then()
        .statusCode(200);
    commissioner()
        .get("/v1/quality/overrides?agency=BRIDGESHIRE-SAFEGUARDING&route=SAFEGUARDING_ADULTS")
        .then()
        .statusCode(200)
        .body("overrides", equalTo(1))
        .body("groups.kind", contains("STOOD_DOWN"))
        .body("groups.agency", contains("BRIDGESHIRE-SAFEGUARDING"))
        .body("groups[0].escalationIds", contains(id));
    // what is stood down waits for nobody any more
    commissioner()
        .get("/v1/quality/response-times?route=SAFEGUARDING_ADULTS")
        .then()
        .body("total.escalations", equalTo(1))
        .body("total.acknowledgement.open", equalTo(0))
        .body("total.decision.open", equalTo(0));
    commissioner().get("/v1/quality/overrides?route=POLICE").then().body("groups", empty());
    as(Tokens.elmtree("manager"))
        .get("/v1/quality/overrides")
        .then()
        .body("groups.escalationIds.flatten()", not(hasItem(id)));
  }

  @Test
  void aShareOfNoFurtherActionIsLookedAtAgainBySomebodyElse() {
    String id;
    do {
      id = decided("FINANCIAL_OR_MATERIAL", NOTHING);
      assertThat(sampled(id)).isEqualTo(Sampling.isDrawn(UUID.fromString(id), 5));
    } while (!Sampling.isDrawn(UUID.fromString(id), 5));
    JsonPath sample =
        commissioner()
            .get("/v1/quality/samples?awaiting=true&reason=NO_FURTHER_ACTION&limit=1")
            .jsonPath();
    assertThat(sample.getString("items[0].escalationId")).isEqualTo(id);
    String path = "/v1/quality/samples/" + sample.getString("items[0].id");
    String finding = path + "/finding";
    String incomplete =
        "{\"finding\": \"RECORD_INCOMPLETE\", \"words\": \"It does not say what was seen.\"}";
    commissioner().body(incomplete).post(finding).then().statusCode(403);
    as(Tokens.elmtree("manager")).body(incomplete).post(finding).then().statusCode(404);
    as(Tokens.oakfield("practitioner")).body(incomplete).post(finding).then().statusCode(403);
    given().get(path).then().statusCode(401);
    manager()
        .body("{\"finding\": \"RECORD_INCOMPLETE\"}")
        .post(finding)
        .then()
        .statusCode(422)
        .body("violations.field", contains("words"));
    manager().header("If-Match", "\"7\"").body(incomplete).post(finding).then().statusCode(412);
    as(Tokens.withoutAgency("auditor"))
        .body(incomplete)
        .post(finding)
        .then()
        .statusCode(200)
        .body("finding", equalTo("RECORD_INCOMPLETE"))
        .body("foundBy", equalTo("auditor"));
    manager().body(incomplete).post(finding).then().statusCode(409);
    commissioner().get(path).then().statusCode(200).header("ETag", equalTo("\"1\""));
    commissioner()
        .get("/v1/quality/findings")
        .then()
        .body("sampled", equalTo(1))
        .body("awaiting", equalTo(0))
        .body("findings.finding", contains("RECORD_INCOMPLETE"))
        .body("findings.reason", contains("NO_FURTHER_ACTION"))
        .body("findings.count", contains(1));

    UUID person = UUID.fromString(commissioner().get(path).path("personId"));
    Bus.Read audited =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    Bus.read("wraparound.escalations.v1", person).stream()
                        .filter(event -> event.type().equals("escalation-audited"))
                        .toList(),
                events -> events.size() == 1)
            .get(0);
    assertThat(Contracts.violations(SERVICE, "escalation-audited", audited.data())).isEmpty();
    assertThat(audited.data().toString()).doesNotContain("what was seen");
  }

  private boolean sampled(String id) {
    return commissioner()
        .get("/v1/quality/samples?limit=200")
        .jsonPath()
        .getList("items.escalationId")
        .contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"response-times", "consistency", "overrides", "findings"})
  void aPeriodIsAtMostAYearAndTheRightWayRound(String report) {
    String path = "/v1/quality/" + report;
    manager()
        .get(path + "?from=2025-01-01&until=2026-01-02")
        .then()
        .statusCode(422)
        .body("violations.field", hasItems("from"));
    manager().get(path + "?from=2024-01-01&until=2024-12-31").then().statusCode(200);
    manager().get(path + "?from=2025-02-01&until=2025-01-01").then().statusCode(422);
    manager().get(path + "?from=soon").then().statusCode(400);
    as(Tokens.oakfield("practitioner")).get(path).then().statusCode(403);
    given().get(path).then().statusCode(401);
  }
}
