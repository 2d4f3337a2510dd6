package org.wraparound.actionplan.meetings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.actionplan.Agencies.OWN_TOPIC;
import static org.wraparound.actionplan.Agencies.as;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
class MeetingsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject AccessGrants grants;
  @Inject EntityManager database;

  private final UUID person = UUID.randomUUID();
  private final LocalDate today = London.today(Clock.systemUTC());

  @BeforeEach
  void circle() {
    grant("OAKFIELD", "PROVIDER", Level.FULL);
    grant("BRIDGESHIRE-SAFEGUARDING", "LOCAL_AUTHORITY_SAFEGUARDING", Level.FULL);
    grant("BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", Level.SUMMARY);
    grant("ANYTOWN-HOUSING", "HOUSING", Level.AWARE);
  }

  private void grant(String agency, String type, Level level) {
    QuarkusTransaction.requiringNew().run(() -> grants.grant(person, agency, type, level));
  }

  /**
   * Of the council and the provider, and of housing from outside; the commissioner is not asked.
   */
  private String meeting(String kind, String more) {
    return """
        {"personId": "%s", "kind": "%s", "purpose": "Decide how both tenants can go on living here",
         "dueBy": "%s", "invitees": [
           {"agency": "OAKFIELD", "role": "Service manager"},
           {"agency": "BRIDGESHIRE-SAFEGUARDING", "role": "Enquiry officer", "name": "Ama Boateng"},
           {"agency": "ANYTOWN-HOUSING", "role": "Housing officer", "external": true}]%s}
        """
        .formatted(person, kind, today.plusDays(7), more);
  }

  private String convene(String kind, String more) {
    return manager()
        .body(meeting(kind, more))
        .post("/v1/meetings")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String held(String more) {
    String id = convene("COMPATIBILITY_REVIEW", more);
    post(manager(), id, "holding", "{}").statusCode(200).body("status", equalTo("HELD"));
    return id;
  }

  private static ValidatableResponse post(
      RequestSpecification caller, String id, String transition, String body) {
    return caller.body(body).post("/v1/meetings/" + id + "/" + transition).then();
  }

  private static ValidatableResponse write(
      RequestSpecification caller, String id, int version, String minutes) {
    return caller
        .header("If-Match", "\"" + version + "\"")
        .body(minutes)
        .put("/v1/meetings/" + id + "/minutes")
        .then();
  }

  private String action(String title, LocalDate dueOn) {
    return """
        {"title": "%s", "party": "PROVIDER", "ownerAgency": "OAKFIELD", "ownerRole": "manager",
         "dueOn": "%s", "evidenceRequired": "Photographs", "intendedOutcome": "A calm lounge",
         "measure": "Fewer noise-led incidents", "outcomeDomain": "ENVIRONMENT",
         "priority": "HIGH"}
        """
        .formatted(title, dueOn);
  }

  private String panels() {
    return action("Fit acoustic panels in the shared lounge", today.plusDays(20));
  }

  private static String minutes(String... decisions) {
    return """
        {"attendance": [
           {"invitee": 1, "attendance": "ATTENDED", "contribution": "Brought the incident trend."},
           {"invitee": 2, "attendance": "ATTENDED"},
           {"invitee": 3, "attendance": "APOLOGIES", "contribution": "Sent a report."}],
         "othersPresent": [{"role": "Interpreter", "name": "Li Na"}],
         "discussion": "Noise is behind most of it.",
         "personsVoice": {"heard": "THROUGH_AN_ADVOCATE", "words": "I want to stay here."},
         "familysVoice": {"notHeard": "PERSON_OBJECTS", "words": "He asked us not to tell them."},
         "decisions": [%s]}
        """
        .formatted(String.join(",", decisions));
  }

  private static String decision(String outcome) {
    return """
        {"text": "Both tenants stay; the lounge is made quieter.",
         "rationale": "Neither wants to move."%s}
        """
        .formatted(outcome);
  }

  private static String noAction() {
    return decision(", \"noActionReason\": \"Nothing changes.\"");
  }

  @Test
  void aMeetingIsCalledOnThePlanItFitsAndTheNextJoinsIt() {
    Response called =
        manager()
            .body(
                meeting(
                    "COMPATIBILITY_REVIEW",
                    ", \"scheduledFor\": \"%s\", \"place\": \"The town hall\""
                        .formatted(Instant.now().plus(Duration.ofDays(2)))))
            .post("/v1/meetings");
    called
        .then()
        .statusCode(201)
        .header("Location", equalTo("/v1/meetings/" + called.path("id")))
        .header("ETag", notNullValue())
        .body("reference", matchesPattern("MTG-\\d{2}-\\d{6}"))
        .body("status", equalTo("SCHEDULED"))
        .body("place", equalTo("The town hall"))
        .body("provider", equalTo("OAKFIELD"))
        .body("convenedByAgency", equalTo("OAKFIELD"))
        .body("overdue", equalTo(false))
        .body("invitees.number", equalTo(List.of(1, 2, 3)))
        .body("invitees.external", equalTo(List.of(false, false, true)))
        .body("minutes", nullValue())
        .body("missing", empty());
    String plan = called.path("planId");
    manager().get("/v1/plans/" + plan).then().body("kind", equalTo("COMPATIBILITY_REVIEW"));
    safeguarding()
        .body(meeting("COMPATIBILITY_REVIEW", ""))
        .post("/v1/meetings")
        .then()
        .statusCode(201)
        .body("planId", equalTo(plan))
        .body("status", equalTo("CONVENED"))
        .body("requestedBy", nullValue());
    manager()
        .body(meeting("MDT_REVIEW", ", \"planId\": \"" + plan + "\""))
        .post("/v1/meetings")
        .then()
        .statusCode(201)
        .body("planId", equalTo(plan));
    UUID transition = UUID.randomUUID();
    manager()
        .body(
            meeting(
                "TEAM_AROUND_THE_PERSON",
                ", \"planKind\": \"TRANSITION\", \"requestedBy\": {\"transitionId\": \"%s\"}"
                    .formatted(transition)))
        .post("/v1/meetings")
        .then()
        .statusCode(201)
        .body("requestedBy.transitionId", equalTo(transition.toString()));
  }

  @Test
  void aMeetingIsRefusedWithAllThereIsToMend() {
    String faulty =
        meeting(
                "MDT_REVIEW",
                ", \"planId\": \"%s\", \"planKind\": \"REVIEW\", \"follows\": \"%s\", \"place\": \"There\""
                    .formatted(UUID.randomUUID(), UUID.randomUUID()))
            .replace(today.plusDays(7).toString(), today.minusDays(1).toString())
            .replace(", \"external\": true", "");
    manager()
        .body(faulty)
        .post("/v1/meetings")
        .then()
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder(
                "planId", "planKind", "follows", "dueBy", "place", "invitees[2].agency"));
    manager()
        .body("{}")
        .post("/v1/meetings")
        .then()
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder("personId", "kind", "purpose", "dueBy", "invitees"));
    manager()
        .body(meeting("MDT_REVIEW", ", \"mood\": 1"))
        .post("/v1/meetings")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("mood"));
    stranger().body(meeting("MDT_REVIEW", "")).post("/v1/meetings").then().statusCode(404);
    practitioner().body(meeting("MDT_REVIEW", "")).post("/v1/meetings").then().statusCode(403);
    given().get("/v1/meetings").then().statusCode(401);
  }

  @Test
  void onlyWhoTakesPartLeadsItAndOnlyTheCircleSeesIt() {
    String id = convene("MDT_REVIEW", "");
    commissioner().get("/v1/meetings/" + id).then().statusCode(200);
    auditor().get("/v1/meetings/" + id).then().statusCode(200);
    stranger().get("/v1/meetings/" + id).then().statusCode(404);
    as(Tokens.of("ANYTOWN-HOUSING", "HOUSING", "manager"))
        .get("/v1/meetings/" + id)
        .then()
        .statusCode(404);
    post(commissioner(), id, "holding", "{}").statusCode(403);
    post(stranger(), id, "holding", "{}").statusCode(404);
    post(practitioner(), id, "holding", "{}").statusCode(403);
    String withCommissioner =
        """
        {"invitees": [{"agency": "BRIDGESHIRE-COMMISSIONING", "role": "Commissioner"}]}
        """;
    manager().body(withCommissioner).put("/v1/meetings/" + id + "/invitees").then().statusCode(428);
    manager()
        .header("If-Match", "\"0\"")
        .body(withCommissioner.replace("BRIDGESHIRE-COMMISSIONING", "ELMTREE"))
        .put("/v1/meetings/" + id + "/invitees")
        .then()
        .statusCode(422)
        .body("violations.field", contains("invitees[0].agency"));
    manager()
        .header("If-Match", "\"0\"")
        .body(withCommissioner)
        .put("/v1/meetings/" + id + "/invitees")
        .then()
        .statusCode(200)
        .body("invitees.agency", contains("BRIDGESHIRE-COMMISSIONING"));
    post(safeguarding(), id, "holding", "{}").statusCode(403);
    post(commissioner().header("If-Match", "\"0\""), id, "holding", "{}").statusCode(412);
    commissioner().post("/v1/meetings/" + id + "/holding").then().statusCode(200);
    manager()
        .header("If-Match", "\"2\"")
        .body(withCommissioner)
        .put("/v1/meetings/" + id + "/invitees")
        .then()
        .statusCode(409);
  }

  @Test
  void whatIsDecidedBecomesActionsOfThePlan() {
    String id = held("");
    write(manager(), id, 1, minutes(decision(", \"newActions\": [" + panels() + "]"), noAction()))
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("minutes.decisions[0].actions.title", contains(containsString("acoustic panels")))
        .body("minutes.decisions[1].actions", empty())
        .body("minutes.othersPresent[0].name", equalTo("Li Na"))
        .body("minutes.writtenByAgency", equalTo("OAKFIELD"))
        .body("missing", empty());
    String action = manager().get("/v1/meetings/" + id).path("minutes.decisions[0].actions[0].id");
    String plan = manager().get("/v1/meetings/" + id).path("planId");
    manager().get("/v1/actions?planId=" + plan).then().body("items.id", contains(action));

    String again = decision(", \"actionIds\": [\"" + action + "\"]");
    write(safeguarding(), id, 2, minutes(again, noAction())).statusCode(200);
    manager().get("/v1/actions?planId=" + plan).then().body("items", hasSize(1));
  }

  @Test
  void ofTwoWhoWriteAtOnceNothingIsLost() {
    String id = held("");
    write(safeguarding(), id, 1, minutes(noAction())).statusCode(200);
    write(manager(), id, 1, minutes(decision(", \"newActions\": [" + panels() + "]")))
        .statusCode(412);
    manager().body(minutes()).put("/v1/meetings/" + id + "/minutes").then().statusCode(428);
    String plan =
        manager()
            .get("/v1/meetings/" + id)
            .then()
            .body("minutes.writtenByAgency", equalTo("BRIDGESHIRE-SAFEGUARDING"))
            .body("minutes.decisions", hasSize(1))
            .extract()
            .path("planId");
    manager().get("/v1/actions?planId=" + plan).then().body("items", empty());
  }

  @Test
  void minutesWithFaultsAreRefusedAndAddNoAction() {
    String id = held("");
    String vague = action("Monitor and liaise as needed", today.minusDays(1));
    write(
            manager(),
            id,
            1,
            minutes(
                    decision(", \"newActions\": [" + panels() + "," + vague + "]"),
                    decision(
                        ", \"actionIds\": [\"%s\"], \"noActionReason\": \"None.\""
                            .formatted(UUID.randomUUID())))
                .replace("\"invitee\": 2", "\"invitee\": 1")
                .replace("\"invitee\": 3", "\"invitee\": 9")
                .replace("\"THROUGH_AN_ADVOCATE\"", "null"))
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder(
                "attendance[1].invitee",
                "attendance[2].invitee",
                "personsVoice",
                "decisions[0].newActions[1].title",
                "decisions[0].newActions[1].dueOn",
                "decisions[1].actionIds[0]",
                "decisions[1].noActionReason"));
    String plan = manager().get("/v1/meetings/" + id).path("planId");
    manager().get("/v1/actions?planId=" + plan).then().body("items", empty());
    String notHeld = convene("MDT_REVIEW", "");
    write(manager(), notHeld, 0, minutes()).statusCode(409);
  }

  @Test
  void minutesAreFinalisedWhenNothingIsMissingAndAreEvidenceFromThenOn() {
    String id = held("");
    write(
            manager(),
            id,
            1,
            """
            {"attendance": [{"invitee": 1, "attendance": "ATTENDED"}],
             "decisions": [%s, %s]}
            """
                .formatted(noAction(), decision("")))
        .statusCode(200)
        .body(
            "missing.field",
            contains("attendance", "attendance", "personsVoice", "familysVoice", "decisions[1]"));
    post(manager(), id, "finalisation", "")
        .statusCode(409)
        .body(
            "violations.field",
            contains("attendance", "attendance", "personsVoice", "familysVoice", "decisions[1]"))
        .body("violations.message", hasItem(containsString("ANYTOWN-HOUSING")));
    post(manager(), id, "addenda", "{\"text\":\"Late.\",\"reason\":\"Left out.\"}").statusCode(409);
    write(manager(), id, 2, minutes(noAction())).statusCode(200);
    post(liaison().header("If-Match", "\"2\""), id, "finalisation", "").statusCode(412);
    post(safeguarding(), id, "finalisation", "")
        .statusCode(200)
        .body("status", equalTo("FINALISED"))
        .body("finalisedByAgency", equalTo("BRIDGESHIRE-SAFEGUARDING"));

    write(manager(), id, 4, minutes(decision(""))).statusCode(409);
    post(manager(), id, "finalisation", "").statusCode(409);
    post(practitioner(), id, "addenda", "{\"text\":\"Housing came late.\"}")
        .statusCode(422)
        .body("violations.field", contains("reason"));
    post(
            practitioner(),
            id,
            "addenda",
            "{\"text\":\"Housing came late.\",\"reason\":\"Left out.\"}")
        .statusCode(200)
        .body("addenda.text", contains("Housing came late."))
        .body("addenda.reason", contains("Left out."))
        .body("addenda.addedByAgency", contains("OAKFIELD"))
        .body("minutes.decisions", hasSize(1));
    Map.of(
            "update meeting set minutes = '{}' where id = ?1",
            "finalised minutes are evidence",
            "delete from meeting_addendum where meeting_id = ?1",
            "what was added to minutes stays")
        .forEach(
            (change, refusal) ->
                assertThatThrownBy(() -> inDatabase(change, id)).hasStackTraceContaining(refusal));
    inDatabase("update meeting set version = version + 1 where id = ?1", id);
  }

  private void inDatabase(String change, String id) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery(change)
                    .setParameter(1, UUID.fromString(id))
                    .executeUpdate());
  }

  @Test
  void theMinutesAreAPageThatPeopleCanRead() {
    String id = held("");
    write(
            manager(),
            id,
            1,
            minutes(decision(", \"newActions\": [" + panels() + "]"))
                .replace("Noise is behind", "<script>Noise</script> is behind"))
        .statusCode(200);
    String page =
        practitioner()
            .get("/v1/meetings/" + id + "/minutes")
            .then()
            .statusCode(200)
            .contentType(containsString("text/html"))
            .extract()
            .asString();
    assertThat(page)
        .contains(
            "Compatibility review",
            "Not finalised",
            "Ama Boateng, Enquiry officer, BRIDGESHIRE-SAFEGUARDING",
            "Sent apologies",
            "Through an advocate",
            "Fit acoustic panels in the shared lounge",
            "&lt;script&gt;Noise")
        .doesNotContain("<script>");
    stranger().get("/v1/meetings/" + id + "/minutes").then().statusCode(404);
  }

  @Test
  void theNextMeetingStartsFromWhatIsStillOpen() {
    String first = held("");
    write(
            manager(),
            first,
            1,
            minutes(noAction(), decision(", \"newActions\": [" + panels() + "]")))
        .statusCode(200);
    String action =
        manager().get("/v1/meetings/" + first).path("minutes.decisions[1].actions[0].id");
    String next = convene("COMPATIBILITY_REVIEW", "");
    manager()
        .get("/v1/meetings/" + next)
        .then()
        .body("follows", equalTo(first))
        .body("carriedOver.actions.id", contains(action))
        .body("carriedOver.decisions.number", contains(2))
        .body("carriedOver.decisions.meetingId", contains(first))
        .body("carriedOver.decisions.open", contains(true));

    String plan = manager().get("/v1/meetings/" + next).path("planId");
    String since =
        manager()
            .body(panels())
            .post("/v1/plans/" + plan + "/actions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    manager()
        .body("{\"reason\":\"The other tenant moved out.\"}")
        .post("/v1/actions/" + action + "/withdrawal")
        .then()
        .statusCode(200);
    post(manager(), next, "holding", "{}")
        .statusCode(200)
        .body("carriedOver.actions.id", contains(action, since))
        .body("carriedOver.actions[0].status", equalTo("WITHDRAWN"))
        .body("carriedOver.decisions.open", contains(false));
    manager().body(panels()).post("/v1/plans/" + plan + "/actions").then().statusCode(201);
    manager()
        .get("/v1/meetings/" + next)
        .then()
        .body("carriedOver.actions", hasSize(2))
        .body("carriedOver.decisions", hasSize(1));
  }

  @Test
  void meetingsAreFoundByEachFilterAndPageByPage() {
    List<String> convened = new ArrayList<>();
    for (String kind : List.of("MDT_REVIEW", "MARAC", "CTR")) {
      convened.add(0, convene(kind, ""));
    }
    String cancelled = convened.get(2);
    post(manager(), cancelled, "cancellation", "{\"reason\":\"Held elsewhere.\"}")
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("cancellationReason", equalTo("Held elsewhere."));
    String all = "/v1/meetings?personId=" + person;
    Map<String, List<String>> wanted =
        Map.of(
            "",
            convened,
            "&kind=MARAC",
            List.of(convened.get(1)),
            "&status=CANCELLED",
            List.of(cancelled),
            "&status=CONVENED",
            convened.subList(0, 2),
            "&agency=ANYTOWN-HOUSING",
            convened,
            "&agency=BRIDGESHIRE-COMMISSIONING",
            List.of(),
            "&overdue=false",
            convened,
            "&overdue=true",
            List.of(),
            "&planId=" + manager().get("/v1/meetings/" + convened.get(1)).path("planId"),
            List.of(convened.get(1)));
    wanted.forEach(
        (filter, ids) -> manager().get(all + filter).then().body("items.id", equalTo(ids)));
    stranger().get(all).then().statusCode(200).body("items", empty());

    List<String> read = new ArrayList<>();
    String next = all + "&limit=2";
    while (next != null) {
      Response page = manager().get(next);
      read.addAll(page.path("items.id"));
      next = page.path("next") == null ? null : all + "&limit=2&after=" + page.path("next");
    }
    assertThat(read).isEqualTo(convened);
  }

  @Test
  void whatIsToldKeepsTheContractsAndNamesNobody() {
    String id =
        convene(
            "COMPATIBILITY_REVIEW",
            ", \"scheduledFor\": \"%s\"".formatted(Instant.now().plus(Duration.ofDays(2))));
    String later = Instant.now().plus(Duration.ofDays(3)).toString();
    post(manager(), id, "schedule", "{\"scheduledFor\":\"%s\"}".formatted(later)).statusCode(422);
    post(
            manager(),
            id,
            "schedule",
            "{\"scheduledFor\":\"%s\",\"reason\":\"The advocate cannot come.\"}".formatted(later))
        .statusCode(200)
        .body("moves.reason", contains("The advocate cannot come."));
    manager()
        .header("If-Match", manager().get("/v1/meetings/" + id).header("ETag"))
        .body(
            """
            {"invitees": [{"agency": "OAKFIELD", "role": "Manager"},
              {"agency": "Riverside legal", "role": "Solicitor", "external": true}]}
            """)
        .put("/v1/meetings/" + id + "/invitees")
        .then()
        .statusCode(200);
    post(manager(), id, "holding", "{}").statusCode(200);
    manager()
        .header("If-Match", manager().get("/v1/meetings/" + id).header("ETag"))
        .body(
            minutes(noAction())
                .replace(
                    ",\n   {\"invitee\": 3, \"attendance\": \"APOLOGIES\", \"contribution\": \"Sent a report.\"}",
                    ""))
        .put("/v1/meetings/" + id + "/minutes")
        .then()
        .statusCode(200);
    post(manager(), id, "finalisation", "").statusCode(200);
    post(manager(), id, "addenda", "{\"text\":\"Late.\",\"reason\":\"Left out.\"}").statusCode(200);
    String other = convene("MDT_REVIEW", "");
    post(manager(), other, "cancellation", "{\"reason\":\"Held elsewhere.\"}").statusCode(200);
    List<String> expected =
        List.of(
            "meeting-convened",
            "meeting-scheduled",
            "meeting-scheduled",
            "meeting-invited",
            "meeting-held",
            "meeting-finalised",
            "meeting-added-to",
            "meeting-convened",
            "meeting-cancelled");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(told().stream().map(Bus.Read::type))
                    .containsExactlyElementsOf(expected));
    assertThat(told())
        .allSatisfy(
            event -> {
              assertThat(Contracts.violations("action-plan-service", event.type(), event.data()))
                  .as(event.type())
                  .isEmpty();
              assertThat(event.data().toString()).doesNotContain("Riverside", "advocate", "lounge");
            });
  }

  private List<Bus.Read> told() {
    return Bus.read(OWN_TOPIC, person).stream()
        .filter(event -> event.type().startsWith("meeting-"))
        .toList();
  }
}
