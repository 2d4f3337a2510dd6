package org.wraparound.escalation.escalations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.manager;
import static org.wraparound.escalation.Field.safeguarding;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.Council;
import org.wraparound.escalation.Field;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class EscalationResourceTest {
  static final String DECISION =
      """
      {"decision": "MEETING", "rationale": "The agencies need to sit together on this.",
       "immediateSafetyConfirmed": true}
      """;
  static final String CLOSURE =
      """
      {"reason": "The meeting was held and its actions are under way."}
      """;

  @Inject Field field;
  @Inject DueDates dueDates;

  /** The time of a clock is up now. */
  static void fallDue(DueDates dueDates, String kind, String id) {
    QuarkusTransaction.requiringNew()
        .run(() -> dueDates.schedule(kind, UUID.fromString(id), Instant.EPOCH));
  }

  static void awaitStep(String id, int step) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> manager().get("/v1/escalations/" + id).path("step").equals(step));
  }

  private List<DueDate> dueDatesOf(String id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> dueDates.list("subjectId = ?1", UUID.fromString(id)));
  }

  private UUID personWithAllegation() {
    UUID person = field.person();
    field.happens(Field.incident(person, 0.1, Field.allegation()));
    return person;
  }

  private String raised() {
    return Field.escalation(personWithAllegation(), "SAFEGUARDING_ADULTS");
  }

  private static String path(String id, String transition) {
    return "/v1/escalations/" + id + "/" + transition;
  }

  @Test
  void anAllegationRaisesOneForEachRouteWithItsRuleFactsAndClocks() {
    UUID person = field.person();
    var incident = Field.incident(person, 0.1, Field.allegation());
    field.happens(incident);
    as(Tokens.oakfield("practitioner"))
        .get("/v1/escalations?personId=" + person)
        .then()
        .statusCode(200)
        .body(
            "items.route",
            containsInAnyOrder("SAFEGUARDING_ADULTS", "COMMISSIONER", "CQC_NOTIFICATION"))
        .body("items.ruleCode.unique()", contains("ALLEGATION_OF_ABUSE"))
        .body("items.thresholdId.unique()", hasSize(1))
        .body("items.status.unique()", contains("RAISED"))
        .body("next", nullValue());
    String id = Field.escalation(person, "SAFEGUARDING_ADULTS");
    manager()
        .get("/v1/escalations/" + id)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"0\""))
        .body("reference", org.hamcrest.Matchers.matchesPattern("ESC-\\d{2}-\\d{6}"))
        .body("title", equalTo("Abuse or neglect is alleged"))
        .body("why", notNullValue())
        .body("tier", equalTo("REPORTABLE"))
        .body("policyVersion", equalTo(1))
        .body("provider", equalTo("OAKFIELD"))
        .body("recipientAgency", equalTo("BRIDGESHIRE-SAFEGUARDING"))
        .body("incidentIds", contains(incident.subject().toString()))
        .body("facts.find { it.fact == 'allegationType' }.value", equalTo("PHYSICAL"))
        .body(
            "facts.find { it.fact == 'allegationType' }.incidentId",
            equalTo(incident.subject().toString()))
        .body("acknowledgeBy", notNullValue())
        .body("decideBy", notNullValue())
        .body("acknowledgementOverdue", equalTo(false))
        .body("decisionOverdue", equalTo(false))
        .body("clock", equalTo("ELAPSED"))
        .body("ladder.tier", hasItem(1))
        .body("actions.template", hasItem("PROTECT_AND_SEPARATE"))
        .body("log.kind", hasItems("RAISED", "DIRECTED"));
  }

  @Test
  void theLogSaysWhenNobodyInTheCircleCanBeTold() {
    UUID person = field.person();
    field.happens(Field.incident(person, 0, Map.of("physicalHarm", "SEVERE")));
    // the surgery is in the circle, but only to know who else is
    manager()
        .get("/v1/escalations/" + Field.escalation(person, "GP_OR_URGENT_CARE"))
        .then()
        .body("recipientAgency", nullValue())
        .body("log[1].kind", equalTo("NOBODY_IN_CIRCLE"))
        .body("log[1].detail", equalTo("GP"));
    manager()
        .get("/v1/escalations/" + Field.escalation(person, "ON_CALL_MANAGER"))
        .then()
        .body("recipientAgency", equalTo("OAKFIELD"));
  }

  @Test
  void itIsAcknowledgedDecidedAndClosed() {
    String id = raised();
    safeguarding()
        .post(path(id, "acknowledgement"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("status", equalTo("ACKNOWLEDGED"))
        .body("acknowledgedAt", notNullValue())
        .body("log.last().agency", equalTo("BRIDGESHIRE-SAFEGUARDING"))
        .body("log.last().roles", contains("safeguarding-lead"));
    assertThat(dueDatesOf(id)).extracting(DueDate::kind).containsExactly(Climbing.DECISION);
    safeguarding()
        .body(Council.DECISION)
        .post(path(id, "decision"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("status", equalTo("DECIDED"))
        .body("decision", equalTo("MEETING"))
        .body("rationale", equalTo("The agencies need to sit together on this."));
    assertThat(dueDatesOf(id)).isEmpty();
    manager()
        .body(CLOSURE)
        .post(path(id, "closure"))
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"))
        .body(
            "log.kind.findAll { !it.startsWith('NOT') && it != 'UNREACHED' }",
            contains("RAISED", "DIRECTED", "ACKNOWLEDGED", "DECIDED", "CLOSED"));
    manager().get("/v1/escalations/" + id).then().body("closedAt", notNullValue());
  }

  @Test
  void noStepIsSkippedOrTakenTwice() {
    String id = raised();
    manager()
        .body(DECISION)
        .post(path(id, "decision"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:wraparound:problem:conflict"));
    manager().body(CLOSURE).post(path(id, "closure")).then().statusCode(409);
    manager().post(path(id, "acknowledgement")).then().statusCode(200);
    manager().post(path(id, "acknowledgement")).then().statusCode(409);
    manager().body(CLOSURE).post(path(id, "closure")).then().statusCode(409);
    manager().get("/v1/escalations/" + id).then().body("status", equalTo("ACKNOWLEDGED"));
  }

  @Test
  void theSameKeyGivesTheFirstAnswerAgain() {
    String id = raised();
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      manager()
          .header("Idempotency-Key", key)
          .post(path(id, "acknowledgement"))
          .then()
          .statusCode(200)
          .header("ETag", equalTo("\"1\""));
    }
  }

  @Test
  void aVersionThatTheCallerHasNotSeenIsNotAnswered() {
    String id = raised();
    manager()
        .header("If-Match", "\"7\"")
        .post(path(id, "acknowledgement"))
        .then()
        .statusCode(412)
        .body("type", equalTo("urn:wraparound:problem:precondition-failed"));
    manager().header("If-Match", "\"0\"").post(path(id, "acknowledgement")).then().statusCode(200);
    manager()
        .header("If-Match", "\"0\"")
        .body(DECISION)
        .post(path(id, "decision"))
        .then()
        .statusCode(412);
  }

  @Test
  void whatIsMissingFromADecisionIsNamed() {
    String id = raised();
    manager().post(path(id, "acknowledgement")).then().statusCode(200);
    manager()
        .body("{}")
        .post(path(id, "decision"))
        .then()
        .statusCode(422)
        .body(
            "violations.field",
            hasItems(
                endsWith("decision"), endsWith("rationale"), endsWith("immediateSafetyConfirmed")));
    manager()
        .body(DECISION.replace("The agencies need to sit together on this.", "Because."))
        .post(path(id, "decision"))
        .then()
        .statusCode(422)
        .body("violations.field", contains(endsWith("rationale")));
    manager()
        .body(DECISION.replace("true", "false"))
        .post(path(id, "decision"))
        .then()
        .statusCode(422)
        .body("violations.field", contains("immediateSafetyExplanation"));
    manager()
        .body(DECISION.replace("MEETING", "WAIT"))
        .post(path(id, "decision"))
        .then()
        .statusCode(422)
        .body("violations.field", hasItem(endsWith("decision")));
    manager()
        .body(DECISION.replace("\"decision\"", "\"mood\": \"good\", \"decision\""))
        .post(path(id, "decision"))
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("mood"));
    manager().post(path(id, "decision")).then().statusCode(422);
    manager().get("/v1/escalations/" + id).then().body("status", equalTo("ACKNOWLEDGED"));
    manager().body(DECISION).post(path(id, "decision")).then().statusCode(200);
    manager()
        .body("{\"reason\": \" \"}")
        .post(path(id, "closure"))
        .then()
        .statusCode(422)
        .body("violations.field", contains(endsWith("reason")));
  }

  @Test
  void anotherProviderSeesNoneOfIt() {
    UUID person = personWithAllegation();
    String id = Field.escalation(person, "SAFEGUARDING_ADULTS");
    var elmtree = Tokens.elmtree("manager");
    as(elmtree)
        .get("/v1/escalations/" + id)
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:wraparound:problem:not-found"));
    as(elmtree).get("/v1/escalations?personId=" + person).then().body("items", empty());
    as(elmtree).get("/v1/evaluations?personId=" + person).then().body("items", empty());
    as(elmtree).post(path(id, "acknowledgement")).then().statusCode(404);
    // in the circle, but only to know who else is
    as(Tokens.of("HILLTOP-SURGERY", "GP", "clinician"))
        .get("/v1/escalations/" + id)
        .then()
        .statusCode(404);
  }

  @Test
  void aRoleOrAnAgencyThatMayNotAnswerIsTold() {
    String id = raised();
    as(Tokens.oakfield("practitioner")).post(path(id, "acknowledgement")).then().statusCode(403);
    as(Tokens.withoutAgency("auditor")).post(path(id, "acknowledgement")).then().statusCode(403);
    as(Tokens.of("NORTHVALE-CLDT", "CLDT", "clinician"))
        .post(path(id, "acknowledgement"))
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:wraparound:problem:forbidden"));
    as(Tokens.withoutAgency("ops")).get("/v1/escalations").then().statusCode(403);
    given().get("/v1/escalations/" + id).then().statusCode(401);
    given().post(path(id, "acknowledgement")).then().statusCode(401);
    manager().get("/v1/escalations/" + id).then().body("status", equalTo("RAISED"));
  }

  @Test
  void theListIsFilteredAndPaged() {
    UUID person = personWithAllegation();
    String id = Field.escalation(person, "COMMISSIONER");
    manager().post(path(id, "acknowledgement")).then().statusCode(200);
    String list = "/v1/escalations?personId=" + person;
    manager().get(list + "&status=ACKNOWLEDGED").then().body("items.id", contains(id));
    manager().get(list + "&status=RAISED").then().body("items", hasSize(2));
    manager().get(list + "&route=COMMISSIONER").then().body("items.id", contains(id));
    manager().get(list + "&ruleCode=SERIOUS_HARM").then().body("items", empty());
    manager().get(list + "&status=LOST").then().statusCode(400);

    String next =
        manager().get(list + "&limit=2").then().body("items", hasSize(2)).extract().path("next");
    manager()
        .get(list + "&limit=2&after=" + next)
        .then()
        .body("items", hasSize(1))
        .body("next", nullValue());
    manager().get(list + "&after=x").then().statusCode(400);
    manager().get(list + "&limit=0").then().statusCode(422);
  }

  @Test
  void itsClocksArePausedWithAReasonAndRunAgain() {
    String id = raised();
    String until =
        Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS).toString();
    String body = "{\"reason\": \"She is in hospital until then.\", \"until\": \"" + until + "\"}";
    manager()
        .body(body)
        .post(path(id, "pause"))
        .then()
        .statusCode(409)
        .body("detail", org.hamcrest.Matchers.containsString("highest tier"));
    manager().post(path(id, "acknowledgement")).then().statusCode(200);
    String decideBy = manager().get("/v1/escalations/" + id).path("decideBy");
    as(Tokens.oakfield("practitioner")).body(body).post(path(id, "pause")).then().statusCode(403);
    as(Tokens.elmtree("manager")).body(body).post(path(id, "pause")).then().statusCode(404);
    manager()
        .body("{\"reason\": \"short\"}")
        .post(path(id, "pause"))
        .then()
        .statusCode(422)
        .body("violations.field", hasItems(endsWith("reason"), endsWith("until")));
    manager()
        .body(body.replace(until, Instant.now().plus(Duration.ofDays(40)).toString()))
        .post(path(id, "pause"))
        .then()
        .statusCode(422)
        .body("violations.field", contains("until"));
    manager()
        .body(body)
        .post(path(id, "pause"))
        .then()
        .statusCode(200)
        .body("pausedUntil", equalTo(until))
        .body("status", equalTo("ACKNOWLEDGED"))
        .body("pauses[0].userId", equalTo("oakfield-manager"))
        .body("log.last().kind", equalTo("PAUSED"));
    assertThat(dueDatesOf(id)).extracting(DueDate::kind).containsExactly(Pausing.RESUMPTION);
    manager().get("/v1/escalations?paused=true").then().body("items.id", hasItem(id));

    // its time is up
    fallDue(dueDates, Pausing.RESUMPTION, id);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> manager().get("/v1/escalations/" + id).path("pausedUntil") == null);
    var resumed = manager().get("/v1/escalations/" + id);
    resumed
        .then()
        .body("pauses[0].endedByAgency", equalTo("SYSTEM"))
        .body("pauses[0].reason", equalTo("She is in hospital until then."));
    assertThat(Instant.parse(resumed.path("decideBy"))).isAfter(Instant.parse(decideBy));
    assertThat(dueDatesOf(id)).extracting(DueDate::kind).containsExactly(Climbing.DECISION);

    manager().body(body).post(path(id, "pause")).then().statusCode(200);
    safeguarding().post(path(id, "resumption")).then().statusCode(200);
    safeguarding().post(path(id, "resumption")).then().statusCode(409);
    // whoever decides does not need the pause any more
    manager().body(body).post(path(id, "pause")).then().statusCode(200);
    safeguarding()
        .body(Council.DECISION)
        .post(path(id, "decision"))
        .then()
        .statusCode(200)
        .body("pausedUntil", nullValue())
        .body("pauses", hasSize(3));
    assertThat(dueDatesOf(id)).isEmpty();
  }
}
