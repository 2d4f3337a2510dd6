package org.wraparound.escalation.referrals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.manager;
import static org.wraparound.escalation.Field.safeguarding;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wraparound.escalation.Field;
import org.wraparound.kit.London;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class ReferralResourceTest {
  private static final String SERVICE = "escalation-service";
  private static final String LAW =
      """
      {"consent": {"answer": "REFUSED", "on": "2026-01-05"},
       "basis": {"lawfulBasis": "ea", "condition": "DPA2018_SCH1_PARA18",
                 "reason": "She cannot protect herself."}}
      """;

  @Inject Field field;
  @Inject DueDates dueDates;

  /** The police are in nobody's circle. */
  private static RequestSpecification police() {
    return as(Tokens.of("BRIDGESHIRE-POLICE", "POLICE", "practitioner", "manager"));
  }

  private static RequestSpecification cldt() {
    return as(Tokens.of("NORTHVALE-CLDT", "CLDT", "clinician"));
  }

  private static RequestSpecification commissioner() {
    return as(Tokens.of("BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", "commissioner"));
  }

  private static String draft(UUID person, String more) {
    return """
        {"personId": "%s", "recipientAgency": "BRIDGESHIRE-POLICE", "purpose": "POLICE_ADVICE",
         "concern": "She is afraid of her partner.", "whatIsAsked": "Please advise.",
         "whatThePersonWants": "To be safe at home."%s}
        """
        .formatted(person, more);
  }

  private static String drafted(UUID person, String more) {
    return manager()
        .body(draft(person, more))
        .post("/v1/referrals")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String sent(UUID person) {
    String id = drafted(person, "");
    post(manager(), id, "sending", LAW).statusCode(200);
    return id;
  }

  private static ValidatableResponse post(
      RequestSpecification who, String id, String transition, String body) {
    return (body == null ? who : who.body(body))
        .post("/v1/referrals/" + id + "/" + transition)
        .then();
  }

  private static ValidatableResponse read(RequestSpecification who, String id) {
    return who.get("/v1/referrals/" + id).then();
  }

  private void fallDue(String kind, String id) {
    QuarkusTransaction.requiringNew()
        .run(() -> dueDates.schedule(kind, UUID.fromString(id), Instant.EPOCH));
  }

  private List<DueDate> dueDatesOf(String id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> dueDates.list("subjectId = ?1", UUID.fromString(id)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "referral-sent",
        "referral-received",
        "referral-accepted",
        "referral-rejected",
        "referral-information-requested",
        "referral-information-given",
        "referral-progressed",
        "referral-held",
        "referral-resumed",
        "referral-completed",
        "referral-feedback-read",
        "referral-chased",
        "referral-cancelled",
        "referral-entered-in-error",
        "disclosure-recorded",
        "disclosure-answered",
        "safe-communication-arranged"
      })
  void theExampleKeepsItsOwnContract(String type) {
    assertThat(Contracts.violations(SERVICE, type, Contracts.example(SERVICE, type))).isEmpty();
  }

  @Test
  void aDraftTakesTheCodedFactsAlongAndIsPrivateUntilSent() {
    UUID person = field.person();
    var incident = Field.incident(person, 0.1, Field.allegation());
    field.happens(incident);
    String escalation = Field.escalation(person, "SAFEGUARDING_ADULTS");
    String id = drafted(person, ", \"escalationId\": \"" + escalation + "\"");
    read(as(Tokens.oakfield("practitioner")), id)
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("reference", matchesPattern("REF-\\d{2}-\\d{6}"))
        .body("status", equalTo("draft"))
        .body("source.escalation.ruleCode", equalTo("ALLEGATION_OF_ABUSE"))
        .body("source.incidents.id", contains(incident.subject().toString()))
        .body("source.incidents[0].facts.allegationType", contains("PHYSICAL"))
        .body("thread", empty());
    // neither the circle nor the recipient nor the auditor
    read(cldt(), id).statusCode(404);
    read(police(), id).statusCode(404);
    read(as(Tokens.withoutAgency("auditor")), id).statusCode(404);
    post(manager(), id, "sending", LAW)
        .statusCode(200)
        .body("status", equalTo("requested"))
        .body("respondBy", notNullValue());
    read(police(), id).statusCode(200).body("concern", notNullValue());
    read(cldt(), id).statusCode(200);
    read(as(Tokens.withoutAgency("auditor")), id).statusCode(200);
    // in the circle, but in outline only
    read(commissioner(), id).statusCode(404);
    commissioner().get("/v1/referrals?personId=" + person).then().body("items", empty());
    read(as(Tokens.elmtree("manager")), id).statusCode(404);
    manager()
        .body(draft(person, ", \"incidentId\": \"" + UUID.randomUUID() + "\""))
        .post("/v1/referrals")
        .then()
        .statusCode(422)
        .body("violations.field", contains("incidentId"));
  }

  @Test
  void bothSidesSeeOneThreadFromSendingToFeedback() {
    UUID person = field.person();
    String id = sent(person);
    post(police(), id, "receipt", null).statusCode(200).body("status", equalTo("received"));
    post(police(), id, "information-request", "{\"question\": \"Who is with her at night?\"}")
        .statusCode(200)
        .body("informationAwaited", equalTo(true));
    assertThat(dueDatesOf(id)).isEmpty();
    post(
            manager(),
            id,
            "information",
            "{\"answer\": \"Her key worker.\", \"content\": [\"SUPPORT_PLAN\"]}")
        .statusCode(200)
        .body("informationAwaited", equalTo(false));
    assertThat(dueDatesOf(id)).hasSize(1);
    post(manager(), id, "chase", null).statusCode(200).body("chases", equalTo(1));
    post(police(), id, "acceptance", null).statusCode(200).body("status", equalTo("accepted"));
    assertThat(dueDatesOf(id)).isEmpty();
    post(police(), id, "progress", "{\"words\": \"An officer will call.\"}")
        .body("status", equalTo("in-progress"));
    LocalDate until = London.today(Clock.systemUTC()).plusDays(7);
    post(police(), id, "hold", "{\"reason\": \"IN_HOSPITAL\", \"until\": \"" + until + "\"}")
        .body("status", equalTo("on-hold"));
    fallDue(Chasing.REST, id);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> read(manager(), id).extract().path("status").equals("in-progress"));
    post(
            police(),
            id,
            "outcome",
            "{\"outcome\": \"ADVICE_GIVEN\", \"words\": \"Locks changed.\", \"feedback\": \"Clear"
                + " account.\"}")
        .body("status", equalTo("completed"));
    post(manager(), id, "feedback-receipt", null)
        .statusCode(200)
        .body("feedbackReadAt", notNullValue());
    read(police(), id)
        .body(
            "thread.collect { it.kind + ' ' + it.agency }",
            contains(
                "SENT OAKFIELD",
                "RECEIVED BRIDGESHIRE-POLICE",
                "INFORMATION_REQUESTED BRIDGESHIRE-POLICE",
                "INFORMATION_GIVEN OAKFIELD",
                "CHASED OAKFIELD",
                "ACCEPTED BRIDGESHIRE-POLICE",
                "PROGRESSED BRIDGESHIRE-POLICE",
                "HELD BRIDGESHIRE-POLICE",
                "RESUMED SYSTEM",
                "COMPLETED BRIDGESHIRE-POLICE",
                "FEEDBACK BRIDGESHIRE-POLICE",
                "FEEDBACK_READ OAKFIELD"))
        .body("thread.find { it.kind == 'FEEDBACK' }.words", equalTo("Clear account."));
    // what was told went to the ledger by itself, and what came back with it
    manager()
        .get("/v1/disclosures?personId=" + person + "&recipient=BRIDGESHIRE-POLICE")
        .then()
        .body("items.content[1]", contains("IDENTITY", "CONCERN", "WISHES"))
        .body("items.content[0]", contains("SUPPORT_PLAN"))
        .body("items.basis.lawfulBasis.unique()", contains("ea"))
        .body("items[1].responses.response", contains("ACCEPTED", "ACTED_ON"));

    List<Bus.Read> events =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    Bus.read("wraparound.escalations.v1", person).stream()
                        .filter(event -> event.type().startsWith("referral-"))
                        .toList(),
                found -> found.size() == 11);
    assertThat(events)
        .extracting(Bus.Read::type)
        .containsExactly(
            "referral-sent",
            "referral-received",
            "referral-information-requested",
            "referral-information-given",
            "referral-chased",
            "referral-accepted",
            "referral-progressed",
            "referral-held",
            "referral-resumed",
            "referral-completed",
            "referral-feedback-read");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(Contracts.violations(SERVICE, event.type(), event.data())).isEmpty();
              assertThat(event.data().toString())
                  .doesNotContain("afraid", "key worker", "officer", "Locks", "account", "night");
            });
  }

  @Test
  void theReasonOfARejectionReachesTheSenderAndAnotherMayBeSentThen() {
    UUID person = field.person();
    String id = sent(person);
    String second = drafted(person, "");
    post(manager(), second, "sending", LAW)
        .statusCode(409)
        .body("related", contains("/v1/referrals/" + id));
    post(police(), id, "rejection", "{\"reason\": \"WRONG_AGENCY\"}")
        .statusCode(422)
        .body("violations.field", contains("words"));
    post(
            police(),
            id,
            "rejection",
            "{\"reason\": \"WRONG_AGENCY\", \"words\": \"Ask the council.\"}")
        .statusCode(200);
    read(manager(), id)
        .body("status", equalTo("rejected"))
        .body("rejectionReason", equalTo("WRONG_AGENCY"))
        .body("thread.last().words", equalTo("Ask the council."));
    post(police(), id, "acceptance", null).statusCode(409);
    post(manager(), second, "sending", LAW).statusCode(200);
    post(manager(), second, "cancellation", "{\"reason\": \"NO_LONGER_NEEDED\"}")
        .statusCode(200)
        .body("status", equalTo("cancelled"));
    post(manager(), second, "entered-in-error", "{\"reason\": \"It is about someone else.\"}")
        .statusCode(200)
        .body("status", equalTo("entered-in-error"));
  }

  @Test
  void aProviderDoesNotReadWhatOthersWriteAboutProviders() {
    UUID person = field.person();
    var incident =
        Field.incident(
            person,
            0.1,
            Map.of(
                "allegations", List.of(Map.of("source", "SERVICE_PROVIDER", "type", "PHYSICAL"))));
    field.happens(incident);
    String about =
        safeguarding()
            .body(draft(person, ", \"incidentId\": \"" + incident.subject() + "\""))
            .post("/v1/referrals")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    post(safeguarding(), about, "sending", LAW).statusCode(200);
    read(cldt(), about).statusCode(200);
    read(police(), about).statusCode(200);
    read(manager(), about).statusCode(404);
  }

  @Test
  void whoHasASentOneIsToldThatItWasTakenBack() {
    UUID person = field.person();
    String draft = drafted(person, "");
    post(manager(), draft, "cancellation", "{\"reason\": \"NO_LONGER_NEEDED\"}").statusCode(200);
    String id = sent(person);
    post(manager(), id, "cancellation", "{\"reason\": \"NO_LONGER_NEEDED\"}").statusCode(200);
    manager().get("/v1/notices?subjectId=" + draft).then().body("items", empty());
    manager()
        .get("/v1/notices?subjectId=" + id)
        .then()
        .body("items.about", contains("REFERRAL_TAKEN_BACK", "REFERRAL_SENT"))
        .body("items.toAgency", contains("BRIDGESHIRE-POLICE", "BRIDGESHIRE-POLICE"));
  }

  @Test
  void aLiveOneThatTheSenderMayNotSeeIsToldWithoutALink() {
    UUID person = field.person();
    sent(person);
    String second =
        commissioner().body(draft(person, "")).post("/v1/referrals").then().extract().path("id");
    post(commissioner(), second, "sending", LAW).statusCode(409).body("related", nullValue());
    read(commissioner(), second).body("status", equalTo("draft"));
  }

  @Test
  void itIsSentOnlyWithGroundsAndAllThatIsMissingIsNamed() {
    UUID person = field.person();
    String id = drafted(person, "");
    String tag = read(manager(), id).extract().header("ETag");
    String incomplete =
        """
        {"recipientAgency": "BRIDGESHIRE-POLICE", "purpose": "POLICE_ADVICE"}
        """;
    manager().body(incomplete).put("/v1/referrals/" + id).then().statusCode(428);
    manager()
        .header("If-Match", tag)
        .body(incomplete)
        .put("/v1/referrals/" + id)
        .then()
        .statusCode(200)
        .body("concern", nullValue());
    manager()
        .header("If-Match", tag)
        .body(incomplete)
        .put("/v1/referrals/" + id)
        .then()
        .statusCode(412);
    post(manager(), id, "sending", "{\"consent\": {\"answer\": \"NOT_SOUGHT\"}}")
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder(
                "concern",
                "whatIsAsked",
                "whatThePersonWants",
                "consent.explanation",
                "consent.on",
                "basis"));
    read(manager(), id).body("status", equalTo("draft"));
  }

  @Test
  void safeCommunicationIsShownToBothSidesAndAnAvoidedAgencyIsNotAsked() {
    UUID person = field.person();
    String early = sent(person);
    manager()
        .body(
            """
            {"discreet": true, "avoidKinds": ["PHONE"], "avoidAgencies": ["FENWICK-HOUSING"],
             "avoidContacts": [], "instructions": "Write to her keyworker.", "reason": "Afraid.",
             "reviewOn": "%s"}
            """
                .formatted(London.today(Clock.systemUTC()).plusDays(30)))
        .put("/v1/people/" + person + "/safe-communication")
        .then()
        .statusCode(201);
    // the police are outside the circle, and must honour it all the same
    read(police(), early)
        .body("safeCommunication.instructions", equalTo("Write to her keyworker."))
        .body("safeCommunication.avoidKinds", contains("PHONE"));
    String id =
        manager()
            .body(draft(person, "").replace("BRIDGESHIRE-POLICE", "FENWICK-HOUSING"))
            .post("/v1/referrals")
            .path("id");
    post(manager(), id, "sending", LAW)
        .statusCode(422)
        .body("violations.field", contains("recipientAgency"));
  }

  @Test
  void unansweredItIsChasedThreeTimesThenTheSenderIsToldAndItShowsAsOverdue() {
    UUID person = field.person();
    String id = sent(person);
    String overdue = "/v1/referrals?personId=" + person + "&overdue=";
    manager().get(overdue + "false").then().body("items.id", contains(id));
    for (int chases = 1; chases <= 3; chases++) {
      fallDue(Chasing.ANSWER, id);
      int expected = chases;
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> read(manager(), id).extract().path("chases").equals(expected));
    }
    fallDue(Chasing.ANSWER, id);
    await().atMost(Duration.ofSeconds(30)).until(() -> dueDatesOf(id).isEmpty());
    read(manager(), id).body("chases", equalTo(3));
    manager()
        .get("/v1/notices?limit=1&subjectId=" + id)
        .then()
        .body("items.about", contains("REFERRAL_UNANSWERED"))
        .body("items.toAgency", contains("OAKFIELD"));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                dueDates
                    .getEntityManager()
                    .createNativeQuery("update referral set respond_by = sent_at where id = ?1")
                    .setParameter(1, UUID.fromString(id))
                    .executeUpdate());
    manager()
        .get(overdue + "true")
        .then()
        .body("items.id", contains(id))
        .body("items.overdue", contains(true));
    manager().get(overdue + "false").then().body("items", empty());
  }

  @Test
  void theListIsFilteredAndPaged() {
    UUID person = field.person();
    String first = sent(person);
    String second = drafted(person, "");
    String list = "/v1/referrals?personId=" + person;
    manager().get(list).then().body("items.id", contains(second, first));
    manager().get(list + "&status=requested").then().body("items.id", contains(first));
    manager().get(list + "&purpose=HOUSING").then().body("items", empty());
    manager().get(list + "&sender=OAKFIELD").then().body("items.id", hasItem(first));
    police()
        .get("/v1/referrals?recipientAgency=BRIDGESHIRE-POLICE&personId=" + person)
        .then()
        .body("items.id", contains(first));
    manager().get(list + "&status=IN_PROGRESS").then().statusCode(400);
    String next = manager().get(list + "&limit=1").path("next");
    manager().get(list + "&limit=1&after=" + next).then().body("items.id", contains(first));
  }

  @Test
  void whoMayNotIsTold() {
    UUID person = field.person();
    String id = sent(person);
    post(manager(), id, "acceptance", null).statusCode(403);
    post(cldt(), id, "acceptance", null).statusCode(403);
    post(as(Tokens.of("BRIDGESHIRE-POLICE", "POLICE", "practitioner")), id, "acceptance", null)
        .statusCode(403);
    post(as(Tokens.elmtree("manager")), id, "acceptance", null).statusCode(404);
    post(as(Tokens.withoutAgency("auditor")), id, "receipt", null).statusCode(403);
    given().get("/v1/referrals/" + id).then().statusCode(401);
    as(Tokens.elmtree("manager"))
        .body(draft(person, ""))
        .post("/v1/referrals")
        .then()
        .statusCode(404);
    manager()
        .body(draft(person, ", \"mood\": \"good\""))
        .post("/v1/referrals")
        .then()
        .statusCode(422)
        .body("violations.field", contains("mood"));
    police()
        .header("If-Match", "\"99\"")
        .post("/v1/referrals/" + id + "/receipt")
        .then()
        .statusCode(412);
  }
}
