package org.wraparound.incident.chronology;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class RebuildTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> TOPICS =
      Map.of(
          "incident-recorded", "wraparound.incidents.v1",
          "escalation-raised", "wraparound.escalations.v1",
          "action-agreed", "wraparound.action-plans.v1",
          "step-up-proposed", "wraparound.pathways.v1");

  private static final String APPLIED = "select count(*) from inbox where event_id = any (?)";
  private static final String PRESENT = "select count(*) from chronology_entry where id = any (?)";
  private static final String PARKED =
      "select count(distinct event_id) from quarantine where event_id = any (?)";

  @Inject AgroalDataSource database;

  private static ValidatableResponse start(String token) {
    return given().auth().oauth2(token).post(RebuildResource.PATH).then();
  }

  private static String start() {
    return start(Tokens.withoutAgency("ops")).statusCode(202).extract().header("Location");
  }

  private static ValidatableResponse read(String rebuild) {
    return given().auth().oauth2(Tokens.withoutAgency("ops")).get(rebuild).then().statusCode(200);
  }

  private static boolean isRunning(String rebuild) {
    return "RUNNING".equals(read(rebuild).extract().path("state"));
  }

  private static ValidatableResponse awaitDone(String rebuild) {
    await().atMost(PATIENCE).until(() -> !isRunning(rebuild));
    return read(rebuild).body("state", equalTo("DONE"), "reason", nullValue());
  }

  private static Sent event(String type, UUID person, int n) {
    Map<String, Object> data = new HashMap<>();
    data.put("n", n);
    data.put("share", n / 7.0);
    data.put("nothing", null);
    data.put("within", Map.of("codes", List.of("A", "B")));
    Sent now = Sent.now(type, "/some-service", person, UUID.randomUUID(), data);
    return new Sent(now.id(), type, now.source(), person, now.subject(), at(n % 20), now.data());
  }

  private static Instant at(int minute) {
    return Instant.parse("2026-03-01T08:00:00Z").plusSeconds(60L * minute);
  }

  @Test
  void whateverIsDoneToTheChronologyItBecomesAgainWhatTheEventsSay() throws SQLException {
    Random random = new Random(4);
    List<UUID> people = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    List<String> types = List.copyOf(TOPICS.keySet());
    List<Sent> sent = new ArrayList<>();
    List<Sent> bad = new ArrayList<>();
    for (int n = 0; n < 100; n++) {
      Sent event =
          event(types.get(random.nextInt(4)), people.get(random.nextInt(people.size())), n);
      switch (random.nextInt(10)) {
        case 0 -> bad.add(event.withData("{\"n\":"));
        case 1 -> bad.add(event.withData("{\"note\": \"no database holds \\u0000\"}"));
        // fit for the chronology, but not for the feed that obeys it
        case 2 -> bad.add(event("circle-joined", event.personId(), n));
        case 3 -> {
          sent.add(event);
          sent.add(event);
        }
        default -> sent.add(event);
      }
    }
    List<Sent> all = new ArrayList<>(sent);
    all.addAll(bad);
    Collections.shuffle(all, random);
    for (Sent event : all) {
      Bus.publishAs(
          random.nextBoolean() ? "OAKFIELD" : "ELMTREE",
          TOPICS.getOrDefault(event.type(), "wraparound.pathways.v1"),
          event);
    }
    Bus.publishNonsense("wraparound.incidents.v1", people.get(0));
    awaitApplied(sent);
    await().atMost(PATIENCE).until(() -> count(PARKED, bad) == bad.size());
    List<String> before = content(people);
    assertThat(before).hasSize((int) sent.stream().distinct().count());

    List<Sent> damaged = sent.stream().distinct().toList();
    run("delete from chronology_entry where id = any (?)", damaged.subList(0, 20));
    run(
        "update chronology_entry set happened_at = now(), facts = '{}' where id = any (?)",
        damaged.subList(20, 21));
    run(
        "update chronology_entry set version = 7, agency = 'NOBODY' where id = any (?)",
        damaged.subList(21, 22));
    run(
        """
        insert into chronology_entry (id, version, person_id, agency, happened_at, recorded_at, kind, source,
                                      record_id, facts)
        select gen_random_uuid(), version, person_id, agency, happened_at, recorded_at, kind, source, record_id, facts
        from chronology_entry where id = any (?)
        """,
        damaged.subList(30, 31));
    assertThat(content(people)).isNotEqualTo(before);

    long skipped =
        awaitDone(start())
            .header("ETag", notNullValue())
            .body("startedBy", equalTo("ops"), "endedAt", notNullValue())
            .extract()
            .jsonPath()
            .getLong("eventsSkipped");
    assertThat(skipped).isGreaterThan(bad.size());
    assertThat(content(people)).isEqualTo(before);
  }

  @Test
  void eventsThatArriveMeanwhileAreNeitherLostNorWrittenTwice() throws SQLException {
    UUID person = UUID.randomUUID();
    List<Sent> sent = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      String rebuild = start();
      do {
        List<Sent> more =
            IntStream.range(0, 200).mapToObj(n -> event("escalation-raised", person, n)).toList();
        Bus.publish("wraparound.escalations.v1", more.toArray(Sent[]::new));
        sent.addAll(more);
      } while (isRunning(rebuild));
      awaitDone(rebuild);
      // in each round, for the next would mend it
      awaitApplied(sent);
      assertThat(count(PRESENT, sent)).isEqualTo(sent.size());
      assertThat(count(PARKED, sent)).isZero();
    }
  }

  @Test
  void whatTheFeedWritesJustBeforeItIsHeldBackIsNotLost() throws SQLException {
    Sent late = event("escalation-raised", UUID.randomUUID(), 1);
    String rebuild;
    try (Connection feed = database.getConnection()) {
      rebuild = startAndHoldUp(feed);
      try (var statement = feed.createStatement()) {
        statement.execute("insert into inbox (event_id) values ('%s')".formatted(late.id()));
        statement.execute(
            """
            insert into chronology_entry (id, version, person_id, agency, happened_at, recorded_at, kind, source,
                                          record_id, facts)
            values ('%s', 0, '%s', 'OAKFIELD', now(), now(), 'escalation-raised', 'some-service', '%s', '{}')
            """
                .formatted(late.id(), late.personId(), late.subject()));
      }
      Bus.publish("wraparound.escalations.v1", late);
      feed.commit();
    }
    awaitDone(rebuild);
    assertThat(count(PRESENT, List.of(late))).isEqualTo(1);
  }

  @Test
  void whatTheRebuildHasWrittenFirstTheFeedPassesOver() throws SQLException {
    Sent late = event("escalation-raised", UUID.randomUUID(), 1);
    String rebuild;
    try (Connection other = database.getConnection()) {
      rebuild = startAndHoldUp(other);
      Bus.publish("wraparound.escalations.v1", late);
      other.rollback();
    }
    awaitDone(rebuild);
    awaitApplied(List.of(late));
    assertThat(count(PRESENT, List.of(late))).isEqualTo(1);
    assertThat(count(PARKED, List.of(late))).isZero();
  }

  @Test
  void oneThatIsCutOffHasFailedHasChangedNothingAndBlocksNoOther() throws SQLException {
    UUID person = UUID.randomUUID();
    List<Sent> sent = List.of(event("escalation-raised", person, 1));
    Bus.publish("wraparound.escalations.v1", sent.get(0));
    awaitApplied(sent);
    run("update chronology_entry set kind = 'damaged' where id = any (?)", sent);
    List<String> damaged = content(List.of(person));
    String rebuild;
    try (Connection other = database.getConnection()) {
      rebuild = startAndHoldUp(other);
      start(Tokens.withoutAgency("ops"))
          .statusCode(409)
          .body("type", equalTo("urn:wraparound:problem:conflict"))
          .body("related[0]", equalTo(rebuild));
      try (var statement = other.createStatement()) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = 'incident-service-rebuild'");
      }
      other.rollback();
    }
    await().atMost(PATIENCE).until(() -> !isRunning(rebuild));
    read(rebuild).body("state", equalTo("FAILED"), "reason", startsWith("Its process ended"));
    assertThat(content(List.of(person))).isEqualTo(damaged);
    awaitDone(start());
    assertThat(content(List.of(person))).isNotEqualTo(damaged);
  }

  @Test
  void oneThatRunsOnAnotherReplicaKeepsThisOneFromStarting() throws SQLException {
    try (Connection other = database.getConnection();
        var statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(" + Rebuilding.LOCK + ")");
      start(Tokens.withoutAgency("ops")).statusCode(409);
      statement.execute("select pg_advisory_unlock(" + Rebuilding.LOCK + ")");
    }
    awaitDone(start());
  }

  @Test
  void itIsForOpsAlone() {
    start(Tokens.oakfield("manager")).statusCode(403);
    given().post(RebuildResource.PATH).then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.withoutAgency("auditor"))
        .get(RebuildResource.pathOf(UUID.randomUUID()))
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.withoutAgency("ops"))
        .get(RebuildResource.pathOf(UUID.randomUUID()))
        .then()
        .statusCode(404);
  }

  /**
   * Starts one and returns when it waits for a writer, which the connection plays until its end.
   */
  private String startAndHoldUp(Connection writer) throws SQLException {
    writer.setAutoCommit(false);
    try (var statement = writer.createStatement()) {
      statement.execute("lock table chronology_entry in row exclusive mode");
    }
    String rebuild = start();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                count(
                        "select count(*) from pg_locks where relation = 'chronology_entry'::regclass"
                            + " and mode = 'ExclusiveLock' and not granted and ?::uuid[] = '{}'",
                        List.of())
                    == 1);
    return rebuild;
  }

  private void awaitApplied(List<Sent> events) {
    long distinct = events.stream().distinct().count();
    await().atMost(PATIENCE).until(() -> count(APPLIED, events) == distinct);
  }

  private List<String> content(List<UUID> people) throws SQLException {
    return query(
        "select e::text from chronology_entry e where person_id = any (?) order by id", people);
  }

  private long count(String sql, List<Sent> events) throws SQLException {
    return Long.parseLong(query(sql, ids(events)).get(0));
  }

  private void run(String sql, List<Sent> events) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids(events).toArray()));
      assertThat(statement.executeUpdate()).isEqualTo(events.size());
    }
  }

  private List<String> query(String sql, List<UUID> ids) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      List<String> rows = new ArrayList<>();
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(row.getString(1));
        }
      }
      return rows;
    }
  }

  private static List<UUID> ids(List<Sent> events) {
    return events.stream().map(Sent::id).toList();
  }
}
