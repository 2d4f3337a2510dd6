package org.wraparound.actionplan.actions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.actionplan.Agencies.auditor;
import static org.wraparound.actionplan.Agencies.commissioner;
import static org.wraparound.actionplan.Agencies.liaison;
import static org.wraparound.actionplan.Agencies.manager;
import static org.wraparound.actionplan.Agencies.practitioner;
import static org.wraparound.actionplan.Agencies.safeguarding;
import static org.wraparound.actionplan.Agencies.stranger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.London;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class ActionsTest {
  private static final String EVIDENCE =
      "{\"evidence\":[{\"kind\":\"REFERENCE\",\"reference\":\"Support plan 7\"}]}";
  private static final String ACHIEVED =
      "{\"impact\":\"ACHIEVED\",\"finding\":\"One incident in four weeks.\"}";
  private static final String REASON = "{\"reason\":\"The other tenant moved out.\"}";

  @Inject AccessGrants grants;

  private final UUID person = UUID.randomUUID();
  private final LocalDate today = London.today(Clock.systemUTC());
  private String plan;

  @BeforeEach
  void planInACircle() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              grants.grant(person, "OAKFIELD", "PROVIDER", Level.FULL);
              grants.grant(person, "BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", Level.FULL);
            });
    plan =
        manager()
            .body("{\"personId\":\"%s\",\"kind\":\"REVIEW\"}".formatted(person))
            .post("/v1/plans")
            .path("id");
  }

  private String agree(String party, String owner, LocalDate dueOn) {
    return manager()
        .body(
            """
            {"title": "Fit acoustic panels in the shared lounge", "party": "%s",
             "ownerAgency": "%s", "ownerRole": "manager", "dueOn": "%s",
             "evidenceRequired": "Photographs", "intendedOutcome": "A calm lounge",
             "measure": "Fewer noise-led incidents", "outcomeDomain": "ENVIRONMENT",
             "priority": "HIGH"}
            """
                .formatted(party, owner, dueOn))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String agree() {
    return agree("PROVIDER", "OAKFIELD", today.plusDays(3));
  }

  private static ValidatableResponse post(
      RequestSpecification caller, String action, String transition, String body) {
    return caller.body(body).post("/v1/actions/" + action + "/" + transition).then();
  }

  private static String checked(String impact) {
    return "{\"impact\":\"%s\",\"finding\":\"Looked at four weeks of records.\"}".formatted(impact);
  }

  @Test
  void doneIsNotClosedUntilSomeoneElseSawThatItWorked() {
    String action = agree();
    post(practitioner().header("If-Match", "\"0\""), action, "completion", EVIDENCE)
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("status", equalTo("COMPLETED"))
        .body("completedAt", notNullValue())
        .body("completedByAgency", equalTo("OAKFIELD"))
        .body("evidence[0].kind", equalTo("REFERENCE"))
        .body("evidence[0].reference", equalTo("Support plan 7"))
        .body("evidence[0].addedByAgency", equalTo("OAKFIELD"));
    post(commissioner(), action, "verification", ACHIEVED)
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("status", equalTo("VERIFIED"))
        .body("checks[0].impact", equalTo("ACHIEVED"))
        .body("checks[0].checkedByAgency", equalTo("BRIDGESHIRE-COMMISSIONING"));
    manager().get("/v1/actions/" + action).then().body("status", equalTo("VERIFIED"));
    manager().post("/v1/plans/" + plan + "/closure").then().statusCode(200);
  }

  @Test
  void whatDidNotWorkIsOpenAgain() {
    String action = agree();
    post(manager(), action, "completion", EVIDENCE).statusCode(200);
    post(commissioner(), action, "verification", checked("TOO_EARLY_TO_SAY"))
        .statusCode(200)
        .body("status", equalTo("COMPLETED"));
    post(commissioner(), action, "verification", checked("PARTIALLY_ACHIEVED"))
        .statusCode(200)
        .body("status", equalTo("OPEN"))
        .body("completedAt", nullValue())
        .body("checks", hasSize(2))
        .body("evidence", hasSize(1));
    post(manager(), action, "completion", EVIDENCE).statusCode(200).body("evidence", hasSize(2));
    post(liaison(), action, "verification", checked("NOT_ACHIEVED"))
        .statusCode(200)
        .body("status", equalTo("OPEN"));
  }

  @Test
  void onlyTheOwnersAgencyCompletes() {
    String action = agree("COMMISSIONER", "BRIDGESHIRE-COMMISSIONING", today.plusDays(3));
    given().body(EVIDENCE).post("/v1/actions/" + action + "/completion").then().statusCode(401);
    post(auditor(), action, "completion", EVIDENCE).statusCode(403);
    post(stranger(), action, "completion", EVIDENCE).statusCode(404);
    post(manager(), action, "completion", EVIDENCE)
        .statusCode(403)
        .body("detail", containsString("BRIDGESHIRE-COMMISSIONING"));
    post(commissioner().header("If-Match", "\"5\""), action, "completion", EVIDENCE)
        .statusCode(412);
    post(commissioner(), action, "completion", EVIDENCE).statusCode(200);
    post(commissioner(), action, "completion", EVIDENCE).statusCode(409);
  }

  @Test
  void completionNeedsEvidence() {
    String action = agree();
    post(manager(), action, "completion", "{}")
        .statusCode(422)
        .body("violations[0].field", equalTo("evidence"));
    post(manager(), action, "completion", "{\"evidence\":[]}").statusCode(422);
    post(manager(), action, "completion", "{\"evidence\":[{\"note\":\"x\"}]}")
        .statusCode(422)
        .body("violations[0].field", equalTo("evidence[0].kind"));
    post(
            manager(),
            action,
            "completion",
            "{\"evidence\":[{\"kind\":\"REFERENCE\",\"note\":\"x\"},{\"kind\":\"NOTE\",\"note\":\" \"}]}")
        .statusCode(422)
        .body("violations.field", equalTo(List.of("evidence[0].reference", "evidence[1].note")));
    post(
            manager(),
            action,
            "completion",
            "{\"evidence\":[{\"kind\":\"REFERENCE\",\"reference\":\"%s\"}]}"
                .formatted("x".repeat(201)))
        .statusCode(422)
        .body("violations[0].field", equalTo("evidence[0].reference"));
    manager().get("/v1/actions/" + action).then().body("status", equalTo("OPEN"));
  }

  @Test
  void whoCompletedItDoesNotVerifyIt() {
    String action = agree();
    post(manager(), action, "verification", ACHIEVED).statusCode(409);
    post(manager(), action, "completion", EVIDENCE).statusCode(200);
    post(manager(), action, "verification", ACHIEVED)
        .statusCode(403)
        .body("detail", containsString("someone else"));
    post(practitioner(), action, "verification", ACHIEVED).statusCode(403);
    post(stranger(), action, "verification", ACHIEVED).statusCode(404);
    post(safeguarding(), action, "verification", ACHIEVED).statusCode(404);
    post(liaison(), action, "verification", "{\"impact\":\"GREAT\"}").statusCode(422);
    post(liaison(), action, "verification", "{}")
        .statusCode(422)
        .body("violations.field", equalTo(List.of("finding", "impact")));
    post(liaison().header("If-Match", "\"0\""), action, "verification", ACHIEVED).statusCode(412);
    post(liaison(), action, "verification", ACHIEVED).statusCode(200);
    post(liaison(), action, "verification", ACHIEVED).statusCode(409);
  }

  @Test
  void anActionIsWithdrawnForAReason() {
    String action = agree();
    post(manager(), action, "withdrawal", "{\"reason\":\" \"}")
        .statusCode(422)
        .body("violations[0].field", equalTo("reason"));
    post(commissioner(), action, "withdrawal", REASON).statusCode(403);
    post(liaison(), action, "withdrawal", REASON).statusCode(403);
    post(stranger(), action, "withdrawal", REASON).statusCode(404);
    post(manager().header("If-Match", "\"4\""), action, "withdrawal", REASON).statusCode(412);
    post(manager(), action, "withdrawal", REASON)
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"))
        .body("withdrawnByAgency", equalTo("OAKFIELD"))
        .body("withdrawalReason", equalTo("The other tenant moved out."));
    post(manager(), action, "withdrawal", REASON).statusCode(409);
    post(manager(), action, "completion", EVIDENCE).statusCode(409);
  }

  @Test
  void theSameRequestTwiceIsOneCompletion() {
    String action = agree();
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      post(manager().header("Idempotency-Key", key), action, "completion", EVIDENCE)
          .statusCode(200)
          .body("evidence", hasSize(1));
    }
  }

  @Test
  void actionsAreFoundByEachFilterTheSoonestDueFirst() {
    String last = agree("COMMISSIONER", "BRIDGESHIRE-COMMISSIONING", today.plusDays(9));
    String done = agree("PROVIDER", "OAKFIELD", today.plusDays(1));
    String soon = agree("PARTNER", "OAKFIELD", today.plusDays(1));
    post(manager(), done, "completion", EVIDENCE).statusCode(200);
    String all = "/v1/actions?personId=" + person;
    assertThat(ids(all)).containsExactly(done, soon, last);
    assertThat(ids("/v1/actions?planId=" + plan)).containsExactly(done, soon, last);
    assertThat(ids(all + "&party=COMMISSIONER")).containsExactly(last);
    assertThat(ids(all + "&ownerAgency=OAKFIELD")).containsExactly(done, soon);
    assertThat(ids(all + "&status=COMPLETED")).containsExactly(done);
    assertThat(ids(all + "&status=OPEN")).containsExactly(soon, last);
    assertThat(ids(all + "&overdue=true")).isEmpty();
    assertThat(ids(all + "&overdue=false")).containsExactly(done, soon, last);
    stranger().get(all).then().statusCode(200).body("items", hasSize(0));
    given().get(all).then().statusCode(401);

    List<String> read = new ArrayList<>();
    String next = all + "&limit=1";
    while (next != null) {
      Response page = manager().get(next);
      read.addAll(page.path("items.id"));
      next = page.path("next") == null ? null : all + "&limit=1&after=" + page.path("next");
    }
    assertThat(read).containsExactly(done, soon, last);
    manager().get(all + "&after=!").then().statusCode(400);
  }

  @Test
  void aStrangerSeesNoAction() {
    String action = agree();
    stranger().get("/v1/actions/" + action).then().statusCode(404);
    safeguarding().get("/v1/actions/" + action).then().statusCode(404);
    auditor().get("/v1/actions/" + action).then().statusCode(200);
    given().get("/v1/actions/" + action).then().statusCode(401);
  }

  private static List<String> ids(String path) {
    return commissioner().get(path).then().statusCode(200).extract().path("items.id");
  }
}
