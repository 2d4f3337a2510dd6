package org.wraparound.escalation.disclosures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.manager;
import static org.wraparound.escalation.Field.safeguarding;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.Field;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class DisclosureResourceTest {
  @Inject Field field;
  @Inject AgroalDataSource dataSource;

  private static String call(UUID person, String more) {
    return """
        {"personId": "%s", "recipient": {"name": "Duty sergeant"}, "content": ["RISK", "IDENTITY"],
         "purpose": "POLICE_ADVICE", "consent": {"answer": "REFUSED", "on": "2026-01-05"},
         "basis": {"lawfulBasis": "ea", "condition": "DPA2018_SCH1_PARA18",
                   "reason": "She is at risk tonight."},
         "route": "PHONE", "toldAt": "2026-01-05T20:15:00Z"%s}
        """
        .formatted(person, more);
  }

  private static String told(UUID person, String more) {
    return manager()
        .body(call(person, more))
        .post("/v1/disclosures")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void aCallIsWrittenDownWithItsGroundsAndWhatCameBack() {
    UUID person = field.person();
    String id = told(person, "");
    manager()
        .body(
            """
            {"response": "ACTED_ON", "words": "A car was sent.", "cameAt": "2026-01-05T21:00:00Z"}
            """)
        .post("/v1/disclosures/" + id + "/response")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("responses.words", contains("A car was sent."));
    safeguarding()
        .get("/v1/disclosures/" + id)
        .then()
        .statusCode(200)
        .body("agency", equalTo("OAKFIELD"))
        .body("toldByRoles", contains("manager"))
        .body("recipient.name", equalTo("Duty sergeant"))
        .body("content", contains("IDENTITY", "RISK"))
        .body("consent.answer", equalTo("REFUSED"))
        .body("basis.reason", equalTo("She is at risk tonight."))
        .body("responses.response", contains("ACTED_ON"));
    var events =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> Bus.read("wraparound.escalations.v1", person), found -> found.size() == 2);
    assertThat(events)
        .extracting(Bus.Read::type)
        .containsExactly("disclosure-recorded", "disclosure-answered");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(Contracts.violations("escalation-service", event.type(), event.data()))
                  .isEmpty();
              assertThat(event.data().toString())
                  .doesNotContain("sergeant", "tonight", "car was sent");
            });
  }

  @Test
  void theDatabaseRefusesToChangeWhatWasWritten() throws SQLException {
    String id = told(field.person(), "");
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      for (String change :
          new String[] {
            "update disclosure set purpose = 'OTHER' where id = '" + id + "'",
            "delete from disclosure where id = '" + id + "'"
          }) {
        assertThatThrownBy(() -> statement.execute(change))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("disclosure is append only");
      }
    }
  }

  @Test
  void thePersonReadsInPlainWordsWhatIsNotWithheld() {
    UUID person = field.person();
    String open = told(person, "");
    told(person, ", \"withheldFromPersonReason\": \"He reads her post with her.\"");
    var advocate = as(Tokens.of("NORTHVALE-CLDT", "CLDT", "advocate"));
    advocate
        .get("/v1/people/" + person + "/disclosures")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("items.id", contains(open))
        .body("items[0].on", equalTo("2026-01-05"))
        .body("items[0].to", equalTo("Duty sergeant"))
        .body("items[0].what[0]", startsWith("Who the person is"))
        .body("items[0].why", equalTo("Advice of the police"))
        .body("items[0].permission", startsWith("The person did not agree"))
        .body("items[0].how", equalTo("By telephone"));
    given()
        .auth()
        .oauth2(Tokens.withoutAgency("auditor"))
        .accept("text/html")
        .get("/v1/people/" + person + "/disclosures")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/html"))
        .body(containsString("5 January 2026: OAKFIELD told Duty sergeant"))
        .body(not(containsString("tonight")));
    manager().get("/v1/disclosures?personId=" + person).then().body("items", hasSize(2));
    as(Tokens.elmtree("advocate"))
        .get("/v1/people/" + person + "/disclosures")
        .then()
        .statusCode(404);
  }

  @Test
  void theLedgerIsFilteredAndPaged() {
    UUID person = field.person();
    told(person, "");
    String later =
        manager()
            .body(
                call(person, "")
                    .replace("{\"name\": \"Duty sergeant\"}", "{\"agency\": \"NORTHVALE-CLDT\"}")
                    .replace("POLICE_ADVICE", "DIRECT_CARE")
                    .replace("2026-01-05T20", "2026-01-06T20"))
            .post("/v1/disclosures")
            .path("id");
    String list = "/v1/disclosures?personId=" + person;
    manager().get(list + "&recipient=NORTHVALE-CLDT").then().body("items.id", contains(later));
    manager().get(list + "&purpose=DIRECT_CARE").then().body("items.id", contains(later));
    manager().get(list + "&from=2026-01-06T00:00:00Z").then().body("items.id", contains(later));
    manager().get(list + "&until=2026-01-05T00:00:00Z").then().body("items", empty());
    manager().get(list + "&agency=NORTHVALE-CLDT").then().body("items", empty());
    String next =
        manager()
            .get(list + "&limit=1")
            .then()
            .body("items.id", contains(later))
            .extract()
            .path("next");
    manager()
        .get(list + "&limit=1&after=" + next)
        .then()
        .body("items.purpose", contains("POLICE_ADVICE"));
  }

  @Test
  void whatIsMissingAndWhoMayNotAreTold() {
    UUID person = field.person();
    manager()
        .body("{\"recipient\": {}, \"content\": []}")
        .post("/v1/disclosures")
        .then()
        .statusCode(422)
        .body("violations.field", containsInAnyOrder("personId", "content", "purpose", "route"));
    manager()
        .body(call(person, "").replaceAll("\"basis\": \\{[^}]*\\},", ""))
        .post("/v1/disclosures")
        .then()
        .statusCode(422)
        .body("violations.field", contains("basis"));
    manager()
        .body(call(person, "").replace("{\"name\": \"Duty sergeant\"}", "{}"))
        .post("/v1/disclosures")
        .then()
        .statusCode(422)
        .body("violations.field", contains("recipient"));
    as(Tokens.elmtree("manager"))
        .body(call(person, ""))
        .post("/v1/disclosures")
        .then()
        .statusCode(404);
    String id = told(person, "");
    as(Tokens.elmtree("manager")).get("/v1/disclosures/" + id).then().statusCode(404);
    safeguarding()
        .body("{\"response\": \"RECEIVED\"}")
        .post("/v1/disclosures/" + id + "/response")
        .then()
        .statusCode(403);
    as(Tokens.oakfield("practitioner")).get("/v1/disclosures").then().statusCode(403);
    given().get("/v1/disclosures").then().statusCode(401);
  }
}
