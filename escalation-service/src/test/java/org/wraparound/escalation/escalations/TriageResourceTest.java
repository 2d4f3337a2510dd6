package org.wraparound.escalation.escalations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.escalation.Council.councilManager;
import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.manager;
import static org.wraparound.escalation.Field.safeguarding;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.Council;
import org.wraparound.escalation.Field;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class TriageResourceTest {
  private static final Set<String> TRIAGE =
      Set.of("escalation-decided", "escalation-reopened", "escalation-signed-off");

  @Inject Field field;
  @Inject DueDates dueDates;
  @Inject AgroalDataSource dataSource;

  private UUID person;

  private String concern() {
    person = field.person();
    field.happens(Field.incident(person, 0.1, Field.allegation()));
    return Council.takesOnConcern(person);
  }

  /** As if the policy asked for it. */
  private String concernToBeSignedOff() throws SQLException {
    String id = concern();
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                "update escalation set routing = jsonb_set(routing, '{signOff}', 'true') where id = ?")) {
      statement.setObject(1, UUID.fromString(id));
      statement.executeUpdate();
    }
    return id;
  }

  private static ValidatableResponse decide(RequestSpecification who, String id, String body) {
    return who.body(body).post("/v1/escalations/" + id + "/decision").then();
  }

  private static ValidatableResponse signOff(RequestSpecification who, String id, String body) {
    return who.body(body).post("/v1/escalations/" + id + "/sign-off").then();
  }

  private static void enquiries(String id, int count) {
    safeguarding().get("/v1/enquiries?escalationId=" + id).then().body("items", hasSize(count));
  }

  @Test
  void theProviderActsTheCouncilDecidesAndAnEnquiryOpens() {
    String id = concern();
    decide(manager(), id, EscalationResourceTest.DECISION)
        .statusCode(200)
        .body("status", equalTo("DECIDED"))
        .body("decidedBy.role", equalTo("manager"))
        .body("s42Awaited", equalTo(true))
        .body("decisionStands", equalTo(false));
    enquiries(id, 0);
    manager()
        .body(EscalationResourceTest.CLOSURE)
        .post("/v1/escalations/" + id + "/closure")
        .then()
        .statusCode(409);
    // the second clock runs until the council has decided
    EscalationResourceTest.fallDue(dueDates, Climbing.DECISION, id);
    EscalationResourceTest.awaitStep(id, 4);

    decide(safeguarding(), id, Council.DECISION)
        .statusCode(200)
        .body("decidedBy.agency", equalTo("BRIDGESHIRE-SAFEGUARDING"))
        .body("s42.outcome", equalTo("MET_PROGRESS_TO_S42_2"))
        .body("makingSafeguardingPersonal.wishes", equalTo("To feel safe at home."))
        .body("mentalCapacity.supportedBy", equalTo("ADVOCATE"))
        .body("s42Awaited", equalTo(false))
        .body("decisionStands", equalTo(true))
        .body("earlierDecisions.decidedBy.agency", contains("OAKFIELD"))
        .body(
            "earlierDecisions[0].rationale", equalTo("The agencies need to sit together on this."));
    safeguarding()
        .get("/v1/enquiries?escalationId=" + id)
        .then()
        .body("items.kind", contains("SECTION_42"))
        .body("items.council", contains("BRIDGESHIRE-SAFEGUARDING"))
        .body("items.personId", contains(person.toString()));
    manager()
        .body(EscalationResourceTest.CLOSURE)
        .post("/v1/escalations/" + id + "/closure")
        .then()
        .statusCode(200);
  }

  @Test
  void whatDoesNotFitIsNamedAndNothingChanges() {
    String id = concern();
    decide(safeguarding(), id, EscalationResourceTest.DECISION)
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder("s42", "makingSafeguardingPersonal", "mentalCapacity"));
    decide(
            safeguarding(),
            id,
            Council.DECISION.replace(
                "\"unableToProtectSelf\": \"YES\"", "\"unableToProtectSelf\": \"NO\""))
        .statusCode(422)
        .body("violations.field", contains("s42.outcome"));
    decide(
            safeguarding(),
            id,
            Council.DECISION.replace(
                "MET_PROGRESS_TO_S42_2\"", "DUPLICATE\", \"duplicateOf\": \"" + id + "\""))
        .statusCode(422)
        .body("violations.field", contains("s42.duplicateOf"));
    decide(manager(), id, Council.DECISION)
        .statusCode(422)
        .body("violations.field", contains("s42"));
    decide(
            manager(),
            id,
            EscalationResourceTest.DECISION.replace(
                "\"MEETING\"",
                "\"NO_FURTHER_ACTION\", \"noFurtherActionReason\": \"NO_RISK_FOUND\""))
        .statusCode(403);
    manager()
        .get("/v1/escalations/" + id)
        .then()
        .body("status", equalTo("ACKNOWLEDGED"))
        .body("s42", nullValue());
  }

  @Test
  void whereThePolicyAsksAnotherPersonOfTheAgencySignsOff() throws SQLException {
    String id = concernToBeSignedOff();
    String agreed = "{\"agreed\": true}";
    signOff(councilManager(), id, agreed).statusCode(409);
    decide(safeguarding(), id, Council.DECISION)
        .statusCode(200)
        .body("signOffRequired", equalTo(true))
        .body("decisionStands", equalTo(false));
    enquiries(id, 0);
    signOff(safeguarding(), id, agreed).statusCode(403);
    signOff(manager(), id, agreed).statusCode(403);
    signOff(as(Tokens.of("NORTHVALE-CLDT", "CLDT", "clinician")), id, agreed).statusCode(403);
    signOff(as(Tokens.elmtree("manager")), id, agreed).statusCode(404);
    signOff(councilManager(), id, "{\"agreed\": false}")
        .statusCode(422)
        .body("violations.field", contains("note"));

    signOff(
            councilManager(),
            id,
            "{\"agreed\": false, \"note\": \"Nobody has seen the person yet.\"}")
        .statusCode(200)
        .body("status", equalTo("ACKNOWLEDGED"))
        .body("decision", nullValue())
        .body("earlierDecisions[0].decision", equalTo("MEETING"))
        .body("earlierDecisions[0].signOff.agreed", equalTo(false))
        .body("log.last().kind", equalTo("REOPENED"));
    decide(safeguarding(), id, Council.DECISION).statusCode(200);
    signOff(councilManager().header("If-Match", "\"1\""), id, agreed).statusCode(412);
    signOff(councilManager(), id, agreed)
        .statusCode(200)
        .body("signOff.agreed", equalTo(true))
        .body("decisionStands", equalTo(true))
        .body("log.last().kind", equalTo("SIGNED_OFF"));
    enquiries(id, 1);
    signOff(councilManager(), id, agreed).statusCode(409);

    List<Bus.Read> events =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    Bus.read("wraparound.escalations.v1", person).stream()
                        .filter(event -> TRIAGE.contains(event.type()))
                        .toList(),
                found -> found.size() == 4);
    assertThat(events)
        .extracting(Bus.Read::type)
        .containsExactly(
            "escalation-decided",
            "escalation-reopened",
            "escalation-decided",
            "escalation-signed-off");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(Contracts.violations("escalation-service", event.type(), event.data()))
                  .isEmpty();
              assertThat(event.data().toString()).doesNotContain("seen the person", "safe at home");
            });
  }

  @Test
  void anEnquiryIsNotSeenByAnotherProvider() {
    UUID other = field.person();
    field.happens(Field.incident(other, 0.1, Field.allegation()));
    String enquiry = Council.opensEnquiry(other);
    as(Tokens.elmtree("manager")).get("/v1/enquiries/" + enquiry).then().statusCode(404);
    as(Tokens.elmtree("manager"))
        .get("/v1/enquiries?personId=" + other)
        .then()
        .body("items", empty());
    manager().get("/v1/enquiries/" + enquiry).then().statusCode(200);
  }
}
