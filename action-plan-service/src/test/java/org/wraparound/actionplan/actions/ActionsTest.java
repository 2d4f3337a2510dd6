package org.wraparound.actionplan.actions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
  @Inject EntityManager entities;

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

  private static String terms(String party, String owner, LocalDate dueOn, String more) {
    return """
        {"title": "Fit acoustic panels in the shared lounge", "party": "%s", "ownerAgency": "%s",
         "ownerRole": "manager", "ownerName": "Sam Whitlock", "dueOn": "%s",
         "evidenceRequired": "Photographs", "intendedOutcome": "A calm lounge",
         "measure": "Fewer noise-led incidents", "outcomeDomain": "ENVIRONMENT",
         "priority": "HIGH"%s}
        """
        .formatted(party, owner, dueOn, more);
  }

  private String agree(String party, String owner, LocalDate dueOn) {
    return agree(terms(party, owner, dueOn, ""));
  }

  private String agree(String body) {
    return manager()
        .body(body)
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
        .statusCode(422)
        .body("violations.field", equalTo(List.of("checkAgainOn")));
    post(
            commissioner(),
            action,
            "verification",
            checked("TOO_EARLY_TO_SAY").replace("}", ",\"checkAgainOn\":\"2031-02-03\"}"))
        .statusCode(200)
        .body("status", equalTo("COMPLETED"))
        .body("checkAgainOn", equalTo("2031-02-03"))
        .body("checks[0].checkAgainOn", equalTo("2031-02-03"));
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
  void anActionIsAgreedByWhoIsAskedOrHandedOn() {
    String action = agree("COMMISSIONER", "BRIDGESHIRE-COMMISSIONING", today.plusDays(3));
    String accepted = "{\"ownerName\":\"Lee Ashby\",\"ownerRole\":\"commissioner\"}";
    given().body(accepted).post("/v1/actions/" + action + "/acceptance").then().statusCode(401);
    post(auditor(), action, "acceptance", accepted).statusCode(403);
    post(stranger(), action, "acceptance", accepted).statusCode(404);
    post(manager(), action, "acceptance", accepted).statusCode(403);
    post(commissioner(), action, "acceptance", "{}")
        .statusCode(422)
        .body("violations.field", equalTo(List.of("ownerName")));
    post(commissioner(), action, "acceptance", accepted.replace("commissioner", "ops"))
        .statusCode(422)
        .body("violations.field", equalTo(List.of("ownerRole")));
    post(manager(), action, "refusal", REASON).statusCode(403);
    post(practitioner(), action, "refusal", REASON).statusCode(403);
    post(commissioner(), action, "refusal", "{}").statusCode(422);
    post(commissioner(), action, "refusal", REASON)
        .statusCode(200)
        .body("status", equalTo("DECLINED"))
        .body("declineReason", equalTo("The other tenant moved out."));
    manager()
        .get("/v1/plans/" + plan)
        .then()
        .body("agreement[0].stance", equalTo("DECLINED"))
        .body("progress[1].declined", equalTo(1));
    manager().post("/v1/plans/" + plan + "/closure").then().statusCode(409);
    String handedOn = "{\"ownerAgency\":\"%s\",\"reason\":\"Ours after all.\"}";
    post(manager(), action, "reassignment", handedOn.formatted("ELMTREE"))
        .statusCode(422)
        .body("violations.field", equalTo(List.of("ownerAgency")));
    post(commissioner(), action, "reassignment", handedOn.formatted("OAKFIELD")).statusCode(403);
    post(manager(), action, "reassignment", handedOn.formatted("OAKFIELD"))
        .statusCode(200)
        .body("status", equalTo("PROPOSED"))
        .body("ownerAgency", equalTo("OAKFIELD"))
        .body("reassignmentReason", equalTo("Ours after all."));
    post(practitioner(), action, "start", "{\"ownerName\":\"Kim Doyle\"}")
        .statusCode(200)
        .body("status", equalTo("STARTED"))
        .body("ownerName", equalTo("Kim Doyle"));
    manager()
        .get("/v1/plans/" + plan + "/versions")
        .then()
        .body("items.change", equalTo(List.of("ACCEPTED", "REASSIGNED", "DECLINED", "ADDED")));
  }

  @Test
  void termsAreChangedByThoseConcernedAndTheOwnerAgreesAnew() {
    String action = agree("COMMISSIONER", "BRIDGESHIRE-COMMISSIONING", today.plusDays(5));
    String sooner = terms("COMMISSIONER", "BRIDGESHIRE-COMMISSIONING", today.plusDays(4), "");
    String path = "/v1/actions/" + action;
    manager().body(sooner).put(path).then().statusCode(428);
    manager().header("If-Match", "\"7\"").body(sooner).put(path).then().statusCode(412);
    stranger().header("If-Match", "\"0\"").body(sooner).put(path).then().statusCode(404);
    practitioner().header("If-Match", "\"0\"").body(sooner).put(path).then().statusCode(403);
    commissioner()
        .header("If-Match", "\"0\"")
        .body(sooner)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("status", equalTo("OPEN"))
        .body("dueOn", equalTo(today.plusDays(4).toString()));
    // once agreed, its day moves later by an extension only; another agency is asked by handing on
    manager()
        .header("If-Match", "\"1\"")
        .body(terms("COMMISSIONER", "OAKFIELD", today.plusDays(6), ""))
        .put(path)
        .then()
        .statusCode(422)
        .body("violations.field", containsInAnyOrder("dueOn", "ownerAgency"))
        .body("violations.message", hasItem(containsString(path + "/extensions")));
    manager()
        .header("If-Match", "\"1\"")
        .body(sooner.replace("A calm lounge", "A quiet lounge"))
        .put(path)
        .then()
        .statusCode(200)
        .body("status", equalTo("PROPOSED"))
        .body("agreedAt", nullValue());
  }

  @Test
  void twoWhoChangeOneActionAtTheSameMomentLoseNothing() {
    String action = agree("COMMISSIONER", "BRIDGESHIRE-COMMISSIONING", today.plusDays(5));
    String path = "/v1/actions/" + action;
    String calm = terms("COMMISSIONER", "BRIDGESHIRE-COMMISSIONING", today.plusDays(5), "");
    List<Integer> answers =
        Stream.of(manager(), commissioner())
            .map(
                caller ->
                    CompletableFuture.supplyAsync(
                        () ->
                            caller
                                .header("If-Match", "\"0\"")
                                .body(calm.replace("Photographs", "Photographs and a job sheet"))
                                .put(path)
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).containsExactlyInAnyOrder(200, 412);
    manager().get(path).then().header("ETag", equalTo("\"1\""));
    manager().get("/v1/plans/" + plan).then().body("version", equalTo(2));
  }

  @Test
  void theWayIsShownStepByStep() {
    String first = agree();
    String action =
        agree(
            terms(
                "PROVIDER",
                "OAKFIELD",
                today.plusDays(9),
                """
                , "target": "Fewer than two", "answers": "Noise", "dependsOn": ["%s"],
                "milestones": [{"title": "Panels ordered", "dueOn": "%s"}],
                "reviewPoints": ["%s"]
                """
                    .formatted(first, today.plusDays(2), today.plusDays(5))));
    manager()
        .get("/v1/actions/" + action)
        .then()
        .body("target", equalTo("Fewer than two"))
        .body("answers", equalTo("Noise"))
        .body("dependsOn", equalTo(List.of(first)))
        .body("milestones[0].position", equalTo(1))
        .body("milestones[0].reachedOn", nullValue())
        .body("reviewPoints[0].dueOn", equalTo(today.plusDays(5).toString()));
    post(practitioner(), action, "start", "{}")
        .statusCode(409)
        .body("related", equalTo(List.of("/v1/actions/" + first)));
    // the first may not wait for the second in turn, nor for itself
    manager()
        .header("If-Match", "\"0\"")
        .body(
            terms(
                "PROVIDER",
                "OAKFIELD",
                today.plusDays(3),
                ", \"dependsOn\": [\"%s\", \"%s\"]".formatted(action, first)))
        .put("/v1/actions/" + first)
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("dependsOn[0]", "dependsOn[1]")));
    post(manager(), first, "completion", EVIDENCE).statusCode(200);
    post(practitioner(), action, "start", "{}").statusCode(200);
    post(practitioner(), action, "milestones/1/reached", "")
        .statusCode(200)
        .body("milestones[0].reachedOn", equalTo(today.toString()))
        .body("milestones[0].reachedByAgency", equalTo("OAKFIELD"));
    post(practitioner(), action, "milestones/1/reached", "").statusCode(409);
    post(practitioner(), action, "milestones/2/reached", "").statusCode(404);
    String stuck = "{\"onTrack\":false,\"finding\":\"The landlord has not answered.\"}";
    post(practitioner(), action, "reviews", stuck).statusCode(403);
    post(stranger(), action, "reviews", stuck).statusCode(404);
    post(commissioner(), action, "reviews", "{}").statusCode(422);
    post(commissioner(), action, "reviews", stuck)
        .statusCode(200)
        .body("reviewPoints[0].onTrack", equalTo(false))
        .body("reviewPoints[0].reviewedByAgency", equalTo("BRIDGESHIRE-COMMISSIONING"));
    post(commissioner(), action, "reviews", stuck).statusCode(409);
  }

  @Test
  void stepsThatLieOutsideAreRefused() {
    manager()
        .body(
            terms(
                "PROVIDER",
                "OAKFIELD",
                today.plusDays(3),
                """
                , "dependsOn": ["%s"], "reviewPoints": ["%s"],
                "milestones": [{"title": " ", "dueOn": "%s"}, {"title": "Ordered"},
                  {"title": "Fitted", "dueOn": "%s"}]
                """
                    .formatted(
                        UUID.randomUUID(),
                        today.minusDays(1),
                        today.plusDays(1),
                        today.plusDays(4))))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder(
                "dependsOn[0]",
                "reviewPoints[0]",
                "milestones[0].title",
                "milestones[1].dueOn",
                "milestones[2].dueOn"));
  }

  @Test
  void aFollowUpTakesOnWhatWasNotAchievedAndItsPlanStaysOpen() {
    String action = agree();
    post(manager(), action, "completion", EVIDENCE).statusCode(200);
    String followUp =
        checked("PARTIALLY_ACHIEVED")
            .replace(
                "}",
                ", \"followUp\": "
                    + terms("COMMISSIONER", "BRIDGESHIRE-COMMISSIONING", today.plusDays(20), "")
                    + "}");
    post(commissioner(), action, "verification", followUp.replace("PARTIALLY_ACHIEVED", "ACHIEVED"))
        .statusCode(422)
        .body("violations.field", equalTo(List.of("followUp")));
    post(commissioner(), action, "verification", followUp.replace("A calm lounge", ""))
        .statusCode(422)
        .body("violations.field", equalTo(List.of("followUp.intendedOutcome")));
    String next =
        post(commissioner(), action, "verification", followUp)
            .statusCode(200)
            .body("status", equalTo("VERIFIED"))
            .extract()
            .path("checks[0].followUpId");
    manager()
        .get("/v1/actions/" + next)
        .then()
        .body("followsUp", equalTo(action))
        .body("status", equalTo("OPEN"));
    manager()
        .post("/v1/plans/" + plan + "/closure")
        .then()
        .statusCode(409)
        .body("related", equalTo(List.of("/v1/actions/" + next)));
  }

  @Test
  void theNamedOwnerDoesNotVerify() {
    String action =
        agree(
            terms(
                "PROVIDER",
                "OAKFIELD",
                today.plusDays(3),
                ", \"ownerUserId\": \"oakfield-liaison\""));
    post(practitioner(), action, "completion", EVIDENCE).statusCode(200);
    post(liaison(), action, "verification", ACHIEVED).statusCode(403);
    post(manager(), action, "verification", ACHIEVED).statusCode(200);
  }

  @Test
  void aFileIsShownWithItsHash() {
    String action = agree();
    post(manager(), action, "completion", "{\"evidence\":[{\"kind\":\"FILE\"}]}")
        .statusCode(422)
        .body("violations.field", equalTo(List.of("evidence[0].fileId")));
    post(
            manager(),
            action,
            "completion",
            "{\"evidence\":[{\"kind\":\"FILE\",\"fileId\":\"%s\"}]}".formatted(UUID.randomUUID()))
        .statusCode(422);
    UUID file = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        """
                        insert into evidence_file (id, version, person_id, agency, name, media_type,
                            bytes, sha256, uploaded_at, uploaded_by)
                        values (?1, 0, ?2, 'OAKFIELD', 'Panels.jpg', 'image/jpeg', 4711, ?3, now(), 'x')
                        """)
                    .setParameter(1, file)
                    .setParameter(2, person)
                    .setParameter(3, "ab".repeat(32))
                    .executeUpdate());
    post(
            manager(),
            action,
            "completion",
            "{\"evidence\":[{\"kind\":\"FILE\",\"fileId\":\"%s\"}]}".formatted(file))
        .statusCode(200)
        .body("evidence[0].file.name", equalTo("Panels.jpg"))
        .body("evidence[0].file.bytes", equalTo(4711))
        .body("evidence[0].file.sha256", equalTo("ab".repeat(32)))
        .body("evidence[0].file.href", equalTo("/v1/evidence-files/" + file));
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
    assertThat(ids(all + "&status=OPEN")).containsExactly(soon);
    assertThat(ids(all + "&status=PROPOSED")).containsExactly(last);
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
