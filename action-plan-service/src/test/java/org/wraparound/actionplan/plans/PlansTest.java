package org.wraparound.actionplan.plans;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.actionplan.Agencies.as;
import static org.wraparound.actionplan.Agencies.auditor;
import static org.wraparound.actionplan.Agencies.commissioner;
import static org.wraparound.actionplan.Agencies.liaison;
import static org.wraparound.actionplan.Agencies.manager;
import static org.wraparound.actionplan.Agencies.practitioner;
import static org.wraparound.actionplan.Agencies.stranger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.London;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;
import org.wraparound.kit.web.Problem;

@QuarkusTest
@WithTestResource(StackResource.class)
class PlansTest {
  @Inject AccessGrants grants;

  private final UUID person = UUID.randomUUID();
  private final LocalDate today = London.today(Clock.systemUTC());

  @BeforeEach
  void circle() {
    grant("OAKFIELD", "PROVIDER", Level.FULL);
    grant("BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", Level.SUMMARY);
    grant("ANYTOWN-HOUSING", "HOUSING", Level.AWARE);
  }

  private void grant(String agency, String type, Level level) {
    QuarkusTransaction.requiringNew().run(() -> grants.grant(person, agency, type, level));
  }

  private String plan(PlanKind kind) {
    return manager().body(body(kind)).post("/v1/plans").then().statusCode(201).extract().path("id");
  }

  private String body(PlanKind kind) {
    return "{\"personId\":\"%s\",\"kind\":\"%s\"}".formatted(person, kind);
  }

  private String action(String party, String owner) {
    return """
        {"title": "Fit acoustic panels in the shared lounge", "party": "%s", "ownerAgency": "%s",
         "ownerRole": "manager", "ownerName": "Sam Whitlock", "dueOn": "%s", "evidenceRequired": "Photographs",
         "intendedOutcome": "A calm lounge", "measure": "Fewer noise-led incidents",
         "outcomeDomain": "ENVIRONMENT", "priority": "HIGH"}
        """
        .formatted(party, owner, today);
  }

