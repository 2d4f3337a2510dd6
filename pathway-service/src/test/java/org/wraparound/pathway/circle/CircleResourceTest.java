package org.wraparound.pathway.circle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.wraparound.pathway.Calls.COMMISSIONING;
import static org.wraparound.pathway.Calls.as;
import static org.wraparound.pathway.Calls.commissioner;
import static org.wraparound.pathway.Calls.join;
import static org.wraparound.pathway.Calls.manager;
import static org.wraparound.pathway.Calls.place;
import static org.wraparound.pathway.Calls.registered;
import static org.wraparound.pathway.Calls.stranger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.London;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;
import org.wraparound.pathway.MovableClock;

@QuarkusTest
@WithTestResource(StackResource.class)
class CircleResourceTest {
  private static final String TOPIC = "wraparound.pathways.v1";

  @Inject MovableClock clock;

  @AfterEach
  void backToTheMachinesTime() {
    clock.reset();
  }

  private static String path(String person) {
    return "/v1/people/" + person + "/circle/" + COMMISSIONING;
  }

  private static List<String> typesOnTheBus(String person) {
    return Bus.read(TOPIC, UUID.fromString(person)).stream().map(Bus.Read::type).toList();
  }

  @Test
  void anAgencyJoinsChangesAndLeavesAndEachTakesEffectAtOnce() {
    String person = registered();
    Response joined = join(person, "FULL");
    joined
        .then()
        .statusCode(201)
        .header("Location", endsWith(path(person)))
        .body("agency", equalTo(COMMISSIONING))
        .body("agencyType", equalTo("COMMISSIONER"))
        .body("level", equalTo("FULL"))
        .body("basis.lawfulBasis", equalTo("e"))
        .body("basis.consent", equalTo("GIVEN"));
    commissioner().get("/v1/people/" + person).then().statusCode(200);
    commissioner()
        .get("/v1/people/" + person + "/circle")
        .then()
        .body("items.agency", contains(COMMISSIONING, "OAKFIELD"));
    Response read = commissioner().get(path(person));
    assertThat(read.asString()).isEqualTo(joined.asString());

    manager()
        .header("If-Match", read.header("ETag"))
        .body(place("AWARE"))
        .put(path(person))
        .then()
        .statusCode(200)
        .body("level", equalTo("AWARE"));
    commissioner().get("/v1/people/" + person).then().statusCode(404);

    manager().delete(path(person)).then().statusCode(204);
    manager().get(path(person)).then().statusCode(404);
    manager().delete(path(person)).then().statusCode(404);
    join(person, "SUMMARY").then().statusCode(201);
    commissioner().get("/v1/people/" + person).then().statusCode(200);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(typesOnTheBus(person))
                    .containsExactly(
                        "person-registered",
                        "circle-joined",
                        "circle-joined",
                        "circle-changed",
                        "circle-left",
                        "circle-joined"));
  }

  @Test
  void aChangeSaysWhichVersionItChanges() {
    String person = registered();
    manager()
        .header("If-Match", "\"0\"")
        .body(place("FULL"))
        .put(path(person))
        .then()
        .statusCode(412);
    String seen = join(person, "FULL").header("ETag");
    join(person, "SUMMARY").then().statusCode(428);
    manager()
        .header("If-Match", seen)
        .body(place("SUMMARY"))
        .put(path(person))
        .then()
        .statusCode(200);
    manager()
        .header("If-Match", seen)
        .body(place("AWARE"))
        .put(path(person))
        .then()
        .statusCode(412);
    manager().header("If-Match", seen).delete(path(person)).then().statusCode(412);
    manager().get(path(person)).then().body("level", equalTo("SUMMARY"));
  }

  @Test
  void theProvidersOwnPlaceStays() {
    String person = registered();
    String own = "/v1/people/" + person + "/circle/OAKFIELD";
    manager().delete(own).then().statusCode(409);
    manager()
        .header("If-Match", manager().get(own).header("ETag"))
        .body(place("AWARE"))
        .put(own)
        .then()
        .statusCode(409);
    manager().get("/v1/people/" + person).then().statusCode(200);
  }

  @Test
  void onlyTheProviderThatKeepsTheRecordDecides() {
    String person = registered();
    given().get(path(person)).then().statusCode(401);
    as(Tokens.oakfield("practitioner"))
        .body(place("FULL"))
        .put(path(person))
        .then()
        .statusCode(403);
    stranger().body(place("FULL")).put(path(person)).then().statusCode(404);
    stranger().get("/v1/people/" + person + "/circle").then().statusCode(404);
    stranger().get("/v1/people/" + person + "/circle/OAKFIELD").then().statusCode(404);
    stranger().delete("/v1/people/" + person + "/circle/OAKFIELD").then().statusCode(404);
    join(person, "FULL").then().statusCode(201);
    as(Tokens.of(COMMISSIONING, "COMMISSIONER", "manager"))
        .body(place("FULL"))
        .put("/v1/people/" + person + "/circle/FRIENDS")
        .then()
        .statusCode(403);
    as(Tokens.of(COMMISSIONING, "COMMISSIONER", "manager"))
        .delete(path(person))
        .then()
        .statusCode(403);
    as(Tokens.oakfield("liaison")).delete(path(person)).then().statusCode(204);
  }

  @Test
  void everyFieldToMendIsNamed() {
    String person = registered();
    manager()
        .body("{}")
        .put(path(person))
        .then()
        .statusCode(422)
        .body("violations.field", containsInAnyOrder("agencyType", "level", "role", "basis"));
    manager()
        .body(place("FULL").replace("\"e\"", "\"z\"").replace(", \"consent\": \"GIVEN\"", ""))
        .put(path(person))
        .then()
        .statusCode(422)
        .body("violations.field", contains("basis.consent", "basis.lawfulBasis"));
    manager()
        .body(place("FULL").replace("\"GIVEN\"}", "\"REFUSED\"}, \"until\": \"2020-01-01\""))
        .put(path(person))
        .then()
        .statusCode(422)
        .body("violations.field", containsInAnyOrder("basis.reason", "until"));
    manager()
        .body(place("FULL").replace("\"COMMISSIONER\",", "\"PLUMBER\","))
        .put(path(person))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("agencyType"));
    manager()
        .body(place("FULL").replace("\"level\"", "\"colour\": 1, \"level\""))
        .put(path(person))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("colour"));
    for (String code : List.of("oakfield", "A", "A_B", "1A", "A".repeat(41))) {
      manager()
          .body(place("FULL"))
          .put("/v1/people/" + person + "/circle/" + code)
          .then()
          .statusCode(422)
          .body("violations[0].field", equalTo("agency"));
    }
    manager()
        .get("/v1/people/" + person + "/circle")
        .then()
        .body("items.agency", contains("OAKFIELD"));
  }

  @Test
  void bringingTheSameAgencyInTwiceAtOnceBringsItInOnce() {
    String person = registered();
    List<Integer> answers =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> join(person, "FULL").statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).containsOnlyOnce(201).containsOnly(201, 428);
  }

  @Test
  void aMembershipWithALastDayEndsByItself() {
    String person = registered();
    LocalDate today = London.dayOf(clock.instant());
    manager()
        .body(place("FULL").replace("\"GIVEN\"}", "\"GIVEN\"}, \"until\": \"" + today + "\""))
        .put(path(person))
        .then()
        .statusCode(201)
        .body("until", equalTo(today.toString()));
    commissioner().get("/v1/people/" + person).then().statusCode(200);
    clock.moveAhead(Duration.ofHours(26));
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> manager().get(path(person)).statusCode() == 404);
    commissioner().get("/v1/people/" + person).then().statusCode(404);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(typesOnTheBus(person)).endsWith("circle-left"));
  }
}
