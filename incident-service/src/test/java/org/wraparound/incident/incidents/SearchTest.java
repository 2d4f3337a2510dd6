package org.wraparound.incident.incidents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wraparound.incident.StoredIncident;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class SearchTest {
  @Inject DataSource database;
  @Inject AccessGrants grants;

  private final UUID person = UUID.randomUUID();
  private UUID told;
  private UUID other;

  /** One incident with everything in it that can be searched for, and one with nothing of it. */
  @BeforeEach
  void twoIncidents() {
    told =
        StoredIncident.about(person)
            .with("agency", "SEARCHED")
            .with("setting_id", "HOUSE-" + person)
            .with("reference", "REF-" + person)
            .with("recorded_by", "recorder-" + person)
            .with("kind", "INJURY")
            .with("location", "OWN_HOME")
            .with("physical_harm", "LOW")
            .with("psychological_harm", "SEVERE")
            .with("police_involved", true)
            .with("property_damaged", true)
            .with("others_threatened", true)
            .with("medication_involved", true)
            .with("antecedent_codes", List.of("NOISE_OR_CROWDING", "WAITING"))
            .with("allegations", List.of(allegation("SERVICE_PROVIDER", "SEXUAL")))
            .with(
                "restrictive_interventions",
                List.of(
                    Map.of(
                        "type",
                        "08",
                        "reason",
                        "to keep the heron safe",
                        "staff",
                        List.of(Map.of("name", "Ada Byron")))))
            .with("setting_events", "The boiler was broken")
            .with("antecedents", "A lorry reversed")
            .with("early_signs", "Humming and rocking")
            .with("behaviour", "Was throwing cups at the wall")
            .with("staff_response", "Spoke slowly")
            .with("consequences", "A window is cracked")
            .with("recovery", "Slept until supper")
            .with("proactive_strategies", List.of("Offered a bicycle ride"))
            .with("de_escalation_steps", List.of(Map.of("step", "Dimmed lamps", "worked", true)))
            .with("people_involved", List.of(Map.of("role", "STAFF", "outcome", "Bruised elbow")))
            .with(
                "immediate_safety_actions",
                List.of(Map.of("action", "Locked the shed", "byWhom", "Night manager")))
            .with(
                "missed_support",
                List.of(Map.of("support", "MEAL", "why", "REFUSED", "note", "Porridge left")))
            .with(
                "body_map",
                List.of(
                    Map.of(
                        "view",
                        "FRONT",
                        "region",
                        "LEFT_FOOT",
                        "mark",
                        "GRAZE",
                        "note",
                        "Graze on the heel")))
            .with(
                "external_references",
                List.of(
                    Map.of("agencyType", "AMBULANCE", "system", "Ambulance trust", "value", "7")))
            .at("2026-03-10T12:00:00Z")
            .in(database);
    other =
        StoredIncident.about(UUID.randomUUID())
            .with("agency", "SEARCHED")
            .with("police_involved", false)
            .with("allegations", List.of(allegation("OTHER_KNOWN_TO_INDIVIDUAL", "PHYSICAL")))
            .with("behaviour", "Nothing of the kind")
            .at("2026-03-10T13:00:00Z")
            .in(database);
  }

  private static Map<String, String> allegation(String source, String type) {
    return Map.of("source", source, "type", type, "location", "OWN_HOME");
  }

  private static Response search(String token, String name, String value) {
    return given()
        .auth()
        .oauth2(token)
        .queryParam("limit", 200)
        .queryParam(name, value)
        .get("/v1/incidents");
  }

  private static List<String> found(String name, String value) {
    return search(Tokens.of("SEARCHED", "PROVIDER", "manager"), name, value)
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  @ParameterizedTest
  @CsvSource({
    "kind, INJURY",
    "location, OWN_HOME",
    "severity, SEVERE",
    "physicalHarm, LOW",
    "psychologicalHarm, SEVERE",
    "policeInvolved, true",
    "propertyDamaged, true",
    "othersThreatened, true",
    "medicationInvolved, true",
    "antecedent, WAITING",
    "allegationType, SEXUAL",
    "allegationSource, SERVICE_PROVIDER",
    "restrictiveIntervention, 08",
    "happenedTo, 2026-03-10T13:00:00Z"
  })
  void everyCodedFieldIsAFilter(String field, String value) {
    assertThat(found(field, value)).contains(told.toString()).doesNotContain(other.toString());
  }

  @Test
  void idsReferencesAndWhoRecordedItAreFiltersToo() {
    assertThat(found("personId", person.toString())).containsExactly(told.toString());
    assertThat(found("settingId", "HOUSE-" + person)).containsExactly(told.toString());
    assertThat(found("reference", "REF-" + person)).containsExactly(told.toString());
    assertThat(found("recordedBy", "recorder-" + person)).containsExactly(told.toString());
    assertThat(found("provider", "SEARCHED")).contains(told.toString(), other.toString());
    assertThat(found("provider", "OAKFIELD")).isEmpty();
    assertThat(found("policeInvolved", "false"))
        .contains(other.toString())
        .doesNotContain(told.toString());
    assertThat(found("happenedFrom", "2026-03-10T13:00:00Z"))
        .contains(other.toString())
        .doesNotContain(told.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "broken boiler",
        "lorries",
        "humming",
        "throw cups",
        "slowly",
        "cracking",
        "supper",
        "bicycle",
        "dimmed lamp",
        "bruise",
        "locked shed",
        "night manager",
        "porridge",
        "heels",
        "ambulance",
        "heron",
        "byron",
        "\"throwing cups\"",
        "zebra or heron",
        "boiler -zebra"
      })
  void wordsAreFoundWhereverPeopleWroteThem(String words) {
    assertThat(found("q", words)).contains(told.toString()).doesNotContain(other.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zebra", "boiler -heron", "\"cups throwing\"", "SERVICE_PROVIDER", "the"})
  void wordsThatNobodyWroteFindNothing(String words) {
    assertThat(found("q", words)).doesNotContain(told.toString(), other.toString());
  }

  @Test
  void wordsFindNothingThatOneMayNotSee() {
    String elmtree = Tokens.elmtree("manager");
    assertThat(search(elmtree, "q", "heron").<List<String>>path("items.id"))
        .doesNotContain(told.toString());
    assertThat(search(elmtree, "antecedent", "WAITING").<List<String>>path("items.id"))
        .doesNotContain(told.toString());
    QuarkusTransaction.requiringNew()
        .run(() -> grants.grant(person, "ELMTREE", "PROVIDER", Level.SUMMARY));
    assertThat(search(elmtree, "q", "heron").<List<String>>path("items.id"))
        .contains(told.toString());
  }

  @Test
  void pagesHoldEveryIncidentOnceAlsoThoseOfTheSameMoment() {
    UUID who = UUID.randomUUID();
    List<String> stored = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      stored.add(StoredIncident.about(who).with("agency", "SEARCHED").in(database).toString());
    }
    String token = Tokens.of("SEARCHED", "PROVIDER", "manager");
    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      var request = given().auth().oauth2(token).queryParam("limit", 2).queryParam("personId", who);
      if (next != null) {
        request.queryParam("after", next);
      }
      var page = request.queryParam("q", "shouting").get("/v1/incidents").then().extract();
      seen.addAll(page.path("items.id"));
      next = page.path("next");
    } while (next != null);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(stored);
  }

  @ParameterizedTest
  @CsvSource({
    "personId, 7",
    "kind, QUARREL",
    "location, MOON",
    "severity, BAD",
    "physicalHarm, 3",
    "psychologicalHarm, FATAL",
    "allegationType, x",
    "allegationSource, x",
    "restrictiveIntervention, 99",
    "policeInvolved, perhaps",
    "propertyDamaged, 1",
    "othersThreatened, yes",
    "medicationInvolved, TRUE",
    "happenedFrom, today",
    "happenedTo, 2026-03-10"
  })
  void aValueThatCannotBeReadIsNamed(String field, String value) {
    search(Tokens.oakfield("manager"), field, value)
        .then()
        .statusCode(400)
        .body("detail", containsString(field + " must be"));
  }

  @ParameterizedTest
  @CsvSource({"happenedFrom, -100000-01-01T00:00:00Z", "happenedTo, +100000-01-01T00:00:00Z"})
  void aTimeThatCalendarsDoNotHoldIsNamed(String field, String value) {
    search(Tokens.oakfield("manager"), field, value)
        .then()
        .statusCode(422)
        .body("violations.field", contains(field));
  }

  @Test
  void wordsAreOneToTwoHundredCharacters() {
    for (String words : List.of("  ", "x".repeat(201))) {
      search(Tokens.oakfield("manager"), "q", words)
          .then()
          .statusCode(422)
          .body("violations.field", contains("q"));
    }
    search(Tokens.oakfield("manager"), "q", "x".repeat(200)).then().statusCode(200);
    search(Tokens.oakfield("manager"), "q", "a\0b")
        .then()
        .statusCode(400)
        .body("detail", containsString("q must be"));
  }
}