  private String agree(String plan, String party, String owner) {
    return manager()
        .body(action(party, owner))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void aPlanIsOpenedByHand() {
    Response opened = commissioner().body(body(PlanKind.ICB_REVIEW)).post("/v1/plans");
    opened
        .then()
        .statusCode(201)
        .header("ETag", equalTo("\"0\""))
        .header("Location", containsString("/v1/plans/" + opened.path("id")))
        .body("reference", matchesPattern("PLN-\\d{2}-\\d{6}"))
        .body("provider", equalTo("OAKFIELD"))
        .body("openedByAgency", equalTo("BRIDGESHIRE-COMMISSIONING"))
        .body("status", equalTo("OPEN"))
        .body("escalationIds", hasSize(0))
        .body("template", nullValue())
        .body("version", equalTo(0))
        .body("agreement", hasSize(0))
        .body(
            "progress.party",
            equalTo(List.of("PROVIDER", "COMMISSIONER", "PARTNER", "PERSON_OR_FAMILY")))
        .body("progress.open", equalTo(List.of(0, 0, 0, 0)));
    manager().get("/v1/plans/" + opened.path("id")).then().statusCode(200);
    auditor().get("/v1/plans/" + opened.path("id")).then().statusCode(200);
  }

  @Test
  void atMostOneIsOpenPerPersonAndKind() {
    String first = plan(PlanKind.DISCHARGE);
    manager()
        .body(body(PlanKind.DISCHARGE))
        .post("/v1/plans")
        .then()
        .statusCode(409)
        .contentType(Problem.MEDIA_TYPE)
        .body("related[0]", equalTo("/v1/plans/" + first));
    plan(PlanKind.TRANSITION);
    manager().post("/v1/plans/" + first + "/closure").then().statusCode(200);
    plan(PlanKind.DISCHARGE);
  }

  @Test
  void openedTwiceAtTheSameMomentOneIsRefused() {
    List<Integer> answers =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            manager()
                                .body(body(PlanKind.SAFEGUARDING_ENQUIRY))
                                .post("/v1/plans")
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
  }

  @Test
  void onlyThoseInTheCircleOpenAPlan() {
    given().body(body(PlanKind.REVIEW)).post("/v1/plans").then().statusCode(401);
    practitioner().body(body(PlanKind.REVIEW)).post("/v1/plans").then().statusCode(403);
    auditor().body(body(PlanKind.REVIEW)).post("/v1/plans").then().statusCode(403);
    stranger().body(body(PlanKind.REVIEW)).post("/v1/plans").then().statusCode(404);
    // an agency that only knows who else is there sees no plans and opens none
    as(Tokens.of("ANYTOWN-HOUSING", "HOUSING", "manager"))
        .body(body(PlanKind.REVIEW))
        .post("/v1/plans")
        .then()
        .statusCode(404);
    as(Tokens.withoutAgency("manager"))
        .body(body(PlanKind.REVIEW))
        .post("/v1/plans")
        .then()
        .statusCode(404);
    manager().get("/v1/plans?personId=" + person).then().body("items", hasSize(0));
  }

  @Test
  void whatIsMissingOrUnknownIsNamed() {
    manager()
        .body("{}")
        .post("/v1/plans")
        .then()
        .statusCode(422)
        .body("violations.field", containsInAnyOrder("personId", "kind"));
    manager()
        .body("{\"personId\":\"%s\",\"kind\":\"PARTY\"}".formatted(person))
        .post("/v1/plans")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("kind"));
    manager()
        .body("{\"personId\":\"%s\",\"kind\":\"REVIEW\",\"mood\":1}".formatted(person))
        .post("/v1/plans")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("mood"));
  }

  @Test
  void aStrangerSeesNoPlan() {
    String plan = plan(PlanKind.REVIEW);
    stranger().get("/v1/plans/" + plan).then().statusCode(404);
    stranger().get("/v1/plans?personId=" + person).then().statusCode(200).body("items", hasSize(0));
    stranger().post("/v1/plans/" + plan + "/closure").then().statusCode(404);
    stranger()
        .body(action("PROVIDER", "OAKFIELD"))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(404);
    given().get("/v1/plans/" + plan).then().statusCode(401);
    as(Tokens.withoutAgency("ops")).get("/v1/plans/" + plan).then().statusCode(403);
  }

  @Test
  void plansAreFoundByEachFilterAndPageByPage() {
    List<String> opened = new ArrayList<>();
    for (PlanKind kind : List.of(PlanKind.REVIEW, PlanKind.DISCHARGE, PlanKind.TRANSITION)) {
      opened.add(0, plan(kind));
    }
    manager().post("/v1/plans/" + opened.get(2) + "/closure").then().statusCode(200);
    String all = "/v1/plans?personId=" + person;
    manager().get(all + "&kind=DISCHARGE").then().body("items.id", equalTo(List.of(opened.get(1))));
    manager().get(all + "&status=CLOSED").then().body("items.id", equalTo(List.of(opened.get(2))));
    manager()
        .get(all + "&status=OPEN")
        .then()
        .body("items.id", equalTo(opened.subList(0, 2)))
        .body("next", nullValue());

    List<String> read = new ArrayList<>();
    String next = all + "&limit=2";
    while (next != null) {
      Response page = manager().get(next);
      read.addAll(page.path("items.id"));
      next = page.path("next") == null ? null : all + "&limit=2&after=" + page.path("next");
    }
    assertThat(read).isEqualTo(opened);
  }

  @Test
  void thePartiesAreCountedApart() {
    String plan = plan(PlanKind.REVIEW);
    agree(plan, "PROVIDER", "OAKFIELD");
    agree(plan, "PROVIDER", "OAKFIELD");
    String done = agree(plan, "COMMISSIONER", "BRIDGESHIRE-COMMISSIONING");
    commissioner()
        .body("{\"evidence\":[{\"kind\":\"NOTE\",\"note\":\"Decided.\"}]}")
        .post("/v1/actions/" + done + "/completion")
        .then()
        .statusCode(200);
    for (String path : List.of("/v1/plans/" + plan, "/v1/plans?personId=" + person)) {
      String at = path.contains("?") ? "items[0].progress" : "progress";
      manager()
          .get(path)
          .then()
          .statusCode(200)
          .body(at + ".open", equalTo(List.of(2, 0, 0, 0)))
          .body(at + ".completed", equalTo(List.of(0, 1, 0, 0)))
          .body(at + ".verified", equalTo(List.of(0, 0, 0, 0)))
          .body(at + ".overdue", equalTo(List.of(0, 0, 0, 0)));
    }
  }

  @Test
  void aPlanClosesOnlyWhenEachActionIsSettled() {
    String plan = plan(PlanKind.REVIEW);
    String open = agree(plan, "PROVIDER", "OAKFIELD");
    String other = agree(plan, "PROVIDER", "OAKFIELD");
    String reference = manager().get("/v1/actions/" + open).path("reference");
    manager()
        .post("/v1/plans/" + plan + "/closure")
        .then()
        .statusCode(409)
        .body("detail", containsString(reference + " (OPEN)"))
        .body("related", containsInAnyOrder("/v1/actions/" + open, "/v1/actions/" + other));
    for (String id : List.of(open, other)) {
      manager()
          .body("{\"reason\":\"The other tenant moved out.\"}")
          .post("/v1/actions/" + id + "/withdrawal")
          .then()
          .statusCode(200);
    }
    commissioner().post("/v1/plans/" + plan + "/closure").then().statusCode(403);
    manager()
        .header("If-Match", "\"0\"")
        .post("/v1/plans/" + plan + "/closure")
        .then()
        .statusCode(412);
    liaison()
        .header("If-Match", manager().get("/v1/plans/" + plan).header("ETag"))
        .post("/v1/plans/" + plan + "/closure")
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"))
        .body("closedAt", notNullValue())
        .body("closedByAgency", equalTo("OAKFIELD"));
    manager().post("/v1/plans/" + plan + "/closure").then().statusCode(409);
    manager()
        .body(action("PROVIDER", "OAKFIELD"))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(409);
  }

  @Test
  void anActionIsAgreedByHand() {
    String plan = plan(PlanKind.REVIEW);
    commissioner()
        .body(action("COMMISSIONER", "BRIDGESHIRE-COMMISSIONING"))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(201)
        .header("ETag", equalTo("\"0\""))
        .header("Location", containsString("/v1/actions/"))
        .body("reference", matchesPattern("ACT-\\d{2}-\\d{6}"))
        .body("planId", equalTo(plan))
        .body("status", equalTo("OPEN"))
        .body("overdue", equalTo(false))
        .body("provider", equalTo("OAKFIELD"))
        .body("ownerAgency", equalTo("BRIDGESHIRE-COMMISSIONING"))
        .body("template", nullValue())
        .body("dueOn", equalTo(today.toString()));
    practitioner()
        .body(action("PROVIDER", "OAKFIELD"))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(403);
    manager()
        .header("If-Match", "\"7\"")
        .body(action("PROVIDER", "OAKFIELD"))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(412);
  }

  @Test
  void anActionThatCannotBeFollowedUpIsRefusedWithAllThereIsToMend() {
    String plan = plan(PlanKind.REVIEW);
    manager()
        .body("{}")
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder(
                "title",
                "party",
                "ownerAgency",
                "ownerRole",
                "dueOn",
                "evidenceRequired",
                "intendedOutcome",
                "measure",
                "outcomeDomain",
                "priority"));
    for (String owner : List.of("ELMTREE", "ANYTOWN-HOUSING")) {
      manager()
          .body(
              action("PARTNER", owner)
                  .replace(
                      "Fit acoustic panels in the shared lounge", "Monitor and liaise as needed")
                  .replace(today.toString(), today.minusDays(1).toString())
                  .replace("\"manager\"", "\"ops\"")
                  .replace("Photographs", "  "))
          .post("/v1/plans/" + plan + "/actions")
          .then()
          .statusCode(422)
          .body(
              "violations.field",
              containsInAnyOrder("title", "ownerAgency", "ownerRole", "dueOn", "evidenceRequired"))
          .body("violations.message", hasItems("lies in the past: give today or a later day"));
    }
    manager()
        .body(action("PROVIDER", "OAKFIELD").replace("Photographs", "x".repeat(4001)))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("evidenceRequired"));
    manager()
        .body(action("PROVIDER", "OAKFIELD").replace("\"HIGH\"", "\"HIGH\", \"mood\": 1"))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("mood"));
    manager().get("/v1/actions?planId=" + plan).then().body("items", hasSize(0));
  }

  private Response fromTemplate(String kind, LocalDate keyDate) {
    return manager()
        .body(
            """
            {"personId": "%s", "kind": "%s", "template": "%s"%s}
            """
                .formatted(
                    person,
                    kind,
                    kind,
                    keyDate == null ? "" : ", \"keyDate\": \"" + keyDate + "\""))
        .post("/v1/plans");
  }

  @Test
  void aMoveIsPlannedFromATemplateWithItsReviewSetBeforeIt() {
    LocalDate move = LocalDate.of(today.getYear() + 1, 6, 4);
    Response opened = fromTemplate("TRANSITION", move);
    opened
        .then()
        .statusCode(201)
        .body("template", equalTo("TRANSITION"))
        .body("keyDate", equalTo(move.toString()))
        .body("version", equalTo(10))
        .body("agreed", equalTo(false))
        .body("agreement.find { it.agency == 'OAKFIELD' }.stance", equalTo("PROPOSED"))
        .body("agreement.find { it.agency == 'BRIDGESHIRE-COMMISSIONING' }.proposed", equalTo(2));
    JsonPath actions =
        commissioner().get("/v1/actions?planId=" + opened.path("id")).then().extract().jsonPath();
    assertThat(actions.getList("items.status")).hasSize(10).containsOnly("PROPOSED");
    String booked = "items.find { it.template == 'BOOK_POST_MOVE_REVIEW' }";
    String held = "items.find { it.template == 'HOLD_POST_MOVE_REVIEW' }";
    assertThat(LocalDate.parse(actions.getString(booked + ".dueOn"))).isBefore(move);
    assertThat(LocalDate.parse(actions.getString(held + ".dueOn"))).isAfter(move.plusDays(20));
    assertThat(actions.getList(held + ".dependsOn"))
        .containsExactly(actions.getString(booked + ".id"));
    String visits = "items.find { it.template == 'HOLD_TRIAL_VISITS' }";
    assertThat(actions.getList(visits + ".milestones.title"))
        .containsExactly("First day visit held", "First night stayed");
    assertThat(actions.getList(visits + ".reviewPoints")).hasSize(1);
    assertThat(actions.getString(visits + ".target")).isNotBlank();
    // nobody of these types is in the circle: the provider holds what they are to do
    assertThat(
            actions.getString("items.find { it.template == 'CHECK_NEW_HOME' }.ownerAgencyMissing"))
        .isEqualTo("HOUSING");
  }

  @Test
  void whatATemplateWouldHaveHadDoneBeforeTodayIsDueToday() {
    fromTemplate("DISCHARGE", today).then().statusCode(201);
    List<String> due =
        manager().get("/v1/actions?personId=" + person).then().extract().path("items.dueOn");
    assertThat(due)
        .hasSize(8)
        .allSatisfy(day -> assertThat(LocalDate.parse(day)).isAfterOrEqualTo(today));
  }

  @Test
  void aTemplateThatDoesNotFitIsRefused() {
    fromTemplate("TRANSITION", null)
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("keyDate")))
        .body("violations[0].message", containsString("Day of the move"));
    fromTemplate("TRANSITION", today.minusDays(1))
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("keyDate")));
    manager()
        .body(
            "{\"personId\":\"%s\",\"kind\":\"REVIEW\",\"template\":\"ICB_REVIEW\"}"
                .formatted(person))
        .post("/v1/plans")
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("template")));
  }

  @Test
  void thePlanTemplatesAreListedWithTheirActionsPerParty() {
    practitioner()
        .get("/v1/plan-templates")
        .then()
        .statusCode(200)
        .body(
            "items.code",
            hasItems("COMPATIBILITY_REVIEW", "DISCHARGE", "ICB_REVIEW", "TRANSITION"));
    JsonPath compatibility =
        manager().get("/v1/plan-templates?kind=COMPATIBILITY_REVIEW").then().extract().jsonPath();
    assertThat(compatibility.getList("items[0].actions.party"))
        .contains("PROVIDER", "COMMISSIONER", "PARTNER");
    assertThat(compatibility.getList("items[0].actions.evidenceRequired"))
        .hasSize(6)
        .doesNotContainNull();
    given().get("/v1/plan-templates").then().statusCode(401);
  }

  @Test
  void eachAgencyAgreesItsOwnAndWhatWasAgreedStaysReadable() {
    String plan = plan(PlanKind.COMPATIBILITY_REVIEW);
    agree(plan, "PROVIDER", "OAKFIELD");
    String asked = agree(plan, "COMMISSIONER", "BRIDGESHIRE-COMMISSIONING");
    manager()
        .get("/v1/plans/" + plan)
        .then()
        .body("agreed", equalTo(false))
        .body("agreement.agency", equalTo(List.of("BRIDGESHIRE-COMMISSIONING", "OAKFIELD")))
        .body("agreement.stance", equalTo(List.of("PROPOSED", "AGREED")));
    commissioner()
        .body("{\"ownerName\":\"Lee Ashby\",\"ownerRole\":\"commissioner\"}")
        .post("/v1/actions/" + asked + "/acceptance")
        .then()
        .statusCode(200)
        .body("status", equalTo("OPEN"));
    manager().get("/v1/plans/" + plan).then().body("agreed", equalTo(true));
    manager()
        .header("If-Match", manager().get("/v1/actions/" + asked).header("ETag"))
        .body(
            action("COMMISSIONER", "BRIDGESHIRE-COMMISSIONING")
                .replace("A calm lounge", "A lounge to sit in"))
        .put("/v1/actions/" + asked)
        .then()
        .statusCode(200)
        .body("status", equalTo("PROPOSED"));
    JsonPath versions =
        commissioner().get("/v1/plans/" + plan + "/versions").then().extract().jsonPath();
    assertThat(versions.getList("items.number")).containsExactly(4, 3, 2, 1);
    assertThat(versions.getList("items.change"))
        .containsExactly("AMENDED", "ACCEPTED", "ADDED", "ADDED");
    manager().get("/v1/plans/" + plan).then().body("version", equalTo(4));
    commissioner()
        .get(versions.getString("items[1].href"))
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("byAgency", equalTo("BRIDGESHIRE-COMMISSIONING"))
        .body("actions", hasSize(2))
        .body("actions[1].status", equalTo("OPEN"))
        .body("actions[1].ownerName", equalTo("Lee Ashby"))
        .body("actions[1].intendedOutcome", equalTo("A calm lounge"));
    commissioner()
        .get("/v1/plans/" + plan + "/versions/4")
        .then()
        .body("actions.status", equalTo(List.of("OPEN", "PROPOSED")))
        .body("actions[1].intendedOutcome", equalTo("A lounge to sit in"));
    commissioner().get("/v1/plans/" + plan + "/versions/1").then().body("actions", hasSize(1));
    commissioner()
        .get("/v1/plans/" + plan + "/versions?limit=3")
        .then()
        .body("items", hasSize(3))
        .body("next", notNullValue());
    commissioner().get("/v1/plans/" + plan + "/versions/9").then().statusCode(404);
    commissioner().get("/v1/plans/" + plan + "/versions?after=eA").then().statusCode(400);
    stranger().get("/v1/plans/" + plan + "/versions").then().statusCode(404);
    stranger().get("/v1/plans/" + plan + "/versions/1").then().statusCode(404);
    given().get("/v1/plans/" + plan + "/versions").then().statusCode(401);
  }

  @Test
  void twoAgenciesChangingOnePlanAtTheSameMomentLoseNothing() {
    String plan = plan(PlanKind.ICB_REVIEW);
    String seen = manager().get("/v1/plans/" + plan).header("ETag");
    List<Response> answers =
        Stream.of(
                CompletableFuture.supplyAsync(
                    () -> added(manager().header("If-Match", seen), plan, "OAKFIELD")),
                CompletableFuture.supplyAsync(
                    () ->
                        added(
                            commissioner().header("If-Match", seen),
                            plan,
                            "BRIDGESHIRE-COMMISSIONING")))
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 412);
    boolean managerWasFirst = answers.get(0).statusCode() == 201;
    String now = manager().get("/v1/plans/" + plan).header("ETag");
    assertThat(now).isNotEqualTo(seen);
    assertThat(
            (managerWasFirst
                    ? added(
                        commissioner().header("If-Match", now), plan, "BRIDGESHIRE-COMMISSIONING")
                    : added(manager().header("If-Match", now), plan, "OAKFIELD"))
                .statusCode())
        .isEqualTo(201);
    manager()
        .get("/v1/actions?planId=" + plan)
        .then()
        .body("items.ownerAgency", containsInAnyOrder("OAKFIELD", "BRIDGESHIRE-COMMISSIONING"));
    manager().get("/v1/plans/" + plan).then().body("version", equalTo(2));
  }

  private Response added(RequestSpecification caller, String plan, String owner) {
    return caller.body(action("PROVIDER", owner)).post("/v1/plans/" + plan + "/actions");
  }
}
