package org.wraparound.kit.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.sample.Writing;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class WebTest {
  @Inject Writing writing;
  @Inject AccessGrants grants;

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  private static RequestSpecification practitioner() {
    return as(Tokens.oakfield("practitioner"));
  }

  private static String body(UUID person, int colour) {
    return "{\"personId\":\"" + person + "\",\"colour\":" + colour + "}";
  }

  private static String write(UUID person) {
    return practitioner()
        .body(body(person, 1))
        .post("/v1/notes")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private long notesOf(UUID person) {
    return writing.count("select count(*) from note where person_id = ?", person);
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    given()
        .get("/v1/notes")
        .then()
        .statusCode(401)
        .contentType(Problem.MEDIA_TYPE)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .header("X-Request-ID", notNullValue())
        .body("type", equalTo("urn:wraparound:problem:unauthenticated"));
    given()
        .auth()
        .oauth2("not.a.token")
        .get("/v1/notes")
        .then()
        .statusCode(401)
        .contentType(Problem.MEDIA_TYPE)
        .body("status", equalTo(401));
  }

  @Test
  void aRoleThatMayNotIsTold() {
    as(Tokens.oakfield("liaison"))
        .body(body(UUID.randomUUID(), 1))
        .post("/v1/notes")
        .then()
        .statusCode(403)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("urn:wraparound:problem:forbidden"));
  }

  @Test
  void everyFailureIsAProblem() {
    practitioner()
        .get("/v1/nowhere")
        .then()
        .statusCode(404)
        .contentType(Problem.MEDIA_TYPE)
        .body("instance", equalTo("/v1/nowhere"));
    practitioner().delete("/v1/notes").then().statusCode(405).contentType(Problem.MEDIA_TYPE);
    as(Tokens.oakfield("practitioner"))
        .contentType(ContentType.XML)
        .body("<a/>")
        .post("/v1/notes")
        .then()
        .statusCode(415)
        .contentType(Problem.MEDIA_TYPE);
    practitioner()
        .body("{\"personId\":")
        .post("/v1/notes")
        .then()
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("urn:wraparound:problem:malformed"))
        .body("detail", containsString("line 1"));
    practitioner()
        .body("[1]")
        .post("/v1/notes")
        .then()
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE);
    practitioner()
        .get("/v1/notes/none-such")
        .then()
        .statusCode(404)
        .contentType(Problem.MEDIA_TYPE);
  }

  @Test
  void eachThingWrongIsNamedWithWhereAndHowToMendIt() {
    UUID person = UUID.randomUUID();
    practitioner()
        .body("{\"colour\":11,\"leaves\":[{\"size\":1},{}]}")
        .post("/v1/notes")
        .then()
        .statusCode(422)
        .contentType(Problem.MEDIA_TYPE)
        .body("violations.field", containsInAnyOrder("personId", "colour", "leaves[1].size"))
        .body("violations.message", hasItem("say how big"));
    practitioner()
        .body("{\"personId\":\"" + person + "\",\"shape\":1}")
        .post("/v1/notes")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("shape"));
    practitioner()
        .body("{\"personId\":\"" + person + "\",\"colour\":1,\"word\":\"a\\u0000b\"}")
        .post("/v1/notes")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("word"))
        .body("violations[0].message", containsString("U+0000"));
    practitioner()
        .body("{\"personId\":\"x\"}")
        .post("/v1/notes")
        .then()
        .statusCode(422)
        .body("violations[0].message", equalTo("must be a UUID"));
    practitioner()
        .body("{\"personId\":\"" + person + "\",\"at\":\"soon\"}")
        .post("/v1/notes")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("at"));
    for (String year : List.of("-100000", "0000", "+10000")) {
      practitioner()
          .body("{\"personId\":\"" + person + "\",\"at\":\"" + year + "-01-01T00:00:00Z\"}")
          .post("/v1/notes")
          .then()
          .statusCode(422)
          .body("violations[0].field", equalTo("at"))
          .body("violations[0].message", equalTo("must be in the years 1 to 9999"));
      practitioner()
          .body("{\"personId\":\"" + person + "\",\"on\":\"" + year + "-01-01\"}")
          .post("/v1/notes")
          .then()
          .statusCode(422)
          .body("violations[0].field", equalTo("on"));
    }
    practitioner()
        .body("{\"personId\":\"" + person + "\",\"at\":1e30}")
        .post("/v1/notes")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("at"));
    practitioner()
        .get("/v1/notes?limit=0")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("limit"));
    practitioner().get("/v1/notes?after=!").then().statusCode(400);
    practitioner().get("/v1/notes?personId=x").then().statusCode(400);
    assertThat(notesOf(person)).isZero();
  }

  @Test
  void whatWentWrongInsideIsNotTold() {
    UUID person = UUID.randomUUID();
    practitioner()
        .body(body(person, 8))
        .post("/v1/notes")
        .then()
        .statusCode(500)
        .contentType(Problem.MEDIA_TYPE)
        .body(not(containsString("what people wrote")))
        .body(not(containsString("IllegalState")))
        .body("requestId", notNullValue());
    assertThat(notesOf(person)).isZero();
  }

  @Test
  void aConflictNamesTheRecordToLookAtAndChangesNothing() {
    UUID person = UUID.randomUUID();
    practitioner()
        .body(body(person, 7))
        .post("/v1/notes")
        .then()
        .statusCode(409)
        .body("related[0]", equalTo("/v1/notes"));
    assertThat(notesOf(person)).isZero();
  }

  @Test
  void idsOfTheRequestAreMirrored() {
    String id = UUID.randomUUID().toString();
    String correlation = UUID.randomUUID().toString();
    given()
        .header("X-Request-ID", id)
        .header("X-Correlation-ID", correlation)
        .get("/v1/notes")
        .then()
        .header("X-Request-ID", id)
        .header("X-Correlation-ID", correlation)
        .body("requestId", equalTo(id));
    given()
        .header("X-Request-ID", "<script>")
        .get("/v1/notes")
        .then()
        .header("X-Request-ID", not(equalTo("<script>")));
  }

  @Test
  void aRequestMayTakeAsLongAsItsOwnLimitSays() {
    String key = UUID.randomUUID().toString();
    String path = "/v1/notes/contemplation?millis=";
    practitioner()
        .header("Idempotency-Key", key)
        .post(path + 1600)
        .then()
        .statusCode(greaterThanOrEqualTo(500))
        .contentType(Problem.MEDIA_TYPE);
    practitioner().header("Idempotency-Key", key).post(path + 0).then().statusCode(200);
  }

  @Test
  void theSameKeyAndRequestGiveTheFirstAnswerAgain() {
    UUID person = UUID.randomUUID();
    String key = UUID.randomUUID().toString();
    Response first =
        practitioner().header("Idempotency-Key", key).body(body(person, 1)).post("/v1/notes");
    Response again =
        practitioner().header("Idempotency-Key", key).body(body(person, 1)).post("/v1/notes");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(first.header("Location")).isEqualTo("/v1/notes/" + first.path("id"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(notesOf(person)).isEqualTo(1);
    practitioner()
        .header("Idempotency-Key", key)
        .body(body(person, 2))
        .post("/v1/notes")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:wraparound:problem:idempotency-key-reused"));
    // another caller's key is another key
    as(Tokens.elmtree("practitioner"))
        .header("Idempotency-Key", key)
        .body(body(person, 1))
        .post("/v1/notes")
        .then()
        .statusCode(201);
  }

  @Test
  void theSameKeyAtTheSameMomentHasOneEffect() {
    UUID person = UUID.randomUUID();
    String key = UUID.randomUUID().toString();
    List<CompletableFuture<String>> answers =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            practitioner()
                                .header("Idempotency-Key", key)
                                .body(body(person, 1))
                                .post("/v1/notes")
                                .then()
                                .statusCode(201)
                                .extract()
                                .<String>path("id")))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(notesOf(person)).isEqualTo(1);
  }

  @Test
  void aKeyWhoseRequestWasRefusedCanBeUsedAgain() {
    UUID person = UUID.randomUUID();
    String key = UUID.randomUUID().toString();
    practitioner()
        .header("Idempotency-Key", key)
        .body(body(person, 7))
        .post("/v1/notes")
        .then()
        .statusCode(409);
    practitioner()
        .header("Idempotency-Key", key)
        .body(body(person, 1))
        .post("/v1/notes")
        .then()
        .statusCode(201);
  }

  @Test
  void withoutAnIdempotencyKeyTheRequestIdCounts() {
    UUID person = UUID.randomUUID();
    String id = UUID.randomUUID().toString();
    practitioner()
        .header("X-Request-ID", id)
        .body(body(person, 1))
        .post("/v1/notes")
        .then()
        .statusCode(201);
    practitioner()
        .header("X-Request-ID", id)
        .body(body(person, 1))
        .post("/v1/notes")
        .then()
        .statusCode(201);
    assertThat(notesOf(person)).isEqualTo(1);
  }

  @Test
  void aChangeSaysWhichVersionItChanges() {
    String note = "/v1/notes/" + write(UUID.randomUUID());
    String seen = practitioner().get(note).header("ETag");
    practitioner().body("2").put(note + "/colour").then().statusCode(428);
    practitioner().header("If-Match", seen).body("2").put(note + "/colour").then().statusCode(200);
    practitioner()
        .header("If-Match", seen)
        .body("3")
        .put(note + "/colour")
        .then()
        .statusCode(412)
        .body("type", equalTo("urn:wraparound:problem:precondition-failed"));
    String now = practitioner().get(note).header("ETag");
    assertThat(now).isNotEqualTo(seen);
  }

  @Test
  void pagesFollowEachOtherToTheEnd() {
    UUID person = UUID.randomUUID();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      written.add(0, write(person));
    }
    List<String> read = new ArrayList<>();
    String next = "/v1/notes?limit=2&personId=" + person;
    while (next != null) {
      Response page = practitioner().get(next);
      read.addAll(page.path("items.id"));
      String link = page.header("Link");
      assertThat(link == null).isEqualTo(page.path("next") == null);
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    assertThat(read).isEqualTo(written);
  }

  @Test
  void aRecordOneMayNotSeeDoesNotExist() {
    UUID person = UUID.randomUUID();
    String id = write(person);
    String council = Tokens.of("COUNCIL", "COMMISSIONER", "practitioner");
    grant(UUID.randomUUID(), Level.FULL); // being in another person's circle opens nothing
    as(council).get("/v1/notes/" + id).then().statusCode(404).body("detail", endsWith(id + "."));
    as(council)
        .get("/v1/notes?personId=" + person)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    as(council)
        .header("If-Match", "\"0\"")
        .body("2")
        .put("/v1/notes/" + id + "/colour")
        .then()
        .statusCode(404);

    grant(person, Level.AWARE);
    as(council).get("/v1/notes/" + id).then().statusCode(404);
    grant(person, Level.SUMMARY);
    as(council).get("/v1/notes/" + id).then().statusCode(200);
    as(council)
        .get("/v1/notes?personId=" + person)
        .then()
        .body("items.id", hasItem(id))
        .body("next", nullValue());
    QuarkusTransaction.requiringNew().run(() -> grants.revoke(person, "COUNCIL"));
    as(council).get("/v1/notes/" + id).then().statusCode(404);
  }

  @Test
  void noConnectionKeepsTheEyesOfWhoeverUsedItBefore() {
    String id = write(UUID.randomUUID());
    String council = Tokens.of("COUNCIL", "COMMISSIONER", "practitioner");
    for (int i = 0; i < 20; i++) {
      as(Tokens.withoutAgency("auditor")).get("/v1/notes/" + id).then().statusCode(200);
      // refused in its transaction, which is rolled back
      as(council)
          .header("If-Match", "\"0\"")
          .body("2")
          .put("/v1/notes/" + id + "/colour")
          .then()
          .statusCode(404);
      as(council).get("/v1/notes/" + id).then().statusCode(404);
    }
  }

  @Test
  void someoneOfNoAgencySeesNothingUnlessAnAuditor() {
    String id = write(UUID.randomUUID());
    as(Tokens.withoutAgency("practitioner")).get("/v1/notes/" + id).then().statusCode(404);
    as(Tokens.withoutAgency("auditor")).get("/v1/notes/" + id).then().statusCode(200);
  }

  @Test
  void codeListsAreServed() {
    practitioner()
        .get("/v1/reference/colour")
        .then()
        .statusCode(200)
        .body("codes[0].code", equalTo("RED"));
    practitioner()
        .get("/v1/reference/shape")
        .then()
        .statusCode(404)
        .contentType(Problem.MEDIA_TYPE);
    given().get("/v1/reference/colour").then().statusCode(401);
  }

  private void grant(UUID person, Level level) {
    QuarkusTransaction.requiringNew()
        .run(() -> grants.grant(person, "COUNCIL", "COMMISSIONER", level));
  }
}
