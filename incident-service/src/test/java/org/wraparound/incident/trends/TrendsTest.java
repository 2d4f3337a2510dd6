package org.wraparound.incident.trends;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.wraparound.incident.StoredIncident;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class TrendsTest {
  private static final String MARCH = "?from=2026-03-01&to=2026-03-31";
  private static final String COUNCIL = Tokens.of("COUNCIL", "COMMISSIONER", "commissioner");

  @Inject AccessGrants grants;
  @Inject DataSource database;

  private final UUID person = UUID.randomUUID();

  private static ValidatableResponse get(String token, String path) {
    return given().auth().oauth2(token).get(path).then();
  }

  private ValidatableResponse ofPerson(String token, String span) {
    return get(token, "/v1/people/" + person + "/trends" + span);
  }

  private JsonPath ofPerson(String span) {
    return ofPerson(Tokens.oakfield("practitioner"), span).statusCode(200).extract().jsonPath();
  }

  private void inCircle(UUID who, String agency, Level level) {
    QuarkusTransaction.requiringNew().run(() -> grants.grant(who, agency, "COMMISSIONER", level));
  }

  private StoredIncident incident() {
    return StoredIncident.about(person);
  }

  @Test
  void aWeekIsCountedByEveryCodeOfItsIncidents() {
    incident()
        .with("physical_harm", "LOW")
        .with("psychological_harm", "SEVERE")
        .with("antecedent_codes", List.of("NOISE_OR_CROWDING", "WAITING"))
        .with("early_intervention_used", true)
        .with("restrictive_minutes", 7)
        .in(database);
    incident()
        .with("physical_harm", "NONE")
        .with("kind", "INJURY")
        .with("location", "OWN_HOME")
        .with("antecedent_codes", List.of("NOISE_OR_CROWDING"))
        .with("early_intervention_used", false)
        .with("restrictive_minutes", 5)
        .with("allegations", List.of(allegation("PHYSICAL"), allegation("PHYSICAL")))
        .in(database);
    incident().with("early_intervention_used", true).in(database);
    incident().with("antecedent_codes", List.of()).in(database);
    JsonPath week = ofPerson("?from=2026-03-09&to=2026-03-15");
    assertThat(week.getInt("total")).isEqualTo(4);
    week.setRootPath("weeks[0]");
    assertThat(week.getString("week")).isEqualTo("2026-03-09");
    assertThat(week.getMap("bySeverity"))
        .containsEntry("SEVERE", 1)
        .containsEntry("NONE", 1)
        .containsEntry("NOT_RECORDED", 2)
        .containsEntry("FATAL", 0);
    assertThat(week.getMap("byKind"))
        .containsEntry("DISTRESSED_BEHAVIOUR", 3)
        .containsEntry("INJURY", 1)
        .containsEntry("OTHER", 0);
    assertThat(week.getMap("byLocation"))
        .containsEntry("SUPPORTED_LIVING", 3)
        .containsEntry("OWN_HOME", 1);
    assertThat(week.getMap("byAntecedent"))
        .containsEntry("NOISE_OR_CROWDING", 2)
        .containsEntry("WAITING", 1)
        .containsEntry("NONE", 1)
        .containsEntry("NOT_RECORDED", 1);
    assertThat(week.getMap("byTypeOfRisk")).containsEntry("PHYSICAL", 1).containsEntry("SEXUAL", 0);
    assertThat(week.getInt("earlyIntervention.used")).isEqualTo(2);
    assertThat(week.getInt("earlyIntervention.notUsed")).isEqualTo(1);
    assertThat(week.getInt("earlyIntervention.notRecorded")).isEqualTo(1);
    assertThat(week.getDouble("earlyIntervention.share")).isEqualTo(0.6667);
    assertThat(week.getInt("restrictiveMinutes")).isEqualTo(12);
  }

  private static Object allegation(String type) {
    return java.util.Map.of(
        "source", "SERVICE_PROVIDER", "type", type, "location", "SUPPORTED_LIVING");
  }

  @Test
  void weeksAndHoursAreThoseOfTheClockInLondon() {
    // 29 March 2026: the clocks go forward at 01:00
    incident().at("2026-03-29T00:30:00Z").in(database);
    incident().at("2026-03-29T23:30:00Z").in(database);
    // 25 October 2026: they go back, and 01:30 comes twice
    incident().at("2026-10-25T00:30:00Z").in(database);
    incident().at("2026-10-25T01:30:00Z").in(database);
    JsonPath year = ofPerson("?from=2026-01-01&to=2026-12-31");
    assertThat(year.<Integer>get("weeks.find { it.week == '2026-03-23' }.total")).isEqualTo(1);
    assertThat(year.<Integer>get("weeks.find { it.week == '2026-03-30' }.total")).isEqualTo(1);
    assertThat(year.getInt("grid.hours[6][0]")).isEqualTo(1);
    assertThat(year.getInt("grid.hours[0][0]")).isEqualTo(1);
    assertThat(year.getInt("grid.hours[6][1]")).isEqualTo(2);
  }

  @Test
  void thePeriodIsOfWholeDaysInLondon() {
    incident().at("2026-06-09T22:59:59Z").in(database);
    incident().at("2026-06-09T23:00:00Z").in(database);
    incident().at("2026-06-10T22:59:59Z").in(database);
    incident().at("2026-06-10T23:00:00Z").in(database);
    assertThat(ofPerson("?from=2026-06-10&to=2026-06-10").getInt("total")).isEqualTo(2);
  }

  @Test
  void everyWeekIsThereAlsoThoseWithNone() {
    incident().at("2026-03-02T12:00:00Z").in(database);
    incident().at("2026-03-23T12:00:00Z").in(database);
    JsonPath march = ofPerson(MARCH);
    assertThat(march.getList("weeks.week"))
        .containsExactly(
            "2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30");
    assertThat(march.getList("weeks.total")).containsExactly(0, 1, 0, 0, 1, 0);
    assertThat(march.getMap("weeks[0].byKind").values()).containsOnly(0);
    assertThat(march.<Object>get("weeks[0].earlyIntervention.share")).isNull();
  }

  @Test
  void whatIsWithdrawnOrADuplicateDoesNotCount() {
    UUID first = incident().in(database);
    incident().with("duplicate_of", first).in(database);
    incident()
        .with("status", "WITHDRAWN")
        .with("withdrawn_at", "2026-03-11T12:00:00Z")
        .with("withdrawal_reason", "Recorded twice")
        .in(database);
    assertThat(ofPerson(MARCH).getInt("total")).isEqualTo(1);
  }

  @Test
  void changesOfLevelPlanGuidanceAndPassportAreOnTheSameAxis() throws SQLException {
    UUID transition = UUID.randomUUID();
    entry("plan-opened", "action-plan-service", UUID.randomUUID(), "2026-03-12T09:00:00Z");
    entry("step-up-authorised", "pathway-service", transition, "2026-03-10T09:00:00Z");
    entry("guidance-published", "action-plan-service", UUID.randomUUID(), "2026-03-14T09:00:00Z");
    entry("passport-published", "pathway-service", UUID.randomUUID(), "2026-03-16T09:00:00Z");
    entry("incident-recorded", "incident-service", UUID.randomUUID(), "2026-03-10T09:00:00Z");
    entry("plan-extended", "action-plan-service", UUID.randomUUID(), "2026-03-10T09:00:00Z");
    entry("plan-closed", "action-plan-service", UUID.randomUUID(), "2026-04-01T09:00:00Z");
    ofPerson(Tokens.oakfield("manager"), MARCH)
        .body(
            "keyEvents.kind",
            contains(
                "step-up-authorised", "plan-opened", "guidance-published", "passport-published"))
        .body("keyEvents[0].at", equalTo("2026-03-10T09:00:00Z"))
        .body("keyEvents[0].source.href", equalTo("/v1/transitions/" + transition))
        .body("keyEventsCut", equalTo(false));
    ofPerson(COUNCIL, MARCH).body("keyEvents", empty());
  }

  @Test
  void manyKeyEventsAreCutAndThatIsSaid() throws SQLException {
    for (int i = 0; i <= 500; i++) {
      entry("step-up-proposed", "pathway-service", UUID.randomUUID(), "2026-03-10T09:00:00Z");
    }
    ofPerson(Tokens.oakfield("manager"), MARCH)
        .body("keyEvents", hasSize(500))
        .body("keyEventsCut", equalTo(true));
  }

  private void entry(String kind, String source, UUID record, String at) throws SQLException {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into chronology_entry (id, version, person_id, agency, happened_at, recorded_at, kind, source, record_id, facts)"
                    + " values (?, 0, ?, 'OAKFIELD', cast(? as timestamptz), now(), ?, ?, ?, '{}')")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setObject(2, person);
      insert.setString(3, at);
      insert.setString(4, kind);
      insert.setString(5, source);
      insert.setObject(6, record);
      insert.executeUpdate();
    }
  }

  @Test
  void aPersonOneMayNotSeeHasNoTrends() {
    incident().in(database);
    ofPerson(COUNCIL, MARCH).statusCode(200).body("total", equalTo(0));
    inCircle(person, "COUNCIL", Level.AWARE);
    ofPerson(COUNCIL, MARCH).body("total", equalTo(0)).body("grid.hours[1][12]", equalTo(0));
    inCircle(person, "COUNCIL", Level.SUMMARY);
    ofPerson(COUNCIL, MARCH)
        .body("total", equalTo(1))
        .body("weeks[2].bySeverity.NOT_RECORDED", equalTo(1));
    ofPerson(Tokens.withoutAgency("auditor"), MARCH).body("total", equalTo(1));
  }

  @Test
  void aSettingIsCountedForItsProviderOverAllPeople() {
    String setting = setting();
    people(3, 2, setting, "OAKFIELD");
    people(1, 7, setting, "ELMTREE");
    get(Tokens.oakfield("manager"), "/v1/settings/" + setting + "/trends" + MARCH)
        .statusCode(200)
        .body("provider", equalTo("OAKFIELD"))
        .body("total", equalTo(6))
        .body("weeks[2].total", equalTo(6))
        .body("weeks[2].byKind.DISTRESSED_BEHAVIOUR", equalTo(6))
        .body("grid.hours[1][12]", equalTo(6))
        .body("suppressed", empty());
    String auditor = Tokens.withoutAgency("auditor");
    get(auditor, "/v1/settings/" + setting + "/trends" + MARCH)
        .statusCode(422)
        .body("violations.field", contains("provider"));
    get(auditor, "/v1/settings/" + setting + "/trends" + MARCH + "&provider=ELMTREE")
        .body("total", equalTo(7));
  }

  @Test
  void anOutsiderSeesASettingsPeopleOfItsCirclesWithSmallNumbersSuppressed() {
    String setting = setting();
    String path = "/v1/settings/" + setting + "/trends" + MARCH + "&provider=OAKFIELD";
    List<UUID> people = people(6, 2, setting, "OAKFIELD");
    get(COUNCIL, path).statusCode(200).body("total", equalTo(0));
    people.subList(0, 4).forEach(who -> inCircle(who, "COUNCIL", Level.FULL));
    get(COUNCIL, path)
        .body("total", nullValue())
        .body("weeks.total", everyItem(nullValue()))
        .body("grid.hours[1][12]", nullValue())
        .body("suppressed", contains("total"));
    inCircle(people.get(4), "COUNCIL", Level.FULL);
    StoredIncident.about(people.get(0))
        .with("setting_id", setting)
        .with("kind", "INJURY")
        .at("2026-03-10T03:00:00Z")
        .in(database);
    get(COUNCIL, path)
        .body("total", equalTo(11))
        .body("weeks[2].total", equalTo(11))
        .body("weeks[2].byKind.INJURY", nullValue())
        .body("weeks[2].byKind.DISTRESSED_BEHAVIOUR", equalTo(10))
        .body("weeks[2].suppressed", hasItems("byKind.INJURY", "byKind.OTHER"))
        .body("grid.hours[1][12]", equalTo(10))
        .body("grid.hours[1][3]", nullValue())
        .body("suppressed", hasItem("grid.hours[1][3]"));
    get(Tokens.oakfield("manager"), path).body("total", equalTo(13));
  }

  @Test
  void aProvidersThemesAreCountedByMonth() {
    String provider = "P" + setting();
    String own = Tokens.of(provider, "PROVIDER", "manager");
    String path = "/v1/providers/" + provider + "/themes?from=2026-02-15&to=2026-04-15";
    List<UUID> people = people(6, 2, "HOUSE-1", provider);
    StoredIncident.about(people.get(0))
        .with("agency", provider)
        .with("allegations", List.of(allegation("SEXUAL")))
        .at("2026-03-31T23:30:00Z")
        .in(database);
    get(own, path)
        .statusCode(200)
        .body("total", equalTo(13))
        .body("months.month", contains("2026-02-01", "2026-03-01", "2026-04-01"))
        .body("months.total", contains(0, 12, 1))
        .body("months.people", contains(0, 6, 1))
        .body("months[1].bySetting.HOUSE-1", equalTo(12))
        .body("months[2].bySetting.NOT_RECORDED", equalTo(1))
        .body("months[2].byTypeOfRisk.SEXUAL", equalTo(1))
        .body("suppressed", empty());
    get(Tokens.withoutAgency("auditor"), path).body("months.people", contains(0, 6, 1));
    get(COUNCIL, path).body("total", equalTo(0));
    people.forEach(who -> inCircle(who, "COUNCIL", Level.SUMMARY));
    get(COUNCIL, path)
        .body("total", equalTo(13))
        .body("months.total", contains(null, 12, null))
        .body("months.people", contains(null, 6, null))
        .body("months[1].bySetting", nullValue())
        .body("months[2].byTypeOfRisk.SEXUAL", nullValue())
        .body("months[2].suppressed", contains("total"));
  }

  /** Stores incidents of as many people, in the second full week of March. */
  private List<UUID> people(int number, int incidentsEach, String setting, String provider) {
    List<UUID> people = java.util.stream.Stream.generate(UUID::randomUUID).limit(number).toList();
    for (UUID who : people) {
      for (int i = 0; i < incidentsEach; i++) {
        StoredIncident.about(who).with("setting_id", setting).with("agency", provider).in(database);
      }
    }
    return people;
  }

  private static String setting() {
    return "S-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
  }

  @Test
  void aPeriodThatCannotBeIsRefusedByName() {
    String token = Tokens.oakfield("manager");
    ofPerson(token, "?from=yesterday").statusCode(400).body("detail", containsString("from"));
    ofPerson(token, "?to=2026-02-30").statusCode(400).body("detail", containsString("to "));
    ofPerson(token, "?from=2026-03-02&to=2026-03-01")
        .statusCode(422)
        .body("violations.field", contains("from"));
    ofPerson(token, "?from=2021-03-01&to=2026-03-01").statusCode(422);
    ofPerson(token, "?from=2021-03-02&to=2026-03-01").statusCode(200);
    ofPerson(token, "?to=-999999999-01-01")
        .statusCode(422)
        .body("violations.field", contains("to"));
    ofPerson(token, "?to=0001-01-01").statusCode(200);
    ofPerson(token, "?from=9999-01-01&to=9999-12-31").statusCode(200);
    get(token, "/v1/settings/HOUSE/trends?provider=a%00b").statusCode(422);
    get(token, "/v1/providers/a%00b/themes").statusCode(404);
  }

  @Test
  void onlyTheSignedInWithARoleSeeTrends() {
    for (String path :
        List.of(
            "/v1/people/" + person + "/trends",
            "/v1/settings/HOUSE/trends",
            "/v1/providers/OAKFIELD/themes")) {
      given().get(path).then().statusCode(401);
      get(Tokens.withoutAgency("ops"), path).statusCode(403);
    }
  }
}
