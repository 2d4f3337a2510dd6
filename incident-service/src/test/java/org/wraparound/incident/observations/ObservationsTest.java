package org.wraparound.incident.observations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class ObservationsTest {
  private static final String SERVICE = "incident-service";
  private static final String DEFINITIONS = "/v1/observation-definitions";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private final LocalDate today = LocalDate.now(LONDON);

  private final UUID person = UUID.randomUUID();

  @Inject AccessGrants grants;

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  private static RequestSpecification manager() {
    return as(Tokens.oakfield("manager"));
  }

  private static RequestSpecification practitioner() {
    return as(Tokens.oakfield("practitioner"));
  }

  private void inCircle(String agency, Level level) {
    QuarkusTransaction.requiringNew().run(() -> grants.grant(person, agency, "PROVIDER", level));
  }

  private ValidatableResponse define(Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(Map.of("personId", person));
    body.putAll(more);
    return manager().body(body).post(DEFINITIONS).then();
  }

  private String defined(Map<String, ?> more) {
    return define(more).statusCode(201).extract().path("id");
  }

  private ValidatableResponse enter(Object... readings) {
    return practitioner()
        .body(Map.of("readings", List.of(readings)))
        .post("/v1/people/" + person + "/readings")
        .then();
  }

  private static ValidatableResponse take(String definition, Map<String, ?> reading) {
    return practitioner().body(reading).post(DEFINITIONS + "/" + definition + "/readings").then();
  }

  private ValidatableResponse readings(String query) {
    return practitioner().get("/v1/people/" + person + "/readings?" + query).then();
  }

  private ValidatableResponse gaps(String query) {
    return practitioner().get("/v1/people/" + person + "/observation-gaps?" + query).then();
  }

  /** A time of day some days ago. */
  private String ago(int days, String time) {
    return today
        .minusDays(days)
        .atTime(LocalTime.parse(time))
        .atZone(LONDON)
        .toInstant()
        .toString();
  }

  private String days(int first, int last) {
    return "from=" + today.minusDays(first) + "&to=" + today.minusDays(last);
  }

  private static Map<String, Object> twiceADay() {
    return Map.of("times", List.of("20:00", "08:00"), "graceMinutes", 60);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWN")
  void personAndKindAreEnoughForEveryKindButOwn(ObservationKind kind) {
    String id =
        define(Map.of("kind", kind))
            .statusCode(201)
            .header("ETag", "\"0\"")
            .header("Location", containsString(DEFINITIONS))
            .extract()
            .path("id");
    manager()
        .get(DEFINITIONS + "/" + id)
        .then()
        .statusCode(200)
        .body("agency", equalTo("OAKFIELD"))
        .body("code", notNullValue())
        .body("title", notNullValue())
        .body("measure.type", notNullValue())
        .body("schedule", nullValue())
        .body("from", equalTo(LocalDate.now(LONDON).toString()));
  }

  @Test
  void ownNeedsTitleCodeAndMeasure() {
    define(Map.of("kind", "OWN"))
        .statusCode(422)
        .body("violations.field", containsInAnyOrder("title", "code", "measure"));
    Map<String, Object> glucose =
        Map.of(
            "kind",
            "OWN",
            "title",
            "Blood glucose",
            "code",
            "GLU",
            "measure",
            Map.of("type", "NUMBER", "unit", "mmol/l", "min", 1.5, "max", 33.3));
    String id = defined(glucose);
    take(id, Map.of("value", 7.25)).statusCode(201).body("value", equalTo(7.25f));
    take(id, Map.of("value", 34))
        .statusCode(422)
        .body("violations.field", contains("value"))
        .body("violations[0].message", containsString("from 1.5 to 33.3 (mmol/l)"));
  }

  @Test
  void badDefinitionsAreRefusedByTheirFields() {
    refused("kind", "MOOD", "kind");
    refused("title", " ", "title");
    refused("title", "x".repeat(201), "title");
    refused("code", "anxiety", "code");
    refused("from", today.minusYears(2).toString(), "from");
    refused("from", "+999999999-12-31", "from");
    refused("until", "+999999999-12-31", "until");
    refused("until", today.minusDays(2).toString(), "until");
    refused("measure", Map.of("type", "YES_NO"), "measure");
    refused("schedule", Map.of("times", List.of("8:00"), "graceMinutes", 5), "schedule.times[0]");
    refused("schedule", Map.of("times", List.of("08:00")), "schedule.graceMinutes");
    refused("schedule", Map.of("times", List.of(), "graceMinutes", 5), "schedule.times");
    refused(
        "schedule",
        Map.of("times", List.of("08:00", "09:00"), "graceMinutes", 31),
        "schedule.graceMinutes");
    refused(
        "schedule",
        Map.of("times", List.of("08:00"), "days", List.of("SOMEDAY"), "graceMinutes", 5),
        "schedule.days[0]");
    refused("nickname", "x", "nickname");
    manager().get(DEFINITIONS + "?personId=" + person).then().body("items", empty());
  }

  private void refused(String field, Object value, String named) {
    Map<String, Object> body = new HashMap<>(Map.of("kind", "ANXIETY_SCALE"));
    body.put(field, value);
    define(body).statusCode(422).body("violations.field", contains(named));
  }

  @Test
  void theReadingsOfAShiftAreEnteredInOneGo() {
    defined(Map.of("kind", "ANXIETY_SCALE", "from", today.minusDays(2).toString()));
    defined(Map.of("kind", "MEALTIME", "from", today.minusDays(2).toString()));
    String abc = defined(Map.of("kind", "ABC_EPISODE", "from", today.minusDays(2).toString()));
    enter(
            Map.of("code", "ANX", "value", 4, "note", "Settled", "observedAt", ago(1, "09:00")),
            Map.of("code", "MEAL", "value", "HALF", "observedAt", ago(1, "08:00")),
            Map.of(
                "definitionId",
                abc,
                "antecedent",
                "Noise in the hall",
                "antecedentCode",
                "NOISE_OR_CROWDING",
                "behaviour",
                "Shouted",
                "consequence",
                "Quiet room"))
        .statusCode(201)
        .body("readings.code", contains("ANX", "MEAL", "ABC"));
    readings("limit=50")
        .body("items.code", contains("ABC", "ANX", "MEAL"))
        .body("items[0].antecedentCode", equalTo("NOISE_OR_CROWDING"))
        .body("items[1].value", equalTo(4))
        .body("items[1].recordedBy", equalTo("oakfield-practitioner"))
        .body("items[2].value", equalTo("HALF"));
    readings("code=ANX").body("items.code", contains("ANX"));
    readings("kind=MEALTIME").body("items.code", contains("MEAL"));
    readings("from=" + ago(1, "09:00")).body("items.code", contains("ABC", "ANX"));
    readings("to=" + ago(1, "09:00")).body("items.code", contains("MEAL"));
    String next = readings("limit=2").body("items", hasSize(2)).extract().path("next");
    readings("limit=2&after=" + next)
        .body("items.code", contains("MEAL"))
        .body("next", nullValue());
  }

  @Test
  void oneWrongReadingKeepsAllFromBeingRecordedAndEachIsNamedByItsPlace() {
    String anxiety = defined(Map.of("kind", "ANXIETY_SCALE"));
    enter(
            Map.of("code", "ANX", "value", 4),
            Map.of("code", "ANX", "value", 11),
            Map.of("code", "MEAL", "value", "HALF"),
            Map.of("value", 4),
            Map.of("code", "ANX", "value", 4, "observedAt", ago(-1, "09:00")),
            Map.of("code", "ANX", "definitionId", anxiety, "value", 4),
            Map.of("definitionId", UUID.randomUUID(), "value", 4),
            Map.of("code", "ANX", "value", 4, "incidentId", UUID.randomUUID()),
            Map.of("code", "ANX", "value", 4, "replaces", UUID.randomUUID()),
            Map.of("code", "ANX"))
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder(
                "readings[1].value",
                "readings[2].code",
                "readings[3].code",
                "readings[4].observedAt",
                "readings[5].code",
                "readings[6].definitionId",
                "readings[7].incidentId",
                "readings[8].replaces",
                "readings[9].value"))
        .body(
            "violations.find { it.field == 'readings[1].value' }.message",
            containsString("from 0 to 10 (points)"));
    enter(Map.of("code", "ANX", "value", 4, "note", "x".repeat(4001)))
        .statusCode(422)
        .body("violations.field", contains("readings[0].note"));
    enter().statusCode(422).body("violations.field", contains("readings"));
    practitioner()
        .body(Map.of("behaviour", "Shouted", "antecedentCode", "WEATHER"))
        .post(DEFINITIONS + "/" + defined(Map.of("kind", "ABC_EPISODE")) + "/readings")
        .then()
        .statusCode(422)
        .body("violations.field", contains("antecedentCode"));
    readings("limit=1").body("items", empty());
  }

  @Test
  void whatWasDueAndNotRecordedShows() {
    String id =
        defined(
            Map.of(
                "kind", "ANXIETY_SCALE",
                "from", today.minusDays(5).toString(),
                "schedule", twiceADay()));
    defined(Map.of("kind", "ABC_EPISODE", "from", today.minusDays(5).toString()));
    String wrong = take(id, Map.of("value", 3, "observedAt", ago(4, "08:30"))).extract().path("id");
    take(id, Map.of("value", 3, "observedAt", ago(4, "21:00"))).statusCode(201);
    take(id, Map.of("value", 3, "observedAt", ago(3, "10:00"))).statusCode(201);
    take(id, Map.of("value", 3, "observedAt", ago(3, "19:55"))).statusCode(201);
    take(id, Map.of("value", 3, "observedAt", ago(3, "20:05"))).statusCode(201);
    gaps(days(4, 3))
        .statusCode(200)
        .body("definitions", hasSize(1))
        .body("definitions[0].due", equalTo(4))
        .body("definitions[0].recorded", equalTo(3))
        .body("definitions[0].shareRecorded", equalTo(0.75f))
        .body("missed.items.dueAt", contains(ago(3, "08:00")))
        .body("missed.items.code", contains("ANX"));

    manager()
        .header("If-Match", "\"0\"")
        .body(Map.of("title", "Anxiety"))
        .put(DEFINITIONS + "/" + id)
        .then()
        .statusCode(200)
        .body("schedule", nullValue())
        .body("schedules", hasSize(2));
    gaps(days(4, 3)).body("definitions[0].due", equalTo(4));

    practitioner()
        .header("If-Match", "\"0\"")
        .body(Map.of("reason", "Someone else's"))
        .post("/v1/readings/" + wrong + "/withdrawal")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("withdrawal.reason", equalTo("Someone else's"));
    gaps(days(4, 3)).body("missed.items.dueAt", contains(ago(3, "08:00"), ago(4, "08:00")));
    String next = gaps(days(4, 3) + "&limit=1").extract().path("missed.next");
    gaps(days(4, 3) + "&limit=1&after=" + next)
        .body("missed.items.dueAt", contains(ago(4, "08:00")))
        .body("missed.next", nullValue());

    Map<String, Object> right =
        Map.of("value", 2, "observedAt", ago(4, "08:30"), "replaces", wrong);
    take(id, right).statusCode(201).body("replaces", equalTo(wrong));
    gaps(days(4, 3)).body("definitions[0].recorded", equalTo(3));
    take(id, right).statusCode(409);
    readings("to=" + ago(4, "09:00"))
        .body("items", hasSize(2))
        .body("items.findAll { it.withdrawal != null }.id", contains(wrong));
  }

  @Test
  void aReadingAfterMidnightCountsForTheEveningBeforeWhicheverDayIsAskedFor() {
    String id =
        defined(
            Map.of(
                "kind", "SLEEP",
                "from", today.minusDays(5).toString(),
                "schedule", Map.of("times", List.of("23:50"), "graceMinutes", 60)));
    take(id, Map.of("value", 0, "observedAt", ago(3, "00:20"))).statusCode(201);
    gaps(days(4, 4)).body("definitions.recorded", contains(1));
    gaps(days(3, 3)).body("definitions.recorded", contains(0));
    gaps(days(4, 3)).body("definitions.recorded", contains(1));
  }

  @Test
  void whatIsStillWithinItsGraceIsNotMissed() {
    String soon = LocalTime.now(LONDON).withSecond(0).withNano(0).minusMinutes(1).toString();
    defined(
        Map.of(
            "kind", "ANXIETY_SCALE",
            "from", today.minusDays(2).toString(),
            "schedule", Map.of("times", List.of(soon), "graceMinutes", 300)));
    gaps("limit=50")
        .body(
            "definitions[0].due", equalTo(gaps("limit=50").extract().path("missed.items.size()")));
    Instant limit = Instant.now().minus(Duration.ofHours(5));
    List<String> missed = gaps("limit=50").extract().path("missed.items.dueAt");
    assertThat(missed).isNotEmpty().allMatch(due -> Instant.parse(due).isBefore(limit));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "observation-gaps?from=2026-01-01&to=2026-04-03",
        "observation-gaps?from=2026-01-02&to=2026-01-01",
        "observation-gaps?from=%2B999999999-12-31&to=%2B999999999-12-31",
        "observation-gaps?to=-999999999-01-01",
        "readings?from=-100000-01-01T00:00:00Z",
        "readings?to=%2B100000-01-01T00:00:00Z",
      })
  void aPeriodThatCannotBeShownIsRefused(String path) {
    practitioner()
        .urlEncodingEnabled(false)
        .get("/v1/people/" + person + "/" + path)
        .then()
        .statusCode(422);
  }

  @Test
  void ninetyTwoDaysCanBeShown() {
    gaps("from=2026-01-01&to=2026-04-02").statusCode(200);
    gaps("from=yesterday").statusCode(400).body("detail", containsString("from must be a date"));
    gaps("to=0001-01-01").statusCode(200);
    gaps("from=9999-12-31&to=9999-12-31").statusCode(200);
  }

  @Test
  void aCodeMeansOneDefinitionAtATime() {
    String first = defined(Map.of("kind", "SLEEP"));
    define(Map.of("kind", "SLEEP"))
        .statusCode(409)
        .body("related", contains(DEFINITIONS + "/" + first));
    define(Map.of("kind", "SLEEP", "from", today.plusDays(30).toString())).statusCode(409);
    manager()
        .body(Map.of("on", LocalDate.now(LONDON).toString(), "reason", "Measured another way"))
        .post(DEFINITIONS + "/" + first + "/ending")
        .then()
        .statusCode(200)
        .body("ending.reason", equalTo("Measured another way"));
    String second = defined(Map.of("kind", "SLEEP"));
    enter(Map.of("code", "SLEEP", "value", 400))
        .statusCode(201)
        .body("readings[0].definitionId", equalTo(second));
    manager()
        .get(DEFINITIONS + "?live=true&kind=SLEEP&personId=" + person)
        .then()
        .body("items.id", contains(second));
    manager()
        .get(DEFINITIONS + "?live=false&personId=" + person)
        .then()
        .body("items.id", contains(first));
    String next =
        manager()
            .get(DEFINITIONS + "?limit=1&personId=" + person)
            .then()
            .body("items.id", contains(second))
            .extract()
            .path("next");
    manager()
        .get(DEFINITIONS + "?limit=1&personId=" + person + "&after=" + next)
        .then()
        .body("items.id", contains(first));
  }

  @Test
  void aPersonHasAtMostFiftyDefinitionsThatAreNotOver() {
    Map<String, Object> sleep = new HashMap<>(Map.of("kind", "SLEEP"));
    for (int i = 1; i <= 50; i++) {
      sleep.put("code", "S" + i);
      defined(sleep);
    }
    sleep.put("code", "S51");
    define(sleep).statusCode(409);
    sleep.put("personId", UUID.randomUUID());
    define(sleep).statusCode(201);
  }

  @Test
  void aChangeNeedsTheVersionItChanges() {
    String path = DEFINITIONS + "/" + defined(Map.of("kind", "MOBILITY"));
    Map<String, Object> change = Map.of("title", "Walking", "schedule", twiceADay());
    manager().body(change).put(path).then().statusCode(428);
    manager()
        .header("If-Match", "\"0\"")
        .body(change)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("title", equalTo("Walking"))
        .body("schedule.times", contains("08:00", "20:00"))
        .body("schedule.days", hasSize(7));
    manager().header("If-Match", "\"0\"").body(change).put(path).then().statusCode(412);
    manager()
        .header("If-Match", "\"1\"")
        .body(Map.of("title", "Walking", "measure", Map.of("type", "YES_NO")))
        .put(path)
        .then()
        .statusCode(422)
        .body("violations.field", contains("measure"));
    Map<String, Object> ending = Map.of("on", today.plusDays(1).toString(), "reason", "Walks");
    manager()
        .header("If-Match", "\"0\"")
        .body(ending)
        .post(path + "/ending")
        .then()
        .statusCode(412);
    manager().body(Map.of()).post(path + "/ending").then().statusCode(422);
    manager().body(ending).post(path + "/ending").then().statusCode(200);
    manager().body(ending).post(path + "/ending").then().statusCode(409);
  }

  @Test
  void onlyTheRolesThatMayDefineRecordAndRead() {
    String id = defined(Map.of("kind", "ANXIETY_SCALE"));
    Map<String, Object> body = Map.of("personId", person, "kind", "SLEEP");
    Map<String, Object> reading = Map.of("value", 4);
    given().contentType(ContentType.JSON).body(body).post(DEFINITIONS).then().statusCode(401);
    for (String role : List.of("practitioner", "commissioner", "auditor", "ops")) {
      as(Tokens.oakfield(role)).body(body).post(DEFINITIONS).then().statusCode(403);
    }
    as(Tokens.withoutAgency("manager")).body(body).post(DEFINITIONS).then().statusCode(403);
    for (String role : List.of("commissioner", "advocate", "auditor", "ops")) {
      as(Tokens.oakfield(role))
          .body(reading)
          .post(DEFINITIONS + "/" + id + "/readings")
          .then()
          .statusCode(403);
    }
    for (String role : List.of("practitioner", "clinician", "partner-system")) {
      as(Tokens.oakfield(role))
          .body(reading)
          .post(DEFINITIONS + "/" + id + "/readings")
          .then()
          .statusCode(201);
    }
    as(Tokens.withoutAgency("auditor"))
        .get("/v1/people/" + person + "/readings")
        .then()
        .body("items", hasSize(3));
    as(Tokens.withoutAgency("ops")).get(DEFINITIONS).then().statusCode(403);
    as(Tokens.withoutAgency("ops"))
        .get("/v1/people/" + person + "/observation-gaps")
        .then()
        .statusCode(403);
  }

  @Test
  void anotherAgencySeesAndRecordsOnlyFromTheCircle() {
    String id = defined(Map.of("kind", "ANXIETY_SCALE", "schedule", twiceADay()));
    String reading = take(id, Map.of("value", 4)).extract().path("id");
    String definition = DEFINITIONS + "/" + id;
    String readings = "/v1/people/" + person + "/readings";
    String elmtree = Tokens.elmtree("manager");
    Map<String, Object> batch = Map.of("readings", List.of(Map.of("definitionId", id, "value", 5)));
    as(elmtree).get(definition).then().statusCode(404);
    as(elmtree).get("/v1/readings/" + reading).then().statusCode(404);
    as(elmtree).get(readings).then().statusCode(200).body("items", empty());
    as(elmtree)
        .get("/v1/people/" + person + "/observation-gaps")
        .then()
        .body("definitions", empty());
    as(elmtree).body(batch).post(readings).then().statusCode(422);
    as(elmtree).body(Map.of("value", 5)).post(definition + "/readings").then().statusCode(404);
    as(elmtree)
        .body(Map.of("reason", "x"))
        .post("/v1/readings/" + reading + "/withdrawal")
        .then()
        .statusCode(404);

    inCircle("OAKFIELD", Level.FULL);
    inCircle("ELMTREE", Level.AWARE);
    as(elmtree).get(definition).then().statusCode(404);
    as(elmtree).body(batch).post(readings).then().statusCode(404);
    // An auditor sees everything, which gives nobody a say in it.
    as(Tokens.elmtree("manager", "auditor"))
        .header("If-Match", "*")
        .body(Map.of("title", "Theirs"))
        .put(definition)
        .then()
        .statusCode(404);
    inCircle("ELMTREE", Level.SUMMARY);
    as(elmtree).get(definition).then().statusCode(200);
    as(elmtree).get("/v1/readings/" + reading).then().statusCode(200);
    as(elmtree).body(batch).post(readings).then().statusCode(201);
    as(elmtree)
        .body(Map.of("reason", "x"))
        .post("/v1/readings/" + reading + "/withdrawal")
        .then()
        .statusCode(403);
  }

  @Test
  void anAgencyDecidesOnItsOwnDefinitionAlsoAfterItHasLeftTheCircle() {
    String id = defined(Map.of("kind", "ANXIETY_SCALE"));
    inCircle("ELMTREE", Level.FULL);
    define(Map.of("kind", "SLEEP")).statusCode(404);
    take(id, Map.of("value", 4)).statusCode(404);
    manager()
        .header("If-Match", "\"0\"")
        .body(Map.of("title", "Worry"))
        .put(DEFINITIONS + "/" + id)
        .then()
        .statusCode(200);
  }

  @Test
  void aReadingBelongsToAnIncidentOfTheSamePerson() {
    String id = defined(Map.of("kind", "ANXIETY_SCALE"));
    String mine = incident(person);
    take(id, Map.of("value", 9, "incidentId", mine))
        .statusCode(201)
        .body("incidentId", equalTo(mine));
    take(id, Map.of("value", 9, "incidentId", incident(UUID.randomUUID())))
        .statusCode(422)
        .body("violations.field", contains("incidentId"));
  }

  private static String incident(UUID person) {
    return practitioner()
        .body(
            Map.of(
                "personId", person,
                "kind", "DISTRESSED_BEHAVIOUR",
                "location", "SUPPORTED_LIVING",
                "happenedAt", "2026-01-05T10:15:00Z",
                "behaviour", "Shouted"))
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "observation-defined",
        "observation-retitled",
        "observation-rescheduled",
        "observation-ended",
        "observation-recorded",
        "observation-withdrawn"
      })
  void theExampleKeepsItsOwnContract(String type) {
    assertThat(Contracts.violations(SERVICE, type, Contracts.example(SERVICE, type))).isEmpty();
  }

  @Test
  void whatGoesOnTheBusKeepsTheContractsAndHoldsNothingThatPeopleWrote() {
    String id =
        defined(
            Map.of(
                "kind",
                "OWN",
                "title",
                "Planted-title",
                "code",
                "PLANTED",
                "measure",
                Map.of(
                    "type",
                    "CODE",
                    "codes",
                    List.of(
                        Map.of("code", "PLANTED_A", "label", "Planted-label"),
                        Map.of("code", "PLANTED_B", "label", "Planted-label")))));
    String reading =
        take(id, Map.of("value", "PLANTED_A", "note", "Planted-note")).extract().path("id");
    practitioner()
        .body(Map.of("reason", "Planted-reason"))
        .post("/v1/readings/" + reading + "/withdrawal")
        .then()
        .statusCode(200);
    String abc = defined(Map.of("kind", "ABC_EPISODE", "code", "PLANTED-2"));
    take(abc, Map.of("behaviour", "Planted-behaviour", "antecedent", "Planted-antecedent"))
        .statusCode(201);
    Map<String, Object> anxiety =
        Map.of("kind", "ANXIETY_SCALE", "from", today.minusDays(1).toString());
    take(defined(anxiety), Map.of("value", 7, "observedAt", ago(1, "09:00"))).statusCode(201);
    manager()
        .header("If-Match", "\"0\"")
        .body(Map.of("title", "Planted-other", "schedule", twiceADay()))
        .put(DEFINITIONS + "/" + id)
        .then()
        .statusCode(200);
    manager()
        .body(Map.of("on", LocalDate.now(LONDON).toString(), "reason", "Planted-ending"))
        .post(DEFINITIONS + "/" + id + "/ending")
        .then()
        .statusCode(200);

    List<Bus.Read> events =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> Bus.read("wraparound.incidents.v1", person), found -> found.size() == 10);
    assertThat(events)
        .extracting(Bus.Read::type)
        .containsExactly(
            "observation-defined",
            "observation-recorded",
            "observation-withdrawn",
            "observation-defined",
            "observation-recorded",
            "observation-defined",
            "observation-recorded",
            "observation-retitled",
            "observation-rescheduled",
            "observation-ended");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(Contracts.violations(SERVICE, event.type(), event.data())).isEmpty();
              assertThat(event.data().toString()).doesNotContainIgnoringCase("planted");
              assertThat(event.headers().toString()).doesNotContainIgnoringCase("planted");
            });
    assertThat(events.get(2).headers()).containsEntry("ce_subject", reading);
    assertThat(events.get(6).data().get("number").asInt()).isEqualTo(7);
    assertThat(events.get(6).headers()).containsEntry("ce_time", ago(1, "09:00"));
  }
}
