package org.wraparound.pathway.indicators;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.pathway.Calls.COMMISSIONING;
import static org.wraparound.pathway.Calls.as;
import static org.wraparound.pathway.Calls.commissioner;
import static org.wraparound.pathway.Calls.join;
import static org.wraparound.pathway.Calls.manager;
import static org.wraparound.pathway.Calls.registered;
import static org.wraparound.pathway.Calls.stranger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.London;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;
import org.wraparound.pathway.MovableClock;

@QuarkusTest
@WithTestResource(StackResource.class)
class IndicatorResourceTest {
  private static final String LEVEL = "\"level\": {\"amber\": 6, \"amberDays\": 2, \"red\": 9}";

  @Inject MovableClock clock;
  @Inject AgroalDataSource dataSource;

  @AfterEach
  void backToTheMachinesTime() {
    clock.reset();
  }

  private LocalDate today() {
    return London.dayOf(clock.instant());
  }

  private void daysLater(int days) {
    clock.moveAhead(Duration.ofDays(days));
  }

  private static RequestSpecification practitioner() {
    return as(Tokens.oakfield("practitioner"));
  }

  private static RequestSpecification clinician() {
    return as(Tokens.of(COMMISSIONING, "COMMISSIONER", "clinician"));
  }

  private String anxiety(String rules) {
    return """
        {"kind": "ANXIETY", "title": "Anxiety at night", "unit": "points", "min": 0, "max": 10,
         "direction": "LOWER_IS_BETTER", "from": "%s", "reviewOn": "%s",
         "baseline": {"value": 3, "from": "%s", "until": "%s"}, "rules": {%s}}
        """
        .formatted(
            today().minusDays(30),
            today().plusDays(60),
            today().minusDays(30),
            today().minusDays(1),
            rules);
  }

  private String defined(String person, String rules) {
    String path = "/v1/people/" + person + "/indicators";
    return path
        + "/"
        + manager().body(anxiety(rules)).post(path).then().statusCode(201).extract().path("id");
  }

  private static ValidatableResponse enter(String indicator, Map<String, ?> reading) {
    return practitioner().body(reading).post(indicator + "/readings").then();
  }

