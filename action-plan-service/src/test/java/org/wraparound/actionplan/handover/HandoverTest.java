package org.wraparound.actionplan.handover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.wraparound.actionplan.Agencies.PATHWAYS;
import static org.wraparound.actionplan.Agencies.as;
import static org.wraparound.actionplan.Agencies.joined;
import static org.wraparound.actionplan.Agencies.manager;
import static org.wraparound.actionplan.Agencies.practitioner;
import static org.wraparound.actionplan.Agencies.stranger;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.London;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class HandoverTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject ObjectMapper json;

  private final UUID person = UUID.randomUUID();
  private final String home =
      "HOME-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  private final String respite = home.replace("HOME", "RESPITE");
  private final LocalDate today = London.today(Clock.systemUTC());

  private Sent registered(String setting) {
    Map<String, Object> data = new HashMap<>();
    data.put("personId", person);
    data.put("provider", "OAKFIELD");
    data.put("settingId", setting);
    return Sent.now("person-registered", "/pathway-service", person, person, data);
  }

  private Sent steppedUp() {
    UUID transition = UUID.randomUUID();
    return Sent.now(
        "step-up-authorised",
        "/pathway-service",
        person,
        transition,
        Map.of(
            "transitionId",
            transition,
            "personId",
            person,
            "startsOn",
            today.toString(),
            "reviewOn",
            today.plusDays(5).toString(),
            "authorisedByAgency",
            "BRIDGESHIRE-COMMISSIONING"));
  }

  private void personAtHome() {
    Sent registered = registered(home);
    Sent steppedUp = steppedUp();
    Bus.publish(
        PATHWAYS,
        registered,
        joined(person, "OAKFIELD", "PROVIDER", "FULL"),
        joined(person, "MILL-RESPITE", "PROVIDER", "SUMMARY"),
        joined(person, "ANYTOWN-HOUSING", "HOUSING", "AWARE"),
        steppedUp,
        steppedUp,
        registered);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> manager().get("/v1/actions?personId=" + person).then().body("items", hasSize(2)));
  }

  private String plan() {
    return manager()
        .body("{\"personId\":\"%s\",\"kind\":\"TRANSITION\"}".formatted(person))
        .post("/v1/plans")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String publish(String plan, String settings, String kind, String firstSign) {
    String id =
        manager()
            .body(
                """
                {"planId": "%s", "settings": [%s], "settingKind": %s, "page": {"knownAs": "Dan",
                 "earlySigns": ["%s"], "proactiveSteps": ["Show the board"],
                 "deEscalationDo": ["Give space"], "deEscalationDoNot": ["Do not ask why"],
                 "recovery": ["Tea"], "whenToCall": [{"when": "The road", "whom": "999"}],
                 "toRecord": ["When the first sign was seen"], "questions": ["What first?"]}}
                """
                    .formatted(plan, settings, kind, firstSign))
            .post("/v1/guidance")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    manager()
        .body(
            """
            {"readers": [{"staffId": "oakfield-practitioner", "name": "Ann Lee"},
                         {"staffId": "R-1", "name": "Tom Bright"}], "readBy": "%s"}
            """
                .formatted(today.plusDays(3)))
        .post("/v1/guidance/" + id + "/publication")
        .then()
        .statusCode(200);
    return id;
  }

  private String agree(String plan, String title, LocalDate dueOn) {
    return manager()
        .body(
            """
            {"title": "%s", "party": "PROVIDER", "ownerAgency": "OAKFIELD",
             "ownerRole": "manager", "ownerName": "Sam Whitlock", "dueOn": "%s",
             "evidenceRequired": "Photographs of the room", "intendedOutcome": "A calm lounge",
             "measure": "Fewer noise-led incidents", "outcomeDomain": "ENVIRONMENT",
             "priority": "HIGH"}
            """
                .formatted(title, dueOn))
        .post("/v1/plans/" + plan + "/actions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse handover(
      RequestSpecification caller, String setting, Instant since) {
    return caller.get("/v1/settings/" + setting + "/handover?since=" + since).then();
  }

  @Test
  void theNextShiftHearsWhatChangedWhatIsPendingAndWhatToRecord() {
    Instant before = Instant.now().minusSeconds(60);
    personAtHome();
    String plan = plan();
    String page = publish(plan, "", "null", "Paces");
    agree(plan, "Fit acoustic panels in the lounge", today.plusDays(2));
    agree(plan, "Repaint the shared hallway walls", today.plusDays(30));

    manager()
        .body(
            """
            {"personId": "%s", "planId": "%s", "kind": "MDT_REVIEW", "dueBy": "%s",
             "purpose": "Decide how the first weeks in the new home are supported",
             "invitees": [{"agency": "OAKFIELD", "role": "Service manager"}]}
            """
                .formatted(person, plan, today.plusDays(4)))
        .post("/v1/meetings")
        .then()
        .statusCode(201);

    handover(practitioner(), home, before)
        .statusCode(200)
        .body("settingId", equalTo(home))
        .body("complete", equalTo(true))
        .body("people.personId", contains(person.toString()))
        .body("people[0].knownAs", equalTo("Dan"))
        .body("people[0].guidance.record", contains("/v1/guidance/" + page))
        .body("people[0].guidance[0].unread", equalTo(2))
        .body("people[0].guidance[0].unreadByYou", equalTo(true))
        .body(
            "people[0].changed.kind",
            hasItems("GUIDANCE_PUBLISHED", "PLAN_OPENED", "SUPPORT_STEPPED_UP", "ACTION_ADDED"))
        .body(
            "people[0].changed.what",
            hasItems("Shift guidance, version 1: the first", "Repaint the shared hallway walls"))
        .body(
            "people[0].pending.findAll { it.kind == 'ACTION_DUE' }.what",
            hasItem("Fit acoustic panels in the lounge"))
        .body("people[0].pending.what", not(hasItem("Repaint the shared hallway walls")))
        .body(
            "people[0].pending.findAll { it.kind == 'REVIEW_DUE' }.dueOn",
            hasItem(today.plusDays(5).toString()))
        .body(
            "people[0].pending.find { it.kind == 'MEETING_DUE' }.dueOn",
            equalTo(today.plusDays(4).toString()))
        .body(
            "people[0].pending.find { it.kind == 'GUIDANCE_UNREAD' }.what",
            equalTo("2 of 2 have not read version 1"))
        .body("people[0].toRecord[0].what", equalTo("When the first sign was seen"))
        .body("people[0].toRecord.what", hasItem("Photographs of the room"));

    handover(practitioner(), home, Instant.now())
        .body("people[0].changed", empty())
        .body("people[0].guidance[0].changes", equalTo(null))
        .body("people[0].pending.kind", hasItem("GUIDANCE_UNREAD"));
    practitioner()
        .accept("text/html")
        .get("/v1/settings/" + home + "/handover?since=" + before)
        .then()
        .statusCode(200)
        .contentType(startsWith("text/html"))
        .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
        .body(containsString("<h2>Dan</h2>"))
        .body(containsString("<strong>Action added:</strong> Fit acoustic panels in the lounge"))
        .body(containsString("When the first sign was seen"));
    manager()
        .get("/v1/settings/" + home + "/handover")
        .then()
        .statusCode(200)
        .body("people[0].guidance[0].unreadByYou", equalTo(false))
        .body("people[0].changed.kind", hasItem("GUIDANCE_PUBLISHED"));
  }

  @Test
  void guidanceForAnotherSettingIsSeenThereAndNotAtHome() {
    Instant before = Instant.now().minusSeconds(60);
    personAtHome();
    String plan = plan();
    String atHome = publish(plan, "", "null", "Paces");
    String there = publish(plan, "\"" + respite + "\"", "\"RESPITE\"", "Hums");
    handover(practitioner(), home, before)
        .body("people[0].guidance.record", contains("/v1/guidance/" + atHome));
    RequestSpecification mill = as(Tokens.of("MILL-RESPITE", "PROVIDER", "practitioner"));
    handover(mill, respite, before)
        .body("people.personId", contains(person.toString()))
        .body("people[0].guidance.record", contains("/v1/guidance/" + there))
        .body("people[0].guidance[0].settingKind", equalTo("RESPITE"));

    String next = publish(plan, "\"" + respite + "\"", "\"RESPITE\"", "Rocks");
    handover(as(Tokens.of("MILL-RESPITE", "PROVIDER", "practitioner")), respite, before)
        .body("people[0].guidance.record", contains("/v1/guidance/" + next))
        .body("people[0].guidance[0].changes.section", contains("EARLY_SIGNS"))
        .body("people[0].guidance[0].changes[0].added", contains("Rocks"))
        .body("people[0].changed.what", hasItem("Shift guidance, version 2: 1 lines new, 1 gone"));
    manager()
        .body("{\"reason\": \"No more stays.\"}")
        .post("/v1/guidance/" + next + "/withdrawal")
        .then()
        .statusCode(200);
    handover(as(Tokens.of("MILL-RESPITE", "PROVIDER", "practitioner")), respite, before)
        .body("people", empty());
    handover(practitioner(), home, before).body("people", hasSize(1));
  }

  @Test
  void nobodyHearsOfThoseTheyDoNotWorkWith() {
    Instant before = Instant.now().minusSeconds(60);
    personAtHome();
    publish(plan(), "", "null", "Paces");
    handover(stranger(), home, before).statusCode(200).body("people", empty());
    handover(as(Tokens.of("ANYTOWN-HOUSING", "HOUSING", "manager")), home, before)
        .body("people", empty());
    handover(as(Tokens.withoutAgency("auditor")), home, before).body("people", hasSize(1));
    handover(as(Tokens.withoutAgency("ops")), home, before).statusCode(403);
    given().get("/v1/settings/" + home + "/handover").then().statusCode(401);
    handover(practitioner(), home, Instant.now().plusSeconds(600))
        .statusCode(422)
        .body("violations.field", contains("since"));
    handover(practitioner(), home, Instant.now().minus(Duration.ofDays(32))).statusCode(422);
    practitioner().get("/v1/settings/" + home + "/handover?since=yesterday").then().statusCode(400);
  }

  @Test
  void whatPathwaysTellIsUnderstood() throws IOException {
    assertThat(read("person-registered", ResidentFeed.Registered.class))
        .hasNoNullFieldsOrProperties();
    assertThat(read("step-up-authorised", SupportChangeFeed.Authorised.class))
        .hasNoNullFieldsOrProperties();
  }

  private <T> T read(String type, Class<T> as) throws IOException {
    return json.reader()
        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .forType(as)
        .readValue(Contracts.example("pathway-service", type));
  }
}
