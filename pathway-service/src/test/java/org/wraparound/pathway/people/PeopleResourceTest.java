package org.wraparound.pathway.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.pathway.Calls.as;
import static org.wraparound.pathway.Calls.commissioner;
import static org.wraparound.pathway.Calls.join;
import static org.wraparound.pathway.Calls.manager;
import static org.wraparound.pathway.Calls.nhsNumber;
import static org.wraparound.pathway.Calls.person;
import static org.wraparound.pathway.Calls.registered;
import static org.wraparound.pathway.Calls.stranger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.assertj.core.util.Throwables;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.Ids;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class PeopleResourceTest {
  private static final String TOPIC = "wraparound.pathways.v1";

  @Inject People people;

  @Test
  void aPersonIsRegisteredAndReadBack() {
    String number = nhsNumber();
    Response answer =
        as(Tokens.oakfield("practitioner"))
            .body(
                """
                {"name": {"given": "Daniel", "family": "Marsh"}, "dateOfBirth": "1991-05-17",
                 "nhsNumber": {"value": "%s %s", "verificationStatus": "01"},
                 "communicationNeeds": "Signs", "settingId": "ELM-HOUSE"}
                """
                    .formatted(number.substring(0, 3), number.substring(3)))
            .post("/v1/people");
    answer
        .then()
        .statusCode(201)
        .body("reference", matchesPattern("PSN-\\d{2}-\\d{6}"))
        .body("provider", equalTo("OAKFIELD"))
        .body("name.given", equalTo("Daniel"))
        .body("dateOfBirth", equalTo("1991-05-17"))
        .body("nhsNumber.value", equalTo(number))
        .body("nhsNumber.notKnownReason", nullValue())
        .body("settingId", equalTo("ELM-HOUSE"))
        .header("Location", endsWith("/v1/people/" + answer.path("id")));
    Response again = manager().get("/v1/people/" + answer.path("id"));
    assertThat(again.asString()).isEqualTo(answer.asString());
    assertThat(again.header("ETag")).isEqualTo(answer.header("ETag"));
    manager()
        .get("/v1/people/" + answer.path("id") + "/circle")
        .then()
        .statusCode(200)
        .body("items.agency", contains("OAKFIELD"))
        .body("items[0].level", equalTo("FULL"))
        .body("items[0].agencyType", equalTo("PROVIDER"));
  }

  @Test
  void everyFieldToMendIsNamed() {
    manager()
        .body("{}")
        .post("/v1/people")
        .then()
        .statusCode(422)
        .body("violations.field", containsInAnyOrder("name", "dateOfBirth", "nhsNumber"));
    manager()
        .body(
            """
            {"name": {"given": " ", "family": "%s"}, "dateOfBirth": "1991-05-17",
             "nhsNumber": {"verificationStatus": "09"}, "settingId": "a place", "communicationNeeds": "%s"}
            """
                .formatted("x".repeat(201), "x".repeat(4001)))
        .post("/v1/people")
        .then()
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder(
                "name.given",
                "name.family",
                "nhsNumber.verificationStatus",
                "settingId",
                "communicationNeeds"));
    manager()
        .body(
            """
            {"name": {"given": "A", "family": "B"}, "dateOfBirth": "2999-01-01",
             "nhsNumber": {"value": "9000000008", "verificationStatus": "01"}}
            """)
        .post("/v1/people")
        .then()
        .statusCode(422)
        .body("violations.field", contains("dateOfBirth", "nhsNumber.value"))
        .body("violations[1].message", containsString("modulus 11"))
        .body(not(containsString("9000000008")));
    manager()
        .body("{\"givenName\": \"Daniel\"}")
        .post("/v1/people")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("givenName"));
  }

  @Test
  void onlyAProviderRegistersPeople() {
    String body = person(nhsNumber(), "ELM-HOUSE");
    given().body(body).post("/v1/people").then().statusCode(401);
    commissioner().body(body).post("/v1/people").then().statusCode(403);
    as(Tokens.of("COUNCIL", "COMMISSIONER", "manager"))
        .body(body)
        .post("/v1/people")
        .then()
        .statusCode(403)
        .body("detail", containsString("provider"));
    as(Tokens.withoutAgency("ops")).get("/v1/people").then().statusCode(403);
  }

  @Test
  void aPersonOneMayNotSeeDoesNotExist() {
    String person = registered();
    String path = "/v1/people/" + person;
    given().get(path).then().statusCode(401);
    stranger().get(path).then().statusCode(404);
    stranger().get("/v1/people?limit=200").then().body("items.id", not(containsString(person)));
    commissioner().get(path).then().statusCode(404);
    join(person, "SUMMARY");
    commissioner().get(path).then().statusCode(200);
    as(Tokens.withoutAgency("auditor")).get(path).then().statusCode(200);
    manager().get("/v1/people/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void aNumberOneSeesInUseIsRefusedAndOneUsedOutOfSightIsNot() {
    String number = nhsNumber();
    String first =
        manager()
            .body(person(number, "ELM-HOUSE"))
            .post("/v1/people")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    manager()
        .body(person(number, "ELM-HOUSE"))
        .post("/v1/people")
        .then()
        .statusCode(409)
        .body("related", contains("/v1/people/" + first))
        .body(not(containsString(number)));
    stranger().body(person(number, "OTHER")).post("/v1/people").then().statusCode(201);
  }

  @Test
  void theSameNumberAtTheSameMomentIsOnePerson() {
    String number = nhsNumber();
    List<Integer> answers =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            manager()
                                .body(person(number, "ELM-HOUSE"))
                                .post("/v1/people")
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
  }

  @Test
  void theDatabasesRefusalOfADuplicateDoesNotPutTheNumberInTheLog() {
    String number = nhsNumber();
    persist(number);
    try (LogTap tap = new LogTap()) {
      // neither what the failure says, which some library may log, nor what is logged
      assertThatThrownBy(() -> persist(number))
          .isInstanceOf(ConstraintViolationException.class)
          .hasStackTraceContaining("person_agency_nhs_number_key")
          .satisfies(
              failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain(number));
      assertThat(tap.lines).noneMatch(line -> line.contains(number));
    }
  }

  /** Past the check of the use case, as when two are at it at once. */
  private void persist(String number) {
    Person person =
        new Person(
            new RegisterPerson(
                new PersonName("Daniel", "Marsh"),
                LocalDate.of(1991, 5, 17),
                new NhsIdentity(number, "01", null),
                null,
                null),
            Ids.next(),
            "PSN-" + Ids.next(),
            "OAKFIELD",
            "user",
            Instant.EPOCH.plus(Duration.ofDays(20_000)));
    QuarkusTransaction.requiringNew().run(() -> people.persistAndFlush(person));
  }

  @Test
  void peopleAreListedPageByPageAndBySetting() {
    String setting = "S-" + nhsNumber();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      written.add(0, manager().body(person(nhsNumber(), setting)).post("/v1/people").path("id"));
    }
    Response page = manager().get("/v1/people?limit=2&settingId=" + setting);
    List<String> read = new ArrayList<>(page.<List<String>>path("items.id"));
    String link = page.header("Link");
    Response rest = manager().get(link.substring(1, link.indexOf('>')));
    read.addAll(rest.path("items.id"));
    assertThat(read).isEqualTo(written);
    assertThat(rest.<String>path("next")).isNull();
  }

  @Test
  void aPersonIsFoundByNhsNumberInABody() {
    String number = nhsNumber();
    String id = manager().body(person(number, "ELM-HOUSE")).post("/v1/people").path("id");
    String wanted = "{\"nhsNumber\": \" %s \"}".formatted(number);
    manager()
        .body(wanted)
        .post("/v1/people/search")
        .then()
        .statusCode(200)
        .body("items.id", contains(id))
        .body("next", nullValue());
    stranger()
        .body(wanted)
        .post("/v1/people/search")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    manager()
        .body("{\"nhsNumber\": \"12\"}")
        .post("/v1/people/search")
        .then()
        .statusCode(422)
        .body("violations[0].message", containsString("10 digits"));
    given().body(wanted).post("/v1/people/search").then().statusCode(401);
  }

  @Test
  void whoThePersonIsStaysHere() {
    String number = nhsNumber();
    List<String> planted =
        List.of(number, "Plantagenet", "Zebedee", "1987-03-21", "whistles softly");
    try (LogTap tap = new LogTap()) {
      String id =
          manager()
              .body(
                  """
                  {"name": {"given": "Zebedee", "family": "Plantagenet"}, "dateOfBirth": "1987-03-21",
                   "nhsNumber": {"value": "%s", "verificationStatus": "01"},
                   "communicationNeeds": "whistles softly", "settingId": "ELM-HOUSE"}
                  """
                      .formatted(number))
              .post("/v1/people")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      manager().body(person(number, "ELM-HOUSE")).post("/v1/people").then().statusCode(409);
      manager()
          .body("{\"nhsNumber\": \"%s\"}".formatted(number))
          .post("/v1/people/search")
          .then()
          .body("items.id", contains(id));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> Bus.read(TOPIC, UUID.fromString(id)).size() >= 2);
      assertThat(Bus.read(TOPIC, UUID.fromString(id)))
          .extracting(Bus.Read::type)
          .containsExactly("person-registered", "circle-joined");
      assertThat(Bus.read(TOPIC, UUID.fromString(id)))
          .allSatisfy(
              event ->
                  assertThat(event.data() + " " + event.headers())
                      .doesNotContain(planted.toArray(String[]::new)));
      assertThat(tap.lines)
          .allSatisfy(line -> assertThat(line).doesNotContain(planted.toArray(String[]::new)));
    }
  }

  /** Everything that is logged while it is open. */
  private static class LogTap extends Handler implements AutoCloseable {
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    LogTap() {
      Logger.getLogger("").addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
      StringBuilder text = new StringBuilder(String.valueOf(line.getMessage()));
      if (line.getParameters() != null) {
        text.append(List.of(line.getParameters()));
      }
      for (Throwable t = line.getThrown(); t != null; t = t.getCause()) {
        text.append(' ').append(t);
      }
      lines.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      Logger.getLogger("").removeHandler(this);
    }
  }
}