  private static String entered(String indicator, LocalDate day, Object value) {
    return enter(indicator, Map.of("day", day.toString(), "value", value))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String idOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static ValidatableResponse breaches(String indicator, String filter) {
    return practitioner()
        .get("/v1/indicator-breaches?indicatorId=" + idOf(indicator) + filter)
        .then()
        .statusCode(200);
  }

  private static List<Bus.Read> told(String person, String type) {
    return Bus.read("wraparound.pathways.v1", UUID.fromString(person)).stream()
        .filter(event -> event.type().equals(type))
        .toList();
  }

  private static void awaitTold(String person, String type, int times) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(told(person, type)).hasSize(times));
  }

  @Test
  void aLevelIsBreachedGetsWorseAndRecoversEachToldOnce() {
    String person = registered();
    String indicator = defined(person, LEVEL);
    entered(indicator, today(), 6);
    breaches(indicator, "").body("items", empty());
    daysLater(1);
    entered(indicator, today(), 7.5);
    daysLater(2);
    entered(indicator, today(), 9);
    daysLater(3);
    entered(indicator, today(), 7);
    breaches(indicator, "&open=true")
        .body("items", hasSize(1))
        .body("items[0].severity", equalTo("RED"))
        .body("items[0].follows", notNullValue());
    daysLater(4);
    entered(indicator, today(), 2);
    breaches(indicator, "")
        .body("items.severity", contains("RED", "AMBER"))
        .body("items.ending", contains("RECOVERED", "WORSENED"))
        .body("items[0].endedOn", equalTo(today().toString()))
        .body("items[1].beganOn", equalTo(today().minusDays(3).toString()))
        .body("items[1].endedOn", equalTo(today().minusDays(2).toString()))
        .body("items[1].provider", equalTo("OAKFIELD"))
        .body("items[1].because", equalTo("LEVEL"))
        .body("items[1].saw.why", equalTo("2 readings in a row at or above 6."))
        .body("items[1].saw.days", equalTo(2))
        .body("items[1].saw.readings.value", contains(6, 7.5f))
        .body("items[1].saw.threshold", equalTo(6));
    breaches(indicator, "&severity=AMBER&open=false&personId=" + person).body("items", hasSize(1));
    String breach = breaches(indicator, "").extract().path("items[0].id");
    practitioner()
        .get("/v1/indicator-breaches/" + breach)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("kind", equalTo("ANXIETY"));
    Response page = practitioner().get("/v1/indicator-breaches?limit=1&personId=" + person);
    String link = page.header("Link");
    practitioner()
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .body("items.severity", contains("AMBER"))
        .body("next", nullValue());
    awaitTold(person, "indicator-recovered", 1);
    assertThat(told(person, "indicator-breached"))
        .extracting(event -> event.data().get("severity").asText())
        .containsExactly("AMBER", "RED");
    assertThat(told(person, "indicator-breached"))
        .extracting(event -> event.data().get("direction").asText())
        .containsOnly("ABOVE");
  }

  @Test
  void anIndicatorThatNobodyRecordsIsToldOnceAndRecoversWithTheNextReading() {
    String person = registered();
    String indicator = defined(person, "\"missing\": {\"days\": 3}");
    LocalDate first = today();
    entered(indicator, first, 2);
    daysLater(3);
    String other = defined(person, LEVEL);
    entered(other, today(), 9);
    awaitTold(person, "indicator-breached", 1);
    breaches(indicator, "").body("items", empty());
    daysLater(4);
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> breaches(indicator, "&open=true").body("items", hasSize(1)));
    breaches(indicator, "")
        .body("items[0].because", equalTo("MISSING_DATA"))
        .body("items[0].severity", equalTo("AMBER"))
        .body("items[0].beganOn", equalTo(first.plusDays(1).toString()))
        .body("items[0].saw.days", equalTo(0))
        .body(
            "items[0].saw.why", equalTo("No reading on 3 days, since " + first.plusDays(1) + "."));
    // a day of the gap entered late is not the end of the gap
    daysLater(9);
    entered(indicator, first.plusDays(2), 2);
    breaches(indicator, "&open=true").body("items", hasSize(1));
    entered(indicator, today(), 2);
    breaches(indicator, "")
        .body("items", hasSize(1))
        .body("items[0].ending", equalTo("RECOVERED"))
        .body("items[0].endedOn", equalTo(today().toString()));
    daysLater(13);
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> breaches(indicator, "&open=true").body("items", hasSize(1)));
    awaitTold(person, "indicator-breached", 3);
    assertThat(told(person, "indicator-breached"))
        .filteredOn(event -> event.data().get("because").asText().equals("MISSING_DATA"))
        .hasSize(2)
        .allSatisfy(
            event -> {
              assertThat(event.data().get("days").asInt()).isZero();
              assertThat(event.data().get("direction").isNull()).isTrue();
            });
  }

  @Test
  void aTrendIsHeldAgainstABaselineThatIsWorkedOutAndDrawnWithTheSupportThereWas() {
    String person = registered();
    join(person, "FULL").then().statusCode(201);
    LocalDate start = today();
    String indicators = "/v1/people/" + person + "/indicators";
    String indicator =
        indicators
            + "/"
            + manager()
                .body(
                    """
                    {"kind": "SLEEP", "title": "Sleep", "unit": "hours", "min": 0, "max": 24,
                     "direction": "HIGHER_IS_BETTER", "from": "%s", "reviewOn": "%s",
                     "baseline": {"from": "%s", "until": "%s"},
                     "rules": {"trend": {"days": 2, "by": "SHARE", "amber": 0.25}}}
                    """
                        .formatted(
                            start.minusDays(4),
                            start.plusDays(30),
                            start.minusDays(4),
                            start.minusDays(1)))
                .post(indicators)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    for (int day = 4; day >= 1; day--) {
      entered(indicator, start.minusDays(day), 8);
    }
    entered(indicator, start, 5);
    breaches(indicator, "").body("items", empty());
    String transition = steppedUp(person, start);
    daysLater(1);
    entered(indicator, start.plusDays(1), 5.5);
    breaches(indicator, "&open=true")
        .body("items", hasSize(1))
        .body("items[0].because", equalTo("TREND"))
        .body("items[0].saw.average", equalTo(5.25f))
        .body("items[0].saw.baseline", equalTo(8.0f))
        .body("items[0].saw.threshold", equalTo(6.0f));
    awaitTold(person, "indicator-breached", 1);
    assertThat(told(person, "indicator-breached").get(0).data().get("direction").asText())
        .isEqualTo("BELOW");
    practitioner()
        .get(indicator + "/chart?from=" + start.minusDays(2) + "&to=" + start.plusDays(1))
        .then()
        .statusCode(200)
        .body("title", equalTo("Sleep"))
        .body("days.day", hasSize(4))
        .body("days.value", contains(8, 8, 5, 5.5f))
        .body("days.average", contains(8.0f, 8.0f, 6.5f, 5.25f))
        .body("terms", hasSize(1))
        .body("terms[0].baseline", equalTo(8.0f))
        .body("terms[0].trendAmber", equalTo(6.0f))
        .body("terms[0].trendRed", nullValue())
        .body("terms[0].levelAmber", nullValue())
        .body("breaches", hasSize(1))
        .body("breaches[0].from", equalTo(start.plusDays(1).toString()))
        .body("breaches[0].until", nullValue())
        .body("levelBands", hasSize(1))
        .body("levelBands[0].transitionId", equalTo(idOf(transition)))
        .body("levelBands[0].from", equalTo(start.toString()))
        .body("levelBands[0].status", equalTo("AUTHORISED"));
    practitioner()
        .get(indicator + "/chart?to=" + start.minusDays(1))
        .then()
        .body("from", equalTo(start.minusDays(90).toString()))
        .body("levelBands", empty())
        .body("breaches", empty());
    practitioner()
        .get(indicator + "/chart?from=" + start.minusDays(366) + "&to=" + start)
        .then()
        .statusCode(422)
        .body("violations[0].message", containsString("366"));
  }

  private static String steppedUp(String person, LocalDate day) {
    String path =
        "/v1/transitions/"
            + manager()
                .body(Map.of("personId", person, "threshold", "t", "rationale", "r"))
                .post("/v1/transitions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    commissioner()
        .body(
            """
            {"startsOn": "%s", "reviewOn": "%s", "rationale": "Risk.",
             "deEscalationPlan": {"stages": [{"description": "Less.", "exitCriteria": "Calm."}]},
             "personInvolvement": {"involved": true}}
            """
                .formatted(day, day.plusDays(14)))
        .post(path + "/authorisation")
        .then()
        .statusCode(200);
    return path;
  }

  @Test
  void aDayHasOneReadingAndAWrongOneIsSupersededWithAReason() {
    String person = registered();
    String indicator = defined(person, "\"level\": {\"red\": 8}");
    String wrong = entered(indicator, today(), 9);
    breaches(indicator, "&open=true").body("items", hasSize(1));
    String day = today().toString();
    enter(indicator, Map.of("value", 1))
        .statusCode(409)
        .body("related", contains(indicator + "/readings/" + wrong));
    enter(indicator, Map.of("value", 1, "supersedes", UUID.randomUUID()))
        .statusCode(422)
        .body("violations.field", contains("supersedes", "reason"));
    enter(indicator, Map.of("value", 1, "supersedes", wrong, "reason", " "))
        .statusCode(422)
        .body("violations.field", contains("reason"));
    enter(indicator, Map.of("value", 11, "reason", "x"))
        .statusCode(422)
        .body("violations.field", contains("value", "reason"))
        .body("violations[0].message", containsString("from 0 to 10 (points)"));
    enter(indicator, Map.of("value", 1, "colour", "red"))
        .statusCode(422)
        .body("violations[0].field", equalTo("colour"));
    String right =
        enter(indicator, Map.of("value", 1, "supersedes", wrong, "reason", "Mistyped."))
            .statusCode(201)
            .header("ETag", notNullValue())
            .body("day", equalTo(day))
            .body("supersedes", equalTo(wrong))
            .body("recordedByAgency", equalTo("OAKFIELD"))
            .extract()
            .path("id");
    practitioner()
        .get(indicator + "/readings/" + wrong)
        .then()
        .statusCode(200)
        .body("value", equalTo(9))
        .body("supersededBy", equalTo(right));
    practitioner().get(indicator + "/readings").then().body("items.id", contains(right, wrong));
    practitioner()
        .get(indicator + "/readings?current=true&from=" + day + "&to=" + day)
        .then()
        .body("items.id", contains(right));
    Response page = practitioner().get(indicator + "/readings?limit=1");
    String link = page.header("Link");
    practitioner()
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .body("items.id", contains(wrong))
        .body("next", nullValue());
    breaches(indicator, "")
        .body("items", hasSize(1))
        .body("items[0].ending", equalTo("CORRECTED"))
        .body("items[0].endedOn", nullValue());
    practitioner().get(indicator + "/chart").then().body("breaches", empty());
    awaitTold(person, "indicator-breach-withdrawn", 1);
    assertThat(told(person, "indicator-recorded")).hasSize(2);
  }

  @Test
  void severalIndicatorsOfADayAreEnteredAllOrNone() {
    String person = registered();
    String first = defined(person, LEVEL);
    String second = defined(person, "\"level\": {\"red\": 8}");
    String path = "/v1/people/" + person + "/indicator-readings";
    Map<String, Object> one = Map.of("indicatorId", idOf(first), "value", 4);
    practitioner()
        .body(
            Map.of(
                "readings",
                List.of(
                    one,
                    Map.of("indicatorId", idOf(second), "value", 10.5),
                    one,
                    Map.of("indicatorId", UUID.randomUUID(), "value", 1))))
        .post(path)
        .then()
        .statusCode(422)
        .body(
            "violations.field",
            contains("readings[2].indicatorId", "readings[3].indicatorId", "readings[1].value"));
    practitioner().body("{\"readings\": []}").post(path).then().statusCode(422);
    practitioner().get(first + "/readings").then().body("items", empty());
    practitioner()
        .body(Map.of("readings", List.of(one, Map.of("indicatorId", idOf(second), "value", 9))))
        .post(path)
        .then()
        .statusCode(201)
        .body("readings.value", contains(4, 9))
        .body("readings.day", contains(today().toString(), today().toString()));
    breaches(second, "&open=true").body("items", hasSize(1));
    practitioner()
        .body(Map.of("readings", List.of(one)))
        .post(path)
        .then()
        .statusCode(409)
        .body("related", hasSize(1));
    stranger().body(Map.of("readings", List.of(one))).post(path).then().statusCode(404);
    commissioner().body(Map.of("readings", List.of(one))).post(path).then().statusCode(403);
    given().body("{}").post(path).then().statusCode(401);
  }

  @Test
  void theProviderAndCliniciansOfTheCircleDecideWhatIsWatched() {
    String person = registered();
    String path = "/v1/people/" + person + "/indicators";
    String body = anxiety(LEVEL);
    given().body(body).post(path).then().statusCode(401);
    practitioner().body(body).post(path).then().statusCode(403);
    stranger().body(body).post(path).then().statusCode(404);
    clinician().body(body).post(path).then().statusCode(404);
    clinician().get(path).then().statusCode(404);
    join(person, "SUMMARY").then().statusCode(201);
    as(Tokens.of(COMMISSIONING, "COMMISSIONER", "manager"))
        .body(body)
        .post(path)
        .then()
        .statusCode(403)
        .body("detail", containsString("OAKFIELD"));
    clinician()
        .body(body)
        .post(path)
        .then()
        .statusCode(201)
        .header("Location", containsString(path))
        .body("provider", equalTo("OAKFIELD"))
        .body("definedByAgency", equalTo(COMMISSIONING));
    manager()
        .body("{\"kind\": \"SLEEP\"}")
        .post(path)
        .then()
        .statusCode(422)
        .body("violations.field", contains("direction", "max", "min", "reviewOn", "title"));
    manager()
        .body(anxiety("\"level\": {\"amber\": 9, \"red\": 6}"))
        .post(path)
        .then()
        .statusCode(422)
        .body("violations.field", contains("rules.level.red"));
    manager()
        .body(anxiety("\"missing\": {\"days\": 90}"))
        .post(path)
        .then()
        .statusCode(422)
        .body("violations.field", contains("rules.missing.days"));
  }

  @Test
  void anIndicatorIsChangedFromTodayOnAndEnded() {
    String person = registered();
    String indicator = defined(person, LEVEL);
    entered(indicator, today(), 5);
    Map<String, Object> change = new HashMap<>();
    change.put("title", "Anxiety in the day");
    change.put("reviewOn", today().plusDays(90).toString());
    change.put("rules", Map.of("level", Map.of("amber", 5)));
    manager().body(change).put(indicator).then().statusCode(428);
    manager().header("If-Match", "\"9\"").body(change).put(indicator).then().statusCode(412);
    practitioner().header("If-Match", "\"0\"").body(change).put(indicator).then().statusCode(403);
    stranger().header("If-Match", "\"0\"").body(change).put(indicator).then().statusCode(404);
    String tag = manager().get(indicator).header("ETag");
    manager()
        .header("If-Match", tag)
        .body(change)
        .put(indicator)
        .then()
        .statusCode(200)
        .body("title", equalTo("Anxiety in the day"))
        .body("baseline", nullValue())
        .body("rules.level.amberDays", equalTo(1))
        .body("terms", hasSize(1));
    breaches(indicator, "&open=true").body("items", hasSize(1));
    manager().body("{}").post(indicator + "/ending").then().statusCode(422);
    manager()
        .body("{\"reason\": \"Settled.\"}")
        .post(indicator + "/ending")
        .then()
        .statusCode(200)
        .body("ended.endedOn", equalTo(today().toString()));
    manager().body("{\"reason\": \"x\"}").post(indicator + "/ending").then().statusCode(409);
    breaches(indicator, "").body("items.ending", contains("INDICATOR_ENDED"));
    enter(indicator, Map.of("day", today().minusDays(1).toString(), "value", 5)).statusCode(201);
    breaches(indicator, "&open=true").body("items", empty());
    String list = "/v1/people/" + person + "/indicators";
    manager().get(list + "?live=false&kind=ANXIETY").then().body("items", hasSize(1));
    manager().get(list + "?live=true").then().body("items", empty());
    manager()
        .get(list + "?reviewBy=" + today().plusDays(90))
        .then()
        .body("items.id", contains(idOf(indicator)));
    manager().get(list + "?reviewBy=" + today()).then().body("items", empty());
    stranger().get(list).then().statusCode(404);
  }

  @Test
  void whoIsNotInTheCircleSeesNothingOfIt() {
    String person = registered();
    String indicator = defined(person, "\"level\": {\"red\": 8}");
    String reading = entered(indicator, today(), 9);
    String breach = breaches(indicator, "").extract().path("items[0].id");
    for (RequestSpecification outside : List.of(stranger(), commissioner())) {
      outside.get(indicator).then().statusCode(404);
    }
    stranger().get(indicator + "/chart").then().statusCode(404);
    stranger().get(indicator + "/readings").then().statusCode(404);
    stranger().get(indicator + "/readings/" + reading).then().statusCode(404);
    stranger().get("/v1/indicator-breaches/" + breach).then().statusCode(404);
    stranger()
        .get("/v1/indicator-breaches?personId=" + person)
        .then()
        .statusCode(200)
        .body("items", empty());
    stranger().body("{\"value\": 1}").post(indicator + "/readings").then().statusCode(404);
    manager().get(indicator.replace(person, UUID.randomUUID().toString())).then().statusCode(404);
    join(person, "AWARE").then().statusCode(201);
    commissioner().get(indicator).then().statusCode(404);
    as(Tokens.withoutAgency("auditor")).get(indicator + "/chart").then().statusCode(200);
    as(Tokens.withoutAgency("ops")).get(indicator).then().statusCode(403);
    as(Tokens.withoutAgency("auditor", "practitioner"))
        .body(Map.of("value", 1, "day", today().minusDays(1).toString()))
        .post(indicator + "/readings")
        .then()
        .statusCode(403);
  }

  @Test
  void theDatabaseKnowsOneReadingADay() throws SQLException {
    String indicator = defined(registered(), LEVEL);
    String reading = entered(indicator, today(), 4);
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                "insert into indicator_reading (id, version, person_id, agency, indicator_id, day,"
                    + " value, recorded_at, recorded_by, recorded_by_agency)"
                    + " select gen_random_uuid(), 0, person_id, agency, indicator_id, day, value,"
                    + " recorded_at, recorded_by, recorded_by_agency from indicator_reading"
                    + " where id = ?")) {
      statement.setObject(1, UUID.fromString(reading));
      assertThatThrownBy(statement::executeUpdate)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23P01"));
    }
  }
}
