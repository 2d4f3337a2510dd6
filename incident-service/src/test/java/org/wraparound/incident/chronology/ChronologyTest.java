package org.wraparound.incident.chronology;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class ChronologyTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private static Sent at(int minute, String type, String source, UUID person, Map<String, ?> data) {
    Sent now = Sent.now(type, source, person, UUID.randomUUID(), data);
    return new Sent(
        now.id(), type, source, person, now.subject(), START.plusSeconds(60L * minute), now.data());
  }

  private static Sent joined(UUID person) {
    return at(
        0,
        "circle-joined",
        "/pathway-service",
        person,
        Map.of(
            "personId", person, "agency", "OAKFIELD", "agencyType", "PROVIDER", "level", "FULL"));
  }

  private static ValidatableResponse chronology(UUID person, String query) {
    return given()
        .auth()
        .oauth2(Tokens.oakfield("manager"))
        .get("/v1/people/" + person + "/chronology?" + query)
        .then();
  }

  private static void awaitEntries(UUID person, int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> chronology(person, "limit=50").extract().<List<?>>path("items").size() == count);
  }

  @Test
  void everyServicesEventsStandInTheOrderInWhichTheyHappened() {
    UUID person = UUID.randomUUID();
    Sent plan = at(3, "plan-opened", "/action-plan-service", person, Map.of("kind", "ESCALATION"));
    Sent raised =
        at(2, "escalation-raised", "/escalation-service", person, Map.of("route", "CLDT"));
    Sent happened =
        at(1, "incident-recorded", "/incident-service", person, Map.of("kind", "INJURY"));
    Bus.publish("wraparound.action-plans.v1", plan);
    Bus.publish("wraparound.escalations.v1", raised, raised);
    Bus.publish("wraparound.incidents.v1", happened);
    Bus.publish("wraparound.pathways.v1", joined(person));
    awaitEntries(person, 4);
    chronology(person, "limit=50")
        .body(
            "items.kind",
            contains("circle-joined", "incident-recorded", "escalation-raised", "plan-opened"))
        .body(
            "items.source.href",
            contains(
                "/v1/people/" + person + "/circle/OAKFIELD",
                "/v1/incidents/" + happened.subject(),
                "/v1/escalations/" + raised.subject(),
                "/v1/plans/" + plan.subject()))
        .body("items[1].source.service", equalTo("incident-service"))
        .body("items[1].facts.kind", equalTo("INJURY"));
  }

  @Test
  void itIsFilteredAndPaged() {
    UUID person = UUID.randomUUID();
    Bus.publish("wraparound.pathways.v1", joined(person));
    for (int minute = 1; minute <= 4; minute++) {
      Bus.publish(
          "wraparound.escalations.v1",
          at(minute, "escalation-raised", "/escalation-service", person, Map.of("n", minute)));
    }
    awaitEntries(person, 5);
    chronology(person, "kind=circle-joined").body("items", hasSize(1));
    chronology(person, "source=escalation-service").body("items", hasSize(4));
    chronology(person, "from=2026-03-01T08:03:00Z").body("items.facts.n", contains(3, 4));
    chronology(person, "to=2026-03-01T08:02:00Z").body("items", hasSize(2));
    String next = chronology(person, "limit=3").body("items", hasSize(3)).extract().path("next");
    chronology(person, "limit=3&after=" + next).body("items.facts.n", contains(3, 4));
    chronology(person, "from=yesterday").statusCode(400);
  }

  @Test
  void someoneOutsideTheCircleSeesNoEntries() {
    UUID person = UUID.randomUUID();
    Bus.publish("wraparound.pathways.v1", joined(person));
    awaitEntries(person, 1);
    given()
        .auth()
        .oauth2(Tokens.elmtree("manager"))
        .get("/v1/people/" + person + "/chronology")
        .then()
        .statusCode(200)
        .body("items", empty());
    given().get("/v1/people/" + person + "/chronology").then().statusCode(401);
  }

  @Test
  void leavingTheCircleTakesEffect() {
    UUID person = UUID.randomUUID();
    Sent left = at(5, "circle-left", "/pathway-service", person, Map.of("agency", "COUNCIL"));
    Bus.publish(
        "wraparound.pathways.v1",
        joined(person),
        at(
            1,
            "circle-joined",
            "/pathway-service",
            person,
            Map.of("agency", "COUNCIL", "agencyType", "COMMISSIONER", "level", "SUMMARY")));
    awaitEntries(person, 2);
    String council = Tokens.of("COUNCIL", "COMMISSIONER", "commissioner");
    String path = "/v1/people/" + person + "/chronology";
    assertThat(given().auth().oauth2(council).get(path).<List<?>>path("items")).hasSize(2);
    Bus.publish("wraparound.pathways.v1", left);
    awaitEntries(person, 3);
    assertThat(given().auth().oauth2(council).get(path).<List<?>>path("items")).isEmpty();
  }
}
