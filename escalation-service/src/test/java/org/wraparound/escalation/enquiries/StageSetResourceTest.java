package org.wraparound.escalation.enquiries;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.Council;
import org.wraparound.escalation.Field;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class StageSetResourceTest {
  private static final String STAGES =
      """
      {"stages": [{"code": "PLAN", "title": "Plan", "withinWorkingDays": 2},
                  {"code": "REVIEW", "title": "Review"}]}
      """;

  @Inject Field field;
  @Inject AccessGrants grants;

  private final String council =
      "COUNCIL-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

  private RequestSpecification lead() {
    return as(Tokens.of(council, "LOCAL_AUTHORITY_SAFEGUARDING", "safeguarding-lead"));
  }

  private ValidatableResponse put(RequestSpecification who, String ifMatch, String body) {
    return (ifMatch == null ? who : who.header("If-Match", ifMatch))
        .body(body)
        .put("/v1/enquiry-stage-sets/" + council)
        .then();
  }

  @Test
  void aCouncilPublishesItsOwnAndEnquiriesUnderWayKeepTheirs() {
    String path = "/v1/enquiry-stage-sets/" + council;
    manager()
        .get(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"0\""))
        .body("version", equalTo(0))
        .body("stages.code", hasItems("PLANNING", "OUTCOME_MEETING"));
    manager().get(path + "/versions").then().body("items", empty());
    put(lead(), "\"0\"", STAGES).statusCode(200).header("ETag", equalTo("\"1\""));

    UUID person = field.person();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              grants.revoke(person, "BRIDGESHIRE-SAFEGUARDING");
              grants.grant(person, council, "LOCAL_AUTHORITY_SAFEGUARDING", Level.FULL);
            });
    field.happens(Field.incident(person, 0.1, Field.allegation()));
    String concern = "/v1/escalations/" + Field.escalation(person, "SAFEGUARDING_ADULTS");
    lead().post(concern + "/acknowledgement").then().statusCode(200);
    lead().body(Council.DECISION).post(concern + "/decision").then().statusCode(200);

    put(lead(), "\"1\"", STAGES.replace("REVIEW", "CHECK")).statusCode(200);
    lead()
        .get("/v1/enquiries?personId=" + person)
        .then()
        .body("items[0].stageSetVersion", equalTo(1))
        .body("items[0].stages.code", contains("PLAN", "REVIEW"))
        .body("items[0].stages[1].dueOn", nullValue());
    lead()
        .get(path + "/versions?limit=1")
        .then()
        .body("items.version", contains(2))
        .body(
            "items[0].publishedBy",
            equalTo(council.toLowerCase(java.util.Locale.ROOT) + "-safeguarding-lead"));
    String next = lead().get(path + "/versions?limit=1").path("next");
    lead()
        .get(path + "/versions?limit=1&after=" + next)
        .then()
        .body("items.version", contains(1))
        .body("items", hasSize(1))
        .body("next", nullValue());
  }

  @Test
  void onlyItsSafeguardingLeadPublishesAndWhatIsWrongIsNamed() {
    put(safeguarding(), "\"0\"", STAGES).statusCode(403);
    put(as(Tokens.of(council, "PROVIDER", "safeguarding-lead")), "\"0\"", STAGES).statusCode(403);
    put(as(Tokens.of(council, "LOCAL_AUTHORITY_SAFEGUARDING", "manager")), "\"0\"", STAGES)
        .statusCode(403);
    given().get("/v1/enquiry-stage-sets/" + council).then().statusCode(401);
    put(lead(), null, STAGES).statusCode(428);
    put(lead(), "\"5\"", STAGES).statusCode(412);
    put(lead(), "\"0\"", STAGES.replace("REVIEW", "PLAN"))
        .statusCode(422)
        .body("violations.field", contains("stages[1].code"));
    put(lead(), "\"0\"", STAGES.replace("\"withinWorkingDays\": 2", "\"withinWorkingDays\": 0"))
        .statusCode(422)
        .body("violations.field", contains("stages[0].withinWorkingDays"));
    put(lead(), "\"0\"", "{\"stages\": []}").statusCode(422);
  }
}
