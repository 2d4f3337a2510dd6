package org.wraparound.actionplan.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.actionplan.Agencies.OWN_TOPIC;
import static org.wraparound.actionplan.Agencies.as;
import static org.wraparound.actionplan.Agencies.auditor;
import static org.wraparound.actionplan.Agencies.stranger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.London;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class AuditsTest {
  private static final String CONFORMS =
      "{\"conforms\": true, \"evidenceSufficient\": true, \"impactChecked\": true}";
  private static final String WORDS = "The photographs are of another lounge.";

  @Inject AccessGrants grants;

  private final UUID person = UUID.randomUUID();
  private final LocalDate today = London.today(Clock.systemUTC());

  // Agencies of this test alone, so that it knows what they may see.
  private final String provider = "PROVIDER-" + person;
  private final String commissioning = "COMMISSIONING-" + person;
  private final List<String> verified = new ArrayList<>();
  private String withdrawn;

  private RequestSpecification manager() {
    return as(Tokens.of(provider, "PROVIDER", "manager"));
  }

  /** The one who checks the actions. */
  private RequestSpecification commissioner() {
    return as(Tokens.of(commissioning, "COMMISSIONER", "commissioner"));
  }

  /** Their colleague, who has no hand in the actions. */
  private RequestSpecification colleague() {
    return as(Tokens.of(commissioning, "COMMISSIONER", "manager"));
  }

  @BeforeEach
  void closedActions() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              grants.grant(person, provider, "PROVIDER", Level.FULL);
              grants.grant(person, commissioning, "COMMISSIONER", Level.FULL);
            });
    String plan =
        manager()
            .body("{\"personId\":\"%s\",\"kind\":\"REVIEW\"}".formatted(person))
            .post("/v1/plans")
            .path("id");
    for (int i = 0; i < 4; i++) {
      String action = action(plan);
      manager()
          .body("{\"evidence\":[{\"kind\":\"NOTE\",\"note\":\"Panels fitted on Tuesday.\"}]}")
          .post("/v1/actions/" + action + "/completion")
          .then()
          .statusCode(200);
      commissioner()
          .body("{\"impact\":\"ACHIEVED\",\"finding\":\"One incident in four weeks.\"}")
          .post("/v1/actions/" + action + "/verification")
          .then()
          .statusCode(200);
      verified.add(action);
    }
    withdrawn = action(plan);
    manager()
        .body("{\"reason\":\"The other tenant moved out.\"}")
        .post("/v1/actions/" + withdrawn + "/withdrawal")
        .then()
        .statusCode(200);
    action(plan);
  }

  private String action(String plan) {
    return manager()
        .body(
            """
            {"title": "Fit acoustic panels in the shared lounge", "party": "PROVIDER",
             "ownerAgency": "%s", "ownerName": "Ash Reed", "ownerRole": "manager", "dueOn": "%s",
             "evidenceRequired": "Photographs", "intendedOutcome": "A calm lounge",
             "measure": "Fewer noise-led incidents", "outcomeDomain": "ENVIRONMENT",
             "priority": "HIGH"}
            """
                .formatted(provider, today.plusDays(3)))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private ValidatableResponse draw(RequestSpecification caller, String rest) {
    return caller
        .body("{\"closedFrom\":\"%s\",\"closedUntil\":\"%s\",%s}".formatted(today, today, rest))
        .post("/v1/action-audits")
        .then();
  }

  private String drawn() {
    return draw(colleague(), "\"size\":100").statusCode(201).extract().path("id");
  }

  private static ValidatableResponse find(
      RequestSpecification caller, String audit, String action, String finding) {
    return caller
        .body(finding)
        .post("/v1/action-audits/" + audit + "/actions/" + action + "/finding")
        .then();
  }

  @Test
  void theSameSeedDrawsTheSameActionsFromTheSamePopulation() {
    String body = "\"seed\":7,\"size\":2,\"ownerAgency\":\"%s\"".formatted(provider);
    ValidatableResponse first =
        draw(commissioner(), body)
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .body("seed", equalTo(7))
            .body("size", equalTo(2))
            .body("population", equalTo(5))
            .body("ownerAgency", equalTo(provider))
            .body("drawnByAgency", equalTo(commissioning))
            .body("drawnBy", notNullValue())
            .body("actions", hasSize(2))
            .body("actions.provider", everyItem(equalTo(provider)))
            .body("actions[0].finding", nullValue());
    List<String> ids = first.extract().path("actions.actionId");
    draw(auditor(), body).statusCode(201).body("actions.actionId", equalTo(ids));
    draw(manager(), "\"size\":100")
        .statusCode(201)
        .body("seed", notNullValue())
        .body("size", equalTo(5))
        .body("population", equalTo(5));
  }

  @Test
  void nothingIsDrawnFromNothing() {
    draw(stranger(), "\"size\":3,\"provider\":\"%s\"".formatted(provider))
        .statusCode(422)
        .body("violations.field", equalTo(List.of("closedFrom")));
    draw(manager(), "\"size\":0")
        .statusCode(422)
        .body("violations.field", equalTo(List.of("size")));
    draw(manager(), "\"size\":3,\"seed\":-1").statusCode(422);
    manager()
        .body("{\"size\":1,\"closedFrom\":\"2026-02-02\",\"closedUntil\":\"2026-02-01\"}")
        .post("/v1/action-audits")
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("closedFrom")));
    manager()
        .body(
            "{\"size\":1,\"closedFrom\":\"%s\",\"closedUntil\":\"%s\"}"
                .formatted(today, today.plusDays(1)))
        .post("/v1/action-audits")
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("closedUntil")));
    manager()
        .body("{}")
        .post("/v1/action-audits")
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("closedFrom", "closedUntil", "size")));
  }

  @Test
  void whatIsFoundIsKeptCountedAndToldWithoutItsWords() {
    String audit = drawn();
    String faulty =
        "{\"conforms\":false,\"evidenceSufficient\":false,\"impactChecked\":true,\"words\":\"%s\"}"
            .formatted(WORDS);
    find(colleague(), audit, verified.get(0), CONFORMS).statusCode(200);
    find(colleague().header("If-Match", "\"0\""), audit, verified.get(1), faulty).statusCode(412);
    find(colleague().header("If-Match", "\"1\""), audit, verified.get(1), faulty)
        .statusCode(200)
        .header("ETag", equalTo("\"2\""));
    find(colleague(), audit, withdrawn, "{\"conforms\": true}").statusCode(200);
    find(colleague(), audit, withdrawn, "{\"conforms\": true}").statusCode(409);

    String found = "actions.find { it.actionId == '%s' }".formatted(verified.get(1));
    manager()
        .get("/v1/action-audits/" + audit)
        .then()
        .statusCode(200)
        .body("audited", equalTo(3))
        .body("conforming", equalTo(2))
        .body(found + ".status", equalTo("VERIFIED"))
        .body(found + ".finding.conforms", equalTo(false))
        .body(found + ".finding.evidenceSufficient", equalTo(false))
        .body(found + ".finding.words", equalTo(WORDS))
        .body(found + ".finding.foundByAgency", equalTo(commissioning));

    List<Bus.Read> told =
        Awaitility.await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    Bus.read(OWN_TOPIC, person).stream()
                        .filter(event -> event.type().equals("action-audited"))
                        .toList(),
                events -> events.size() == 3);
    assertThat(told)
        .allSatisfy(
            event -> {
              assertThat(Contracts.violations("action-plan-service", event.type(), event.data()))
                  .isEmpty();
              assertThat(event.data().toString()).doesNotContain("photographs");
            });
  }

  @Test
  void aFindingFitsHowTheActionWasClosed() {
    String audit = drawn();
    find(colleague(), audit, verified.get(0), "{\"conforms\": false}")
        .statusCode(422)
        .body("violations.field", equalTo(List.of("evidenceSufficient", "impactChecked", "words")));
    find(
            colleague(),
            audit,
            verified.get(0),
            "{\"conforms\": true, \"evidenceSufficient\": true, \"impactChecked\": false}")
        .statusCode(422)
        .body("violations.field", equalTo(List.of("impactChecked")));
    find(colleague(), audit, withdrawn, CONFORMS)
        .statusCode(422)
        .body("violations.field", equalTo(List.of("evidenceSufficient", "impactChecked")));
    find(colleague(), audit, withdrawn, "{}")
        .statusCode(422)
        .body("violations.field", equalTo(List.of("conforms")));
  }

  @Test
  void whoHadAHandInAnActionDoesNotAuditItAndNobodyAuditsForAnotherAgency() {
    String audit = drawn();
    String action = verified.get(0);
    find(commissioner(), audit, action, CONFORMS).statusCode(403);
    find(manager(), audit, action, CONFORMS).statusCode(403);
    find(auditor(), audit, action, CONFORMS).statusCode(403);
    find(stranger(), audit, action, CONFORMS).statusCode(404);
    find(colleague(), audit, UUID.randomUUID().toString(), CONFORMS).statusCode(404);
    find(as(Tokens.of(commissioning, "COMMISSIONER", "practitioner")), audit, action, CONFORMS)
        .statusCode(403);
    given().get("/v1/action-audits/" + audit).then().statusCode(401);
    find(colleague(), audit, action, CONFORMS).statusCode(200);
  }

  @Test
  void auditsAreSeenByWhoSeesTheirActions() {
    String audit = drawn();
    manager()
        .get("/v1/action-audits")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(audit))
        .body("items[0].actions", nullValue());
    auditor().get("/v1/action-audits/" + audit).then().statusCode(200).body("actions", hasSize(5));
    stranger().get("/v1/action-audits/" + audit).then().statusCode(404);
    stranger()
        .get("/v1/action-audits")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(audit)));
  }
}
