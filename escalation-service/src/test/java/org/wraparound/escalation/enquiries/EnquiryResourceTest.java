package org.wraparound.escalation.enquiries;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.escalation.Council.councilManager;
import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.manager;
import static org.wraparound.escalation.Field.safeguarding;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wraparound.escalation.Council;
import org.wraparound.escalation.Field;
import org.wraparound.kit.London;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class EnquiryResourceTest {
  private static final String SERVICE = "escalation-service";
  private static final String NOTE = "{\"note\": \"The person was seen with their advocate.\"}";
  private static final String REPORT = "{\"report\": \"Seen at two meals, and hurried at one.\"}";
  private static final String CONCLUSION =
      """
      {"riskAssessment": "RISK_IDENTIFIED_ACTION_TAKEN", "riskOutcome": "REDUCED",
       "wishesAchieved": "PARTIALLY_ACHIEVED",
       "words": "The neighbour has moved; evenings are still hard."}
      """;

  @Inject Field field;
  @Inject DueDates dueDates;
  @Inject AgroalDataSource dataSource;

  private UUID person;
  private String enquiry;

  private void opened() {
    person = field.person();
    field.happens(Field.incident(person, 0.1, Field.allegation()));
    enquiry = Council.opensEnquiry(person);
  }

  private ValidatableResponse post(RequestSpecification who, String what, String body) {
    return who.body(body).post("/v1/enquiries/" + enquiry + "/" + what).then();
  }

  private static RequestSpecification cldt() {
    return as(Tokens.of("NORTHVALE-CLDT", "CLDT", "clinician"));
  }

  private static String cause(String agency) {
    return """
        {"agency": "%s", "asked": "See how support is given at two meals.", "dueOn": "%s"}
        """
        .formatted(agency, London.today(Clock.systemUTC()).plusDays(20));
  }

  /** As if the day of its first stage and of every report had passed. */
  private void daysPass() throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                """
                update enquiry set course = jsonb_set(jsonb_set(course, '{stages,0,dueOn}', '"2026-01-05"'),
                    '{causedTo,0,dueOn}', '"2026-01-05"') where id = ?
                """)) {
      statement.setObject(1, UUID.fromString(enquiry));
      statement.executeUpdate();
    }
    QuarkusTransaction.requiringNew()
        .run(() -> dueDates.schedule("enquiry", UUID.fromString(enquiry), Instant.EPOCH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enquiry-opened",
        "enquiry-stage-completed",
        "enquiry-stage-overdue",
        "enquiry-caused-to",
        "enquiry-report-received",
        "enquiry-report-overdue",
        "enquiry-concluded"
      })
  void theExampleKeepsItsOwnContract(String type) {
    assertThat(Contracts.violations(SERVICE, type, Contracts.example(SERVICE, type))).isEmpty();
  }

  @Test
  void anEnquiryGoesThroughItsStagesToAConclusionAndSaysSoInCodes() throws SQLException {
    opened();
    safeguarding()
        .get("/v1/enquiries/" + enquiry)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"0\""))
        .body("reference", matchesPattern("ENQ-\\d{2}-\\d{6}"))
        .body("status", equalTo("OPEN"))
        .body("stageSetVersion", equalTo(0))
        .body("stages.code", hasItem("PLANNING"))
        .body("stages[0].dueOn", matchesPattern("\\d{4}-\\d{2}-\\d{2}"))
        .body("makingSafeguardingPersonal.wishes", equalTo("To feel safe at home."));
    post(safeguarding(), "caused-to", cause("NORTHVALE-CLDT"))
        .statusCode(200)
        .body("causedTo.agency", contains("NORTHVALE-CLDT"));
    daysPass();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                safeguarding()
                    .get("/v1/enquiries?overdue=true&personId=" + person)
                    .path("items.size()")
                    .equals(1));
    post(cldt(), "caused-to/NORTHVALE-CLDT/report", REPORT)
        .statusCode(200)
        .body("causedTo[0].report", equalTo("Seen at two meals, and hurried at one."))
        .body("overdue", equalTo(true));
    post(safeguarding(), "stages/PLANNING/completion", NOTE)
        .statusCode(200)
        .body("stages[0].completedBy.agency", equalTo("BRIDGESHIRE-SAFEGUARDING"))
        .body("stages[0].overdue", equalTo(true))
        .body("overdue", equalTo(false));
    post(safeguarding(), "conclusion", CONCLUSION)
        .statusCode(200)
        .body("status", equalTo("CONCLUDED"))
        .body("conclusion.riskOutcome", equalTo("REDUCED"))
        .body("concludedAt", notNullValue());

    List<Bus.Read> events =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    Bus.read("wraparound.escalations.v1", person).stream()
                        .filter(event -> event.type().startsWith("enquiry-"))
                        .toList(),
                found -> found.size() == 7);
    assertThat(events)
        .extracting(Bus.Read::type)
        .containsExactly(
            "enquiry-opened",
            "enquiry-caused-to",
            "enquiry-stage-overdue",
            "enquiry-report-overdue",
            "enquiry-report-received",
            "enquiry-stage-completed",
            "enquiry-concluded");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(Contracts.violations(SERVICE, event.type(), event.data())).isEmpty();
              assertThat(event.data().toString())
                  .doesNotContain("meals", "neighbour", "advocate", "safe at home");
            });
  }

  @Test
  void whomItAsksIsToldAndTheLedgerSaysWhatForAndWhatCameBack() {
    opened();
    post(safeguarding(), "caused-to", cause("NORTHVALE-CLDT")).statusCode(200);
    String asked = safeguarding().get("/v1/enquiries/" + enquiry).path("causedTo[0].disclosureId");
    safeguarding()
        .get("/v1/disclosures/" + asked)
        .then()
        .statusCode(200)
        .body("recipient.agency", equalTo("NORTHVALE-CLDT"))
        .body("purpose", equalTo("SAFEGUARDING_CONCERN"))
        .body("basis.lawfulBasis", equalTo("e"))
        .body("records.find { it.kind == 'ENQUIRY' }.id", equalTo(enquiry));
    safeguarding()
        .get("/v1/notices?subjectId=" + enquiry)
        .then()
        .body("items.about", contains("ENQUIRY_CAUSED_TO"))
        .body("items.toAgency", contains("NORTHVALE-CLDT"))
        .body("items[0].respondBy", notNullValue());
    post(cldt(), "caused-to/NORTHVALE-CLDT/report", REPORT).statusCode(200);
    safeguarding()
        .get("/v1/disclosures/" + asked)
        .then()
        .body("responses.response", contains("INFORMATION_GIVEN"));
  }

  @Test
  void aProviderSeesAnEnquiryAboutProvidersInOutlineUntilItIsConcluded() {
    person = field.person();
    field.happens(
        Field.incident(
            person,
            0.1,
            Map.of(
                "allegations", List.of(Map.of("source", "SERVICE_PROVIDER", "type", "PHYSICAL")))));
    enquiry = Council.opensEnquiry(person);
    post(safeguarding(), "stages/PLANNING/completion", NOTE).statusCode(200);
    post(safeguarding(), "caused-to", cause("NORTHVALE-CLDT")).statusCode(200);
    post(safeguarding(), "caused-to", cause("OAKFIELD")).statusCode(200);
    post(cldt(), "caused-to/NORTHVALE-CLDT/report", REPORT).statusCode(200);
    cldt()
        .get("/v1/enquiries/" + enquiry)
        .then()
        .body("outline", equalTo(false))
        .body("causedTo[0].report", notNullValue());
    for (String path : List.of("/v1/enquiries/" + enquiry, "/v1/enquiries?personId=" + person)) {
      String seen = manager().get(path).then().statusCode(200).extract().asString();
      assertThat(seen)
          .contains(
              "\"outline\":true", "\"reference\":\"ENQ-", "BRIDGESHIRE-SAFEGUARDING", "PLANNING")
          .contains("\"agency\":\"OAKFIELD\"")
          .doesNotContain("advocate", "hurried", "NORTHVALE-CLDT", "safe at home");
    }
    post(manager(), "caused-to/OAKFIELD/report", "{\"report\": \"We looked at the rota.\"}")
        .statusCode(200)
        .body("causedTo.report", contains("We looked at the rota."));
    post(safeguarding(), "conclusion", CONCLUSION).statusCode(200);
    manager()
        .get("/v1/enquiries/" + enquiry)
        .then()
        .body("outline", equalTo(false))
        .body("causedTo.agency", contains("NORTHVALE-CLDT", "OAKFIELD"))
        .body("conclusion.words", notNullValue());
  }

  @Test
  void whomThePersonsSafeCommunicationGuardsAgainstIsNotAsked() {
    opened();
    manager()
        .body(
            """
            {"discreet": true, "avoidKinds": [], "avoidAgencies": ["NORTHVALE-CLDT"],
             "avoidContacts": [], "reason": "A cousin works there.", "reviewOn": "%s"}
            """
                .formatted(London.today(Clock.systemUTC()).plusDays(30)))
        .put("/v1/people/" + person + "/safe-communication")
        .then()
        .statusCode(201);
    post(safeguarding(), "caused-to", cause("NORTHVALE-CLDT"))
        .statusCode(422)
        .body("violations.field", contains("agency"));
  }

  @Test
  void onlyTheAuthorityAndTheAgencyItAskedAct() {
    opened();
    post(manager(), "stages/PLANNING/completion", NOTE).statusCode(403);
    post(as(Tokens.elmtree("manager")), "stages/PLANNING/completion", NOTE).statusCode(404);
    post(cldt(), "conclusion", CONCLUSION).statusCode(403);
    post(given(), "conclusion", CONCLUSION).statusCode(401);
    post(safeguarding(), "caused-to", cause("NORTHVALE-CLDT")).statusCode(200);
    post(manager(), "caused-to/NORTHVALE-CLDT/report", REPORT).statusCode(403);
    // the council may write down what it was told
    post(councilManager(), "caused-to/NORTHVALE-CLDT/report", REPORT).statusCode(200);
  }

  @Test
  void whatIsWrongIsNamed() {
    opened();
    post(safeguarding(), "stages/PARTY/completion", NOTE)
        .statusCode(422)
        .body("violations.field", contains("code"));
    post(safeguarding(), "stages/PLANNING/completion", "{}").statusCode(422);
    post(safeguarding(), "stages/PLANNING/completion", "{\"note\": \"x\", \"mood\": 1}")
        .statusCode(422)
        .body("violations.field", contains("mood"));
    // in the circle, but only to know who else is
    post(safeguarding(), "caused-to", cause("HILLTOP-SURGERY"))
        .statusCode(422)
        .body("violations.field", contains("agency"));
    post(safeguarding(), "caused-to/NORTHVALE-CLDT/report", REPORT).statusCode(409);
    post(safeguarding().header("If-Match", "\"9\""), "conclusion", CONCLUSION).statusCode(412);
    post(
            safeguarding(),
            "conclusion",
            CONCLUSION.replace("\"wishesAchieved\": \"PARTIALLY_ACHIEVED\",", ""))
        .statusCode(422)
        .body("violations.field", contains("wishesAchieved"));
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      post(safeguarding().header("Idempotency-Key", key), "conclusion", CONCLUSION)
          .statusCode(200)
          .header("ETag", equalTo("\"1\""));
    }
    post(safeguarding(), "conclusion", CONCLUSION).statusCode(409);
  }

  @Test
  void theListIsFilteredAndPaged() {
    opened();
    String list = "/v1/enquiries?personId=" + person;
    safeguarding().get(list + "&status=OPEN").then().body("items.id", contains(enquiry));
    safeguarding().get(list + "&status=CONCLUDED").then().body("items", empty());
    safeguarding().get(list + "&overdue=true").then().body("items", empty());
    safeguarding().get(list + "&overdue=false").then().body("items", hasSize(1));
    safeguarding().get(list + "&status=LOST").then().statusCode(400);
    field.happens(Field.incident(person, 0.05, Field.allegation()));
    safeguarding().get(list + "&limit=1").then().body("next", nullValue());
    as(Tokens.withoutAgency("ops")).get(list).then().statusCode(403);
  }
}
