package org.wraparound.incident.chronology;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;
import org.wraparound.kit.web.Cursor;

@QuarkusTest
@WithTestResource(StackResource.class)
class ChronologyTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  @Inject Chronology chronology;
  @Inject Provenance provenance;
  @Inject AgroalDataSource database;

  private static Sent at(int minute, String type, String source, UUID person, Map<String, ?> data) {
    Sent now = Sent.now(type, source, person, UUID.randomUUID(), data);
    return new Sent(
        now.id(), type, source, person, now.subject(), START.plusSeconds(60L * minute), now.data());
  }

  private static Sent joined(UUID person) {
    return joins(0, person, "OAKFIELD", "PROVIDER", "FULL");
  }

  private static Sent joins(
      int minute, UUID person, String agency, String agencyType, String level) {
    return at(
        minute,
        "circle-joined",
        "/pathway-service",
        person,
        Map.of("personId", person, "agency", agency, "agencyType", agencyType, "level", level));
  }

  private static ValidatableResponse chronology(UUID person, String query) {
    return given()
        .auth()
        .oauth2(Tokens.oakfield("manager"))
        .urlEncodingEnabled(false)
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
    Bus.publishAs(
        "ELMTREE",
        "wraparound.action-plans.v1",
        at(6, "plan-opened", "/action-plan-service", person, Map.of()));
    awaitEntries(person, 6);
    chronology(person, "kind=circle-joined").body("items", hasSize(1));
    chronology(person, "kind=circle-joined&kind=plan-opened")
        .body("items.kind", contains("circle-joined", "plan-opened"));
    chronology(person, "kind=weather").body("items", empty());
    chronology(person, "agency=ELMTREE").body("items.kind", contains("plan-opened"));
    chronology(person, "agency=OAKFIELD&source=pathway-service&kind=circle-joined")
        .body("items", hasSize(1));
    chronology(person, "source=escalation-service").body("items", hasSize(4));
    chronology(person, "from=2026-03-01T08:03:00Z&to=2026-03-01T08:05:00Z")
        .body("items.facts.n", contains(3, 4));
    chronology(person, "to=2026-03-01T08:02:00Z").body("items", hasSize(2));
    String next = chronology(person, "limit=3").body("items", hasSize(3)).extract().path("next");
    chronology(person, "limit=3&kind=escalation-raised&after=" + next)
        .body("items.facts.n", contains(3, 4));
    chronology(UUID.randomUUID(), "limit=50").statusCode(200).body("items", empty());
  }

  @Test
  void aPeriodThatIsNoneIsRefused() {
    UUID person = UUID.randomUUID();
    for (String query :
        List.of(
            "from=yesterday",
            "to=2026-03-01",
            "from=2026-03-01T08:00:00Z&to=2026-03-01T08:00:00Z",
            "from=2026-03-02T08:00:00Z&to=2026-03-01T08:00:00Z",
            "after=elsewhere")) {
      chronology(person, query)
          .statusCode(400)
          .body("type", equalTo("urn:wraparound:problem:malformed"));
    }
    chronology(person, "from=2026-03-02T08:00:00Z&to=2026-03-01T08:00:00Z")
        .body("detail", containsString("from"));
  }

  @Test
  void whatTheDatabaseCannotHoldIsRefusedByName() {
    UUID person = UUID.randomUUID();
    chronology(person, "from=-100000-01-01T00:00:00Z")
        .statusCode(422)
        .body("violations.field", contains("from"));
    chronology(person, "to=%2B100000-01-01T00:00:00Z")
        .statusCode(422)
        .body("violations.field", contains("to"));
    chronology(person, "after=" + placed("-100000-01-01T00:00:00Z")).statusCode(400);
    chronology(person, "after=" + placed("0001-01-01T00:00:00Z")).statusCode(200);
    for (String parameter : List.of("kind", "source", "agency")) {
      chronology(person, parameter + "=a%00b")
          .statusCode(400)
          .body("detail", containsString(parameter + " must be"));
    }
  }

  /** A cursor as this list makes them. */
  private static String placed(String time) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((time + "\n" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatHappenedAtOneMomentIsShownOnceOverThePagesInOneOrder() {
    UUID person = UUID.randomUUID();
    Sent[] together =
        IntStream.range(0, 11)
            .mapToObj(
                n -> at(5, "escalation-raised", "/escalation-service", person, Map.of("n", n)))
            .toArray(Sent[]::new);
    Bus.publish("wraparound.pathways.v1", joined(person));
    Bus.publish("wraparound.escalations.v1", together);
    awaitEntries(person, 12);
    for (int limit = 1; limit <= 4; limit++) {
      List<String> ids = new ArrayList<>();
      String after = "";
      while (after != null) {
        var page = chronology(person, "limit=" + limit + after).extract().jsonPath();
        ids.addAll(page.getList("items.id"));
        after = page.getString("next") == null ? null : "&after=" + page.getString("next");
      }
      assertThat(ids.subList(1, ids.size()))
          .containsExactlyElementsOf(
              Stream.of(together).map(event -> event.id().toString()).sorted().toList());
    }
  }

  @Test
  @ActivateRequestContext
  void howeverFarDownAPageIsItReadsNoMoreThanTheFirst() throws SQLException {
    UUID person = UUID.randomUUID();
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into chronology_entry (id, version, person_id, agency, happened_at, recorded_at, kind, source,
                                        record_id, facts)
          select gen_random_uuid(), 0, '%s', 'OAKFIELD', timestamptz '%s' + n * interval '1 minute', now(),
                 'escalation-raised', 'escalation-service', gen_random_uuid(), '{}'
          from generate_series(1, 5000) n
          """
              .formatted(person, START));
      statement.execute("analyze chronology_entry");
    }
    for (int depth : List.of(0, 2_500, 4_900)) {
      assertThat(rowsReadForAPage(person, START.plusSeconds(60L * depth)))
          .as("rows read for a page of 50 after %d entries", depth)
          .isLessThan(200);
    }
  }

  private long rowsReadForAPage(UUID person, Instant after) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              provenance.causedByClock();
              // what the connection has read before is counted too
              long before = rowsRead();
              var page =
                  chronology.page(
                      person, new ChronologyFilter(), Cursor.of(after, new UUID(0, 0)), 51);
              assertThat(page).hasSize(51);
              return rowsRead() - before;
            });
  }

  private long rowsRead() {
    return ((Number)
            chronology
                .getEntityManager()
                .createNativeQuery(
                    "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables"
                        + " where relname = 'chronology_entry'")
                .getSingleResult())
        .longValue();
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
  void anotherProvidersEntryIsSeenThroughTheCircleOnly() {
    UUID person = UUID.randomUUID();
    String path = "/v1/people/" + person + "/chronology";
    String elmtree = Tokens.elmtree("manager");
    Bus.publish("wraparound.pathways.v1", joined(person));
    Bus.publishAs(
        "ELMTREE",
        "wraparound.incidents.v1",
        at(1, "incident-recorded", "/incident-service", person, Map.of("kind", "FALL")));
    // OAKFIELD, in the circle, sees both; ELMTREE, outside it, its own
    awaitEntries(person, 2);
    given()
        .auth()
        .oauth2(elmtree)
        .get(path)
        .then()
        .body("items.kind", contains("incident-recorded"));
    Bus.publish("wraparound.pathways.v1", joins(2, person, "ELMTREE", "PROVIDER", "SUMMARY"));
    awaitEntries(person, 3);
    given()
        .auth()
        .oauth2(elmtree)
        .get(path)
        .then()
        .body("items.kind", contains("circle-joined", "incident-recorded", "circle-joined"));
  }

  @Test
  void whoIsOnlyAwareOfThePersonSeesWhatTheyDidThemselves() {
    UUID person = UUID.randomUUID();
    Bus.publish(
        "wraparound.pathways.v1",
        joined(person),
        joins(1, person, "COUNCIL", "COMMISSIONER", "AWARE"));
    Bus.publishAs(
        "COUNCIL",
        "wraparound.escalations.v1",
        at(2, "escalation-decided", "/escalation-service", person, Map.of()));
    awaitEntries(person, 3);
    given()
        .auth()
        .oauth2(Tokens.of("COUNCIL", "COMMISSIONER", "commissioner"))
        .get("/v1/people/" + person + "/chronology")
        .then()
        .body("items.kind", contains("escalation-decided"));
  }

  @Test
  void leavingTheCircleTakesEffect() {
    UUID person = UUID.randomUUID();
    Sent left = at(5, "circle-left", "/pathway-service", person, Map.of("agency", "COUNCIL"));
    Bus.publish(
        "wraparound.pathways.v1",
        joined(person),
        joins(1, person, "COUNCIL", "COMMISSIONER", "SUMMARY"));
    awaitEntries(person, 2);
    String council = Tokens.of("COUNCIL", "COMMISSIONER", "commissioner");
    String path = "/v1/people/" + person + "/chronology";
    assertThat(given().auth().oauth2(council).get(path).<List<?>>path("items")).hasSize(2);
    Bus.publish("wraparound.pathways.v1", left);
    awaitEntries(person, 3);
    assertThat(given().auth().oauth2(council).get(path).<List<?>>path("items")).isEmpty();
  }
}
