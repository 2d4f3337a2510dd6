package org.wraparound.escalation.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.escalation.Field.as;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wraparound.escalation.directory.ContactPoint.Kind;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class DirectoryResourceTest {
  private static final AtomicInteger AGENCIES = new AtomicInteger();
  private static final String COUNCIL =
      """
      {"name": "Bridgeshire Safeguarding Adults", "type": "LOCAL_AUTHORITY_SAFEGUARDING",
       "identifiers": [{"system": "GSS", "value": "E10000099"}],
       "officeHours": {"from": "08:45", "until": "17:15"}}
      """;
  private static final String TEAM =
      """
      {"name": "Adults desk", "routes": ["SAFEGUARDING_ADULTS", "SAFEGUARDING_ADULTS"]}
      """;
  private static final String DESK =
      """
      {"name": "Duty desk", "jobTitle": "Duty social worker", "hours": "IN_HOURS",
       "points": [{"kind": "SECURE_EMAIL", "value": "duty@bridgeshire.example"},
                  {"kind": "PHONE", "value": "01632 960101"}]}
      """;
  private static final String NIGHT =
      """
      {"name": "Emergency duty team", "hours": "OUT_OF_HOURS", "emergency": true,
       "points": [{"kind": "EMAIL", "value": "edt@bridgeshire.example"},
                  {"kind": "MOBILE", "value": "07700 900102"}]}
      """;
  private static final String ROTA =
      """
      {"shifts": [{"tier": 1, "contact": "DESK", "from": "00:00", "until": "00:00"},
                  {"tier": 1, "contact": "NIGHT", "from": "00:00", "until": "00:00"}]}
      """;

  @Inject OnCall onCall;
  @Inject GapWatch watch;
  @Inject GapTelling telling;
  @Inject MockMailbox mailbox;
  @Inject MeterRegistry meters;
  @Inject AgroalDataSource dataSource;
  @Inject SessionFactory sessions;

  /** An agency of its own for each test. */
  private String agency;

  private String lead;

  @BeforeEach
  void anAgency() {
    agency = "COUNCIL-" + AGENCIES.incrementAndGet();
    lead = Tokens.of(agency, "LOCAL_AUTHORITY_SAFEGUARDING", "safeguarding-lead");
  }

  private Response put(String below, String body) {
    return as(lead).body(body).put("/v1/agencies/" + agency + below);
  }

  private void putTeamWithRota() {
    put("", COUNCIL).then().statusCode(201);
    put("/teams/ADULTS", TEAM).then().statusCode(201);
    put("/teams/ADULTS/contacts/DESK", DESK).then().statusCode(201);
    put("/teams/ADULTS/contacts/NIGHT", NIGHT).then().statusCode(201);
    put("/teams/ADULTS/rota", ROTA).then().statusCode(201);
  }

  private ValidatableResponse onCall(String query) {
    return as(Tokens.elmtree("practitioner"))
        .get("/v1/on-call?route=SAFEGUARDING_ADULTS&agency=" + agency + query)
        .then()
        .statusCode(200);
  }

  // ------ keeping the directory

  @Test
  void anAgencyPutsItselfItsTeamsAndContactsIntoTheDirectoryAndEverybodyReadsThem() {
    put("", COUNCIL)
        .then()
        .statusCode(201)
        .header("Location", equalTo("/v1/agencies/" + agency))
        .header("ETag", equalTo("\"0\""))
        .body("changedByAgency", equalTo(agency));
    put("/teams/ADULTS", TEAM)
        .then()
        .statusCode(201)
        .body("routes", contains("SAFEGUARDING_ADULTS"))
        .body("settings", nullValue());
    put("/teams/ADULTS/contacts/DESK", DESK)
        .then()
        .statusCode(201)
        .body("points[1].value", equalTo("+441632960101"))
        .body("points[1].national", equalTo("01632 960101"))
        .body("points[0].national", nullValue());
    for (String token :
        List.of(
            Tokens.oakfield("practitioner"),
            Tokens.withoutAgency("auditor"),
            Tokens.of("NORTHVALE-CLDT", "CLDT", "partner-system"))) {
      as(token)
          .get("/v1/agencies/" + agency)
          .then()
          .statusCode(200)
          .header("ETag", equalTo("\"0\""))
          .body("officeHours.from", equalTo("08:45"));
      as(token)
          .get("/v1/agencies/" + agency + "/teams/ADULTS/contacts")
          .then()
          .statusCode(200)
          .body("items.code", contains("DESK"))
          .body("items[0].id", notNullValue());
    }
    as(lead)
        .get("/v1/agencies?type=LOCAL_AUTHORITY_SAFEGUARDING&limit=200")
        .then()
        .body("items.code", hasItem(agency));
    as(lead).get("/v1/agencies?type=GP").then().body("items.code", not(hasItem(agency)));
  }

  @Test
  void withoutATokenOrForAnotherAgencyOrWithoutTheRoleNothingIsWritten() {
    put("", COUNCIL).then().statusCode(201);
    String path = "/v1/agencies/" + agency;
    given().get(path).then().statusCode(401);
    given().get("/v1/on-call?route=POLICE").then().statusCode(401);
    given()
        .contentType("application/json")
        .body(TEAM)
        .put(path + "/teams/X1")
        .then()
        .statusCode(401);
    String type = "LOCAL_AUTHORITY_SAFEGUARDING";
    for (String token :
        List.of(
            Tokens.of(agency, type, "practitioner"),
            Tokens.of(agency, type, "partner-system"),
            Tokens.of("ANOTHER-COUNCIL", type, "safeguarding-lead"),
            Tokens.withoutAgency("auditor"))) {
      as(token).body(TEAM).put(path + "/teams/X1").then().statusCode(403);
    }
    as(Tokens.withoutAgency("ops"))
        .body(TEAM)
        .put(path + "/teams/X1")
        .then()
        .statusCode(201)
        .body("changedByAgency", equalTo("ops"));
  }

  @Test
  void anAgencyIsOfTheKindItsPeopleAreSignedInFor() {
    put("", COUNCIL.replace("LOCAL_AUTHORITY_SAFEGUARDING", "POLICE"))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("type"));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/agencies/NOWHERE",
    "/v1/agencies/NOWHERE/history",
    "/v1/agencies/NOWHERE/teams",
    "/v1/agencies/{agency}/teams/NONE",
    "/v1/agencies/{agency}/teams/NONE/contacts",
    "/v1/agencies/{agency}/teams/ADULTS/contacts/NONE",
    "/v1/agencies/{agency}/teams/ADULTS/rota",
    "/v1/on-call?route=POLICE&agency=NOWHERE",
    "/v1/on-call/gaps?agency=NOWHERE"
  })
  void whatIsNotThereIsNotFound(String path) {
    put("", COUNCIL).then().statusCode(201);
    put("/teams/ADULTS", TEAM).then().statusCode(201);
    as(lead)
        .get(path.replace("{agency}", agency))
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:wraparound:problem:not-found"));
  }

  @Test
  void nothingIsPutIntoWhatIsNotThereOrIsOutOfUse() {
    put("/teams/ADULTS", TEAM).then().statusCode(404);
    put("", COUNCIL).then().statusCode(201);
    put("/teams/ADULTS/contacts/DESK", DESK).then().statusCode(404);
    put("/teams/ADULTS/rota", ROTA).then().statusCode(404);
    put(
            "/teams/OLD",
            """
            {"name": "Old team", "routes": ["POLICE"], "activeUntil": "2026-01-01T00:00:00Z"}
            """)
        .then()
        .statusCode(201);
    put("/teams/OLD/contacts/DESK", DESK)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:wraparound:problem:conflict"))
        .body("detail", containsString("/teams/OLD is out of use since 2026-01-01"));
    put("/teams/OLD/rota", "{\"shifts\": []}").then().statusCode(409);
  }

  @Test
  void onlyTheVersionOneHasReadIsChangedAndWhatItSaidBeforeIsKept() throws SQLException {
    putTeamWithRota();
    String path = "/v1/agencies/" + agency + "/teams/ADULTS/contacts/DESK";
    String renamed = DESK.replace("Duty desk", "Front desk");
    as(lead).body(renamed).put(path).then().statusCode(428);
    as(lead).header("If-Match", "\"7\"").body(renamed).put(path).then().statusCode(412);
    as(lead)
        .header("If-Match", "\"0\"")
        .body(renamed)
        .put(path.replace("DESK", "NEW"))
        .then()
        .statusCode(412);
    as(lead)
        .header("If-Match", "\"0\"")
        .body(renamed)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("name", equalTo("Front desk"));
    as(Tokens.withoutAgency("auditor"))
        .get("/v1/agencies/" + agency + "/history?entry=" + path)
        .then()
        .statusCode(200)
        .body("items.version", contains(1, 0))
        .body("items.content.name", contains("Front desk", "Duty desk"))
        .body("items[1].content.points[1].value", equalTo("+441632960101"))
        .body("items[0].changedByAgency", equalTo(agency));
    String next =
        as(lead)
            .get("/v1/agencies/" + agency + "/history?limit=2")
            .then()
            .body("items", hasSize(2))
            .extract()
            .path("next");
    as(lead)
        .get("/v1/agencies/" + agency + "/history?limit=50&after=" + next)
        .then()
        .body("items.entry", hasSize(4))
        .body("items.entry", hasItem("/v1/agencies/" + agency));
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from directory_change"))
          .hasMessageContaining("append only");
    }
  }

  @Test
  void ofTwoThatPutTheSameAtOnceOneIsTold() {
    put("", COUNCIL).then().statusCode(201);
    List<CompletableFuture<Integer>> puts =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> put("/teams/T1", TEAM).statusCode()))
            .limit(4)
            .toList();
    assertThat(puts.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(201, 428, 428, 428);
  }

  @Test
  void everyThingToMendIsNamed() {
    put("", COUNCIL).then().statusCode(201);
    put("/teams/ADULTS", TEAM).then().statusCode(201);
    put("/teams/adults", TEAM).then().statusCode(422).body("violations[0].field", equalTo("team"));
    put("/teams/T1", "{\"name\": \" \", \"routes\": [], \"settings\": []}")
        .then()
        .statusCode(422)
        .body("violations.field", contains("name", "routes", "settings"));
    put("/teams/T1", "{\"name\": \"T\", \"routes\": [\"SOMEWHERE\"]}")
        .then()
        .statusCode(422)
        .body("violations[0].message", containsString("SAFEGUARDING_ADULTS"));
    put(
            "/teams/ADULTS/contacts/DESK",
            DESK.replace("01632 960101", "0163").replace("duty@", "duty at "))
        .then()
        .statusCode(422)
        .body("violations.field", contains("points[0].value", "points[1].value"))
        .body("violations[1].message", containsString("too few digits"));
    put("/teams/ADULTS/contacts/DESK", DESK.replace("}]", ", \"name\": 1}]"))
        .then()
        .statusCode(422)
        .body("violations[0].message", equalTo("is not a field of this request"));
    put("/teams/ADULTS/rota", ROTA.replace("\"tier\": 1", "\"tier\": 6").replace("00:00", "24:00"))
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("shifts[0].tier"))
        .body("violations.field", hasItem("shifts[1].until"));
    put("/teams/ADULTS/rota", ROTA)
        .then()
        .statusCode(422)
        .body("violations.field", contains("shifts[0].contact", "shifts[1].contact"));
    put("", COUNCIL.replace("GSS", "ODS").replace("E10000099", "E100000990000"))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("identifiers[0].value"));
    put("", COUNCIL.replace("17:15", "08:15"))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("officeHours.until"));
  }

  // ------ who is on call

  @Test
  void whoAnswersNowIsToldWithTheWayToReachThemAtThatHour() {
    putTeamWithRota();
    onCall("&at=2030-11-06T10:00:00Z")
        .body("items", hasSize(1))
        .body("items[0].agency", equalTo(agency))
        .body("items[0].tiers", hasSize(1))
        .body("items[0].tiers[0].gap", equalTo(false))
        .body("items[0].tiers[0].contacts.contact", contains("DESK"))
        .body("items[0].tiers[0].contacts[0].team", equalTo("ADULTS"))
        .body("items[0].tiers[0].contacts[0].until", equalTo("2030-11-06T17:15:00Z"))
        .body("items[0].emergency", hasSize(0));
    onCall("&at=2030-11-06T23:00:00Z")
        .body("items[0].tiers[0].contacts.contact", contains("NIGHT"))
        .body("items[0].tiers[0].contacts[0].points.kind", contains("MOBILE", "EMAIL"))
        .body("items[0].tiers[0].contacts[0].points[0].national", equalTo("07700 900102"))
        .body("items[0].tiers[0].contacts[0].until", equalTo("2030-11-07T08:45:00Z"))
        .body("items[0].emergency.contact", contains("NIGHT"));
    assertThat(
            onCall.at(
                agency,
                Route.SAFEGUARDING_ADULTS,
                "ELM-HOUSE",
                1,
                Instant.parse("2030-11-06T23:00:00Z")))
        .singleElement()
        .satisfies(
            contact -> {
              assertThat(contact.name()).isEqualTo("Emergency duty team");
              assertThat(contact.points().get(0))
                  .isEqualTo(new ContactPoint(Kind.MOBILE, "+447700900102"));
            });
    assertThat(onCall.at(agency, Route.POLICE, null, 1, Instant.now())).isEmpty();
    assertThat(onCall.at("NOWHERE", Route.POLICE, null, 1, Instant.now())).isEmpty();
  }

  @Test
  void aTierThatNobodyCoversIsShownWithSinceAndUntil() {
    putTeamWithRota();
    as(lead)
        .header("If-Match", "\"0\"")
        .body(
            """
            {"shifts": [{"tier": 2, "contact": "NIGHT", "days": ["TUESDAY"], "from": "20:00", "until": "06:00"}]}
            """)
        .put("/v1/agencies/" + agency + "/teams/ADULTS/rota")
        .then()
        .statusCode(200);
    onCall("&at=2030-11-06T10:00:00Z")
        .body("items[0].tiers.tier", contains(1, 2))
        .body("items[0].tiers.gap", contains(true, true))
        .body("items[0].tiers[0].since", nullValue())
        .body("items[0].tiers[0].until", nullValue())
        .body("items[0].tiers[1].since", equalTo("2030-11-06T06:00:00Z"))
        .body("items[0].tiers[1].until", equalTo("2030-11-12T20:00:00Z"))
        .body("items[0].tiers[1].contacts", hasSize(0));
  }

  @Test
  void ofAMomentThatIsPastTheDirectoryOfThenIsAsked() {
    putTeamWithRota();
    Instant before = Instant.now();
    String desk = as(lead).get("/v1/agencies/" + agency + "/teams/ADULTS/contacts/DESK").path("id");
    String always = DESK.replace("IN_HOURS", "ALWAYS").replace("Duty desk", "Front desk");
    as(lead)
        .header("If-Match", "\"0\"")
        .body(always)
        .put("/v1/agencies/" + agency + "/teams/ADULTS/contacts/DESK")
        .then()
        .statusCode(200);
    Instant between = Instant.now();
    as(lead)
        .header("If-Match", "\"0\"")
        .body(
            "{\"shifts\": [{\"tier\": 2, \"contact\": \"DESK\", \"from\": \"00:00\", \"until\": \"00:00\"}]}")
        .put("/v1/agencies/" + agency + "/teams/ADULTS/rota")
        .then()
        .statusCode(200);
    onCall("&at=" + before)
        .body("items[0].tiers.tier", contains(1))
        .body("items[0].tiers[0].contacts", hasSize(1))
        .body("items[0].tiers[0].contacts.name", not(hasItem("Front desk")));
    onCall("&at=" + between)
        .body("items[0].tiers.tier", contains(1))
        .body("items[0].tiers[0].contacts.name", hasItem("Front desk"))
        .body("items[0].tiers[0].contacts.contactId", hasItem(desk));
    onCall("")
        .body("items[0].tiers.gap", contains(true, false))
        .body("items[0].tiers[1].contacts.name", contains("Front desk"));
    onCall("&at=2020-02-03T10:00:00Z").body("items[0].tiers.gap", contains(true));
  }

  @Test
  void withoutAnAgencyThoseOfTheKindTheRouteGoesToAreAskedAPageAtATime() {
    putTeamWithRota();
    String first = agency;
    anAgency();
    put("", COUNCIL).then().statusCode(201);
    String list = "/v1/on-call?route=SAFEGUARDING_ADULTS&limit=200";
    as(lead)
        .get(list)
        .then()
        .body("items.agency", hasItem(first))
        .body("items.agency", hasItem(agency));
    as(lead)
        .get("/v1/on-call?route=GP_OR_URGENT_CARE")
        .then()
        .body("items.agency", not(hasItem(agency)));
    String next =
        as(lead).get("/v1/on-call?route=SAFEGUARDING_ADULTS&limit=1").then().extract().path("next");
    as(lead)
        .get("/v1/on-call?route=SAFEGUARDING_ADULTS&limit=1&after=" + next)
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    as(lead)
        .get("/v1/on-call")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("route"));
    as(lead).get("/v1/on-call?route=NOWHERE").then().statusCode(400);
    as(lead).get("/v1/on-call?route=POLICE&at=tomorrow").then().statusCode(400);
  }

  @Test
  void anAgencyIsToldOfEachOfItsGapsOnceAndAgainWhenItComesBack() {
    String address = "desk@" + agency.toLowerCase(Locale.ROOT) + ".example";
    put("", COUNCIL).then().statusCode(201);
    put("/teams/ADULTS", TEAM).then().statusCode(201);
    put("/teams/ADULTS/contacts/DESK", DESK.replace("duty@bridgeshire.example", address))
        .then()
        .statusCode(201);
    put("/teams/ADULTS/contacts/NIGHT", NIGHT.replace("edt@", "edt-" + agency + "@"))
        .then()
        .statusCode(201);
    put("/teams/ADULTS/rota", ROTA).then().statusCode(201);
    telling.tell();
    assertThat(mailbox.getMailsSentTo(address)).isEmpty();

    rota(0, gap("FROM-HERE", 5));
    telling.tell();
    telling.tell();
    assertThat(mailbox.getMailsSentTo(address))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.getText())
                    .contains("SAFEGUARDING_ADULTS, tier 1", "(the rota says: FROM-HERE)"));
    rota(1, gap("FROM-HERE", 5) + "," + gap("AND-HERE", 8));
    telling.tell();
    assertThat(mailbox.getMailsSentTo(address))
        .hasSize(2)
        .last()
        .satisfies(
            mail -> assertThat(mail.getText()).contains("AND-HERE").doesNotContain("FROM-HERE"));
    rota(2, gap("AND-HERE", 8));
    telling.tell();
    assertThat(mailbox.getMailsSentTo(address)).hasSize(2);
    rota(3, gap("BACK-AGAIN", 5) + "," + gap("AND-HERE", 8));
    telling.tell();
    assertThat(mailbox.getMailsSentTo(address))
        .hasSize(3)
        .last()
        .satisfies(mail -> assertThat(mail.getText()).contains("BACK-AGAIN"));
  }

  private static String gap(String reason, int daysAhead) {
    Instant from = Instant.now().plus(daysAhead, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    return """
        {"tier": 1, "effect": "REPLACE", "from": "%s", "until": "%s", "reason": "%s"}
        """
        .formatted(from, from.plus(2, ChronoUnit.HOURS), reason);
  }

  private void rota(int version, String overrides) {
    as(lead)
        .header("If-Match", "\"" + version + "\"")
        .body(ROTA.replace("]}", "], \"overrides\": [" + overrides + "]}"))
        .put("/v1/agencies/" + agency + "/teams/ADULTS/rota")
        .then()
        .statusCode(200);
  }

  @Test
  void gapsOfTheNextDaysAreListedAndCountedForAnAlarm() {
    putTeamWithRota();
    String gaps = "/v1/on-call/gaps?agency=" + agency;
    as(lead)
        .get(gaps)
        .then()
        .statusCode(200)
        .body("items.agency", contains(agency))
        .body("items[0].gaps", hasSize(0));
    watch.measure();
    assertThat(gapsMeasured()).isZero();

    Instant from = Instant.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    as(lead)
        .header("If-Match", "\"0\"")
        .body(
            ROTA.replace(
                "]}",
                """
                ], "overrides": [{"tier": 1, "effect": "REPLACE", "from": "%s", "until": "%s",
                                  "reason": "Away day; ring the council."}]}
                """
                    .formatted(from, from.plus(3, ChronoUnit.HOURS))))
        .put("/v1/agencies/" + agency + "/teams/ADULTS/rota")
        .then()
        .statusCode(200);
    as(lead)
        .get(gaps)
        .then()
        .body("items[0].gaps", hasSize(1))
        .body("items[0].gaps[0].route", equalTo("SAFEGUARDING_ADULTS"))
        .body("items[0].gaps[0].settings", nullValue())
        .body("items[0].gaps[0].teams", contains("ADULTS"))
        .body("items[0].gaps[0].tier", equalTo(1))
        .body("items[0].gaps[0].from", equalTo(from.toString()))
        .body("items[0].gaps[0].until", equalTo(from.plus(3, ChronoUnit.HOURS).toString()))
        .body("items[0].gaps[0].reason", equalTo("Away day; ring the council."));
    as(lead).get(gaps + "&days=4").then().body("items[0].gaps", hasSize(0));
    as(lead).get(gaps + "&days=61").then().statusCode(422);
    watch.measure();
    assertThat(gapsMeasured()).isOne();
    assertThat(meters.get("wraparound.on.call.next.gap").tag("agency", agency).gauge().value())
        .isBetween(4.9 * 86_400, 5.0 * 86_400);

    String next = as(lead).get("/v1/on-call/gaps?limit=1").then().extract().path("next");
    as(lead)
        .get("/v1/on-call/gaps?limit=200&after=" + next)
        .then()
        .statusCode(200)
        .body("items.agency", hasItem(agency));
  }

  private double gapsMeasured() {
    return meters.get("wraparound.on.call.gaps").tag("agency", agency).gauge().value();
  }

  @Test
  void theDemoDirectoryIsTakenAndLeavesNobodyWithoutCover() throws IOException {
    var entries = new ObjectMapper().readTree(new File("../deploy/directory/demo.json"));
    for (var entry : entries.get("entries")) {
      // under other codes: the agencies themselves belong to other tests
      as(Tokens.withoutAgency("ops"))
          .body(entry.get("body").toString())
          .put(entry.get("path").asText().replace("/v1/agencies/", "/v1/agencies/DEMO-"))
          .then()
          .statusCode(201);
    }
    for (String code :
        List.of(
            "OAKFIELD",
            "ELMTREE",
            "BRIDGESHIRE-SAFEGUARDING",
            "BRIDGESHIRE-COMMISSIONING",
            "NORTHVALE-CLDT")) {
      as(lead)
          .get("/v1/on-call/gaps?days=60&agency=DEMO-" + code)
          .then()
          .statusCode(200)
          .body("items[0].gaps", hasSize(0));
    }
  }

  @Test
  void whoIsOnCallIsAskedInOneQueryHoweverManyTeamsThereAre() {
    putTeamWithRota();
    for (int i = 0; i < 5; i++) {
      put("/teams/MORE-" + i, TEAM).then().statusCode(201);
      put("/teams/MORE-" + i + "/contacts/DESK", DESK).then().statusCode(201);
    }
    Statistics statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    onCall.at(agency, Route.SAFEGUARDING_ADULTS, null, 1, Instant.now());
    assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    statistics.setStatisticsEnabled(false);
  }
}
