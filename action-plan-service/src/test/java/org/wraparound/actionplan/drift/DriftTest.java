package org.wraparound.actionplan.drift;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.actionplan.Agencies.OWN_TOPIC;
import static org.wraparound.actionplan.Agencies.auditor;
import static org.wraparound.actionplan.Agencies.commissioner;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.actions.Deadlines;
import org.wraparound.kit.London;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class DriftTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PROVIDER = "OAKFIELD";
  private static final String COMMISSIONER = "BRIDGESHIRE-COMMISSIONING";
  private static final String COUNCIL = "BRIDGESHIRE-SAFEGUARDING";

  @Inject AccessGrants grants;
  @Inject DueDates dueDates;
  @Inject EntityManager entities;
  @Inject Ladder ladder;

  private final UUID person = UUID.randomUUID();
  private final LocalDate today = London.today(Clock.systemUTC());
  private String plan;

  @BeforeEach
  void planInACircle() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              grants.grant(person, PROVIDER, "PROVIDER", Level.FULL);
              grants.grant(person, COMMISSIONER, "COMMISSIONER", Level.SUMMARY);
              grants.grant(person, COUNCIL, "LOCAL_AUTHORITY_SAFEGUARDING", Level.FULL);
              grants.grant(person, "MILL-SURGERY", "GP", Level.AWARE);
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
             "ownerAgency": "%s", "ownerName": "Sam Field", "ownerRole": "manager", "dueOn": "%s",
             "evidenceRequired": "Photographs", "intendedOutcome": "A calm lounge",
             "measure": "Noise-led incidents in four weeks", "target": "Fewer than two",
             "answers": "Noise sets off distress", "outcomeDomain": "ENVIRONMENT",
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
    return agree("PROVIDER", PROVIDER, today.plusDays(3));
  }

  /** As if the action had been due that day, and the clock had waited until now. */
  private void passes(String action, LocalDate dueOn) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              entities
                  .createNativeQuery("update action set due_on = ?1 where id = ?2")
                  .setParameter(1, dueOn)
                  .setParameter(2, UUID.fromString(action))
                  .executeUpdate();
              dueDates.schedule(Deadlines.DUE, UUID.fromString(action), Instant.now());
            });
  }

  private void fires(String kind, String action) {
    QuarkusTransaction.requiringNew()
        .run(() -> dueDates.schedule(kind, UUID.fromString(action), Instant.now()));
    await().atMost(SOON).until(() -> !isSet(kind, action));
  }

  private boolean isSet(String kind, String action) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                dueDates.count("kind = ?1 and subjectId = ?2", kind, UUID.fromString(action)) > 0);
  }

  /** The last day that lies so far back that the drift of what was due then has climbed there. */
  private LocalDate dayThatClimbedTo(Rung rung) {
    LocalDate day = today;
    while (ladder.timeOf(rung, day).isAfter(Instant.now())) {
      day = day.minusDays(1);
    }
    return day;
  }

  private List<Bus.Read> told(String type) {
    return Bus.read(OWN_TOPIC, person).stream().filter(e -> e.type().equals(type)).toList();
  }

  private void awaitTold(String type, int times) {
    await().atMost(SOON).untilAsserted(() -> assertThat(told(type)).hasSize(times));
    assertThat(told(type))
        .allSatisfy(
            event ->
                assertThat(Contracts.violations("action-plan-service", type, event.data()))
                    .as(type)
                    .isEmpty());
  }

  private static ValidatableResponse post(
      RequestSpecification caller, String action, String transition, String body) {
    return caller.body(body).post("/v1/actions/" + action + "/" + transition).then();
  }

  private ValidatableResponse extend(RequestSpecification caller, String action, LocalDate to) {
    return post(
        caller,
        action,
        "extension",
        "{\"dueOn\":\"%s\",\"reason\":\"The fitter is ill.\"}".formatted(to));
  }

  private static ValidatableResponse drift(String action) {
    return commissioner().get("/v1/actions/" + action + "/drift").then().statusCode(200);
  }

  private static List<String> drifting(RequestSpecification caller, String query) {
    return caller.get("/v1/drift?" + query).then().statusCode(200).extract().path("items.actionId");
  }

  private String barrier(String action, String removableBy) {
    return post(practitioner(), action, "barriers", barrier(removableBy)).extract().path("id");
  }

  private static String barrier(String removableBy) {
    return """
        {"kind": "FUNDING", "what": "The panels are not in this year's budget.",
         "removableBy": "%s", "removableByRole": "commissioner"}
        """
        .formatted(removableBy);
  }

  @Test
  void theOwnerIsRemindedOnceBeforeTheDay() {
    String action = agree("PROVIDER", PROVIDER, today.plusDays(20));
    assertThat(isSet(Deadlines.REMINDER, action)).isTrue();
    fires(Deadlines.REMINDER, action);
    fires(Deadlines.REMINDER, action);
    awaitTold("action-reminder", 1);
    drift(action)
        .body("overdue", equalTo(false))
        .body("log.kind", contains("REMINDED"))
        .body("log[0].toAgency", equalTo(PROVIDER));
  }

  @Test
  void whatNobodyTookOnClimbsToItsOwnersManagerAndEverySideSeesIt() {
    String action = agree("PARTNER", COUNCIL, today.plusDays(3));
    passes(action, dayThatClimbedTo(Rung.OWNERS_MANAGER));
    awaitTold("action-overdue", 1);
    awaitTold("action-drift-climbed", 1);
    assertThat(told("action-drift-climbed").get(0).data().get("toAgency").asText())
        .isEqualTo(COUNCIL);
    String query = "personId=" + person + "&ownerAgency=" + COUNCIL;
    for (var side : List.of(manager(), commissioner(), safeguarding(), auditor())) {
      side.get("/v1/drift?" + query)
          .then()
          .statusCode(200)
          .body("items.actionId", contains(action))
          .body("items[0].status", equalTo("PROPOSED"))
          .body("items[0].rung", equalTo("OWNERS_MANAGER"))
          .body("items[0].provider", equalTo(PROVIDER))
          .body("items[0].barriers", equalTo(0));
    }
    assertThat(drifting(stranger(), query)).isEmpty();
    given().get("/v1/drift").then().statusCode(401);
    drift(action)
        .body("overdue", equalTo(true))
        .body("rung", equalTo("OWNERS_MANAGER"))
        .body("next.rung", equalTo("COMMISSIONER"))
        .body("log.kind", contains("OVERDUE", "CLIMBED"))
        .body("log[1].toAgency", equalTo(COUNCIL));
    stranger().get("/v1/actions/" + action + "/drift").then().statusCode(404);
    assertThat(isSet(Deadlines.DRIFT, action)).isTrue();

    fires(Deadlines.DUE, action);
    assertThat(told("action-drift-climbed")).hasSize(1);
    post(manager(), action, "withdrawal", "{\"reason\":\"It was done another way.\"}")
        .statusCode(200);
    assertThat(isSet(Deadlines.DRIFT, action)).isFalse();
    assertThat(drifting(manager(), query)).isEmpty();
    drift(action).body("overdue", equalTo(false)).body("next", nullValue());
  }

  @Test
  void whatStaysUndoneClimbsToTheCommissionerAndNobodyIsToldTwice() {
    String action = agree();
    passes(action, dayThatClimbedTo(Rung.COMMISSIONER));
    awaitTold("action-drift-climbed", 2);
    fires(Deadlines.DUE, action);
    fires(Deadlines.DRIFT, action);
    assertThat(told("action-drift-climbed").stream().map(e -> e.data().get("toAgency").asText()))
        .containsExactly(PROVIDER, COMMISSIONER);
    assertThat(told("action-overdue")).hasSize(1);
    assertThat(isSet(Deadlines.DRIFT, action)).isFalse();
    String other = agree();
    passes(other, today.minusDays(1));
    awaitTold("action-overdue", 2);
    assertThat(drifting(manager(), "personId=" + person)).containsExactly(action, other);
    assertThat(drifting(manager(), "personId=" + person + "&rung=COMMISSIONER"))
        .containsExactly(action);
    assertThat(drifting(manager(), "personId=" + person + "&provider=ELMTREE")).isEmpty();
    Response first = manager().get("/v1/drift?limit=1&personId=" + person);
    assertThat(drifting(manager(), "personId=" + person + "&after=" + first.path("next")))
        .containsExactly(other);
    manager().get("/v1/drift?after=!").then().statusCode(400);

    // handed on when it is late: whoever manages at the new owner learns of it, nobody else again
    post(
            manager(),
            action,
            "reassignment",
            "{\"ownerAgency\":\"%s\",\"reason\":\"It is the council's building.\"}"
                .formatted(COUNCIL))
        .statusCode(200);
    awaitTold("action-drift-climbed", 3);
    assertThat(told("action-drift-climbed").get(2).data().get("toAgency").asText())
        .isEqualTo(COUNCIL);
  }

  @Test
  void anOwnerWhoLeftTheCircleIsNotToldAndTheProviderIs() {
    String action = agree("PARTNER", COUNCIL, today.plusDays(3));
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              grants.revoke(person, COUNCIL);
              grants.revoke(person, COMMISSIONER);
            });
    passes(action, dayThatClimbedTo(Rung.COMMISSIONER));
    awaitTold("action-drift-climbed", 2);
    assertThat(told("action-drift-climbed").stream().map(e -> e.data().get("toAgency").asText()))
        .containsExactly(PROVIDER, PROVIDER);
  }

  @Test
  void theFirstExtensionIsTheOwnersTheSecondAManagersAndTheThirdIsRefusedAndTold() {
    String action = agree();
    extend(practitioner().header("If-Match", "\"0\""), action, today.plusDays(5))
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("dueOn", equalTo(today.plusDays(5).toString()))
        .body("status", equalTo("OPEN"));
    extend(practitioner(), action, today.plusDays(9))
        .statusCode(403)
        .body("detail", containsString("manager"));
    extend(manager(), action, today.plusDays(9)).statusCode(200);
    for (int i = 0; i < 2; i++) {
      extend(manager(), action, today.plusDays(12 + i))
          .statusCode(409)
          .body("detail", containsString("stays due on " + today.plusDays(9)));
    }
    manager()
        .get("/v1/actions/" + action)
        .then()
        .body("dueOn", equalTo(today.plusDays(9).toString()));
    drift(action)
        .body("extensions", equalTo(2))
        .body("extensionsLeft", equalTo(0))
        .body("log.kind", contains("EXTENDED", "EXTENDED", "EXTENSION_REFUSED", "REFUSAL_TOLD"))
        .body("log[2].askedFor", equalTo(today.plusDays(12).toString()))
        .body("log[2].words", equalTo("The fitter is ill."))
        .body("log[3].toAgency", equalTo(COMMISSIONER));
    awaitTold("action-extended", 2);
    awaitTold("action-extension-refused", 1);
    assertThat(told("action-extension-refused").get(0).data().get("toAgencies").toString())
        .isEqualTo("[\"" + COMMISSIONER + "\"]");
    manager()
        .get("/v1/plans/" + plan + "/versions")
        .then()
        .body("items.change", contains("EXTENDED", "EXTENDED", "ADDED"));
  }

  @Test
  void aDayIsPutOffByItsOwnerOnceTakenOnAndWithinBounds() {
    String action = agree();
    extend(commissioner(), action, today.plusDays(5)).statusCode(403);
    extend(stranger(), action, today.plusDays(5)).statusCode(404);
    extend(auditor(), action, today.plusDays(5)).statusCode(403);
    given().post("/v1/actions/" + action + "/extension").then().statusCode(401);
    extend(manager().header("If-Match", "\"7\""), action, today.plusDays(5)).statusCode(412);
    extend(manager(), action, today.plusDays(3))
        .statusCode(422)
        .body("violations[0].field", equalTo("dueOn"));
    extend(manager(), action, today.plusDays(64)).statusCode(422);
    post(manager(), action, "extension", "{\"reason\":\" \"}")
        .statusCode(422)
        .body("violations.field", contains("dueOn", "reason"));
    extend(manager(), action, today.plusDays(63)).statusCode(200);
    String asked = agree("PARTNER", COUNCIL, today.plusDays(3));
    extend(safeguarding(), asked, today.plusDays(5))
        .statusCode(409)
        .body("detail", containsString("PROPOSED"));
  }

  @Test
  void anExtensionStopsTheClimbAndTheActionCanBeOverdueAgain() {
    String action = agree();
    passes(action, dayThatClimbedTo(Rung.OWNERS_MANAGER));
    awaitTold("action-drift-climbed", 1);
    extend(practitioner(), action, today.plusDays(2)).statusCode(200);
    assertThat(isSet(Deadlines.DRIFT, action)).isFalse();
    assertThat(drifting(manager(), "personId=" + person)).isEmpty();
    drift(action)
        .body("rung", nullValue())
        .body("log.kind", contains("OVERDUE", "CLIMBED", "EXTENDED"));
    passes(action, dayThatClimbedTo(Rung.OWNERS_MANAGER).minusDays(1));
    awaitTold("action-overdue", 2);
    awaitTold("action-drift-climbed", 2);
  }

  @Test
  void aBarrierIsSeenByAllAndWaitsForWhoCanRemoveIt() {
    String action = agree();
    post(practitioner(), action, "barriers", barrier(COMMISSIONER))
        .statusCode(201)
        .header("ETag", equalTo("\"0\""))
        .header("Location", notNullValue())
        .body("live", equalTo(true))
        .body("actionReference", notNullValue())
        .body("raisedByAgency", equalTo(PROVIDER));
    String id =
        safeguarding()
            .get("/v1/barriers?live=true&personId=" + person)
            .then()
            .body("items.what", contains("The panels are not in this year's budget."))
            .extract()
            .path("items[0].id");
    String other = barrier(action, PROVIDER);
    String waiting = "/v1/barriers?live=true&removableBy=" + COMMISSIONER + "&personId=" + person;
    commissioner().get(waiting).then().body("items.id", contains(id));
    String next = manager().get("/v1/barriers?limit=1&actionId=" + action).path("next");
    manager()
        .get("/v1/barriers?actionId=" + action + "&after=" + next)
        .then()
        .body("items.id", contains(id));
    stranger().get("/v1/barriers?personId=" + person).then().body("items", empty());
    stranger().get("/v1/barriers/" + id).then().statusCode(404);
    given().get("/v1/barriers").then().statusCode(401);

    String done = "{\"done\":\"Paid from the small works fund.\"}";
    String removal = "/v1/barriers/" + id + "/removal";
    stranger().body(done).post(removal).then().statusCode(404);
    safeguarding().body(done).post(removal).then().statusCode(403);
    auditor().body(done).post(removal).then().statusCode(403);
    commissioner().body("{\"done\":\" \"}").post(removal).then().statusCode(422);
    commissioner().header("If-Match", "\"4\"").body(done).post(removal).then().statusCode(412);
    commissioner()
        .body(done)
        .post(removal)
        .then()
        .statusCode(200)
        .body("live", equalTo(false))
        .body("done", equalTo("Paid from the small works fund."))
        .body("removedByAgency", equalTo(COMMISSIONER));
    commissioner().body(done).post(removal).then().statusCode(409);
    commissioner().get(waiting).then().body("items", empty());
    drift(action)
        .body("barriers.id", contains(other))
        .body("log.kind", contains("BARRIER_RAISED", "BARRIER_RAISED", "BARRIER_REMOVED"));
    awaitTold("action-barrier-raised", 2);
    awaitTold("action-barrier-removed", 1);

    // with the action gone nothing stands in its way any more
    post(manager(), action, "withdrawal", "{\"reason\":\"No longer needed.\"}").statusCode(200);
    manager().get("/v1/barriers?live=true&personId=" + person).then().body("items", empty());
    manager().get("/v1/barriers?live=false&personId=" + person).then().body("items", hasSize(2));
    post(manager(), action, "barriers", barrier(COMMISSIONER)).statusCode(409);
    Set<String> fields = new TreeSet<>();
    List<Bus.Read> all = new ArrayList<>(Bus.read(OWN_TOPIC, person));
    all.forEach(event -> event.data().fieldNames().forEachRemaining(fields::add));
    assertThat(fields).doesNotContain("what", "done", "reason", "words");
  }

  @Test
  void aBarrierNamesSomeoneInTheCircleWhoCanRemoveIt() {
    String action = agree();
    post(manager(), action, "barriers", barrier("MILL-SURGERY"))
        .statusCode(422)
        .body("violations.field", contains("removableBy"));
    post(
            manager(),
            action,
            "barriers",
            """
            {"kind": "WEATHER", "what": "Rain", "removableBy": "NOBODY", "removableByRole": "king"}
            """)
        .statusCode(422)
        .body("violations.field", contains("kind", "removableBy", "removableByRole"));
    post(manager(), action, "barriers", "{}").statusCode(422).body("violations", hasSize(4));
    post(stranger(), action, "barriers", barrier(COMMISSIONER)).statusCode(404);
    post(auditor(), action, "barriers", barrier(COMMISSIONER)).statusCode(403);
    given().get("/v1/reference/barrier-kind").then().statusCode(401);
    manager()
        .get("/v1/reference/barrier-kind")
        .then()
        .statusCode(200)
        .body("codes.code", hasItem("FUNDING"));
  }
}
