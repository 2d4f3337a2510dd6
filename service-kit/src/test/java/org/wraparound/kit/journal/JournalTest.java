package org.wraparound.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.sample.Writing;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class JournalTest {
  private static final String TOPIC = "wraparound.incidents.v1";

  @Inject Writing writing;
  @Inject AgroalDataSource dataSource;
  @Inject JournalConfig config;

  @Test
  void anEntryCannotBeAppendedOutsideATransaction() {
    assertThatThrownBy(() -> writing.append(UUID.randomUUID(), UUID.randomUUID(), 1))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void aChangeThatIsRolledBackPublishesNothing() {
    UUID person = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          writing.append(person, UUID.randomUUID(), 1);
                          throw new IllegalStateException("changed my mind");
                        }))
        .hasMessageContaining("changed my mind");
    // an event of the same person that does commit shows that the relay has passed
    UUID committed = appendOne(person, UUID.randomUUID(), 2);
    awaitPublished(person, 1);
    assertThat(ids(person)).containsExactly(committed.toString());
  }

  @Test
  void entriesThatCommitOutOfOrderAreAllPublished() throws InterruptedException {
    UUID person = UUID.randomUUID();
    var appended = new CountDownLatch(1);
    var overtaken = new CountDownLatch(1);
    var executor = Executors.newSingleThreadExecutor();
    var slow =
        CompletableFuture.supplyAsync(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          UUID id = writing.append(person, UUID.randomUUID(), 1);
                          appended.countDown();
                          overtaken.await();
                          return id;
                        }),
            executor);
    appended.await();
    UUID fast = appendOne(person, UUID.randomUUID(), 2);
    awaitPublished(person, 1);
    overtaken.countDown();
    UUID late = slow.join();
    awaitPublished(person, 2);
    assertThat(ids(person)).containsExactly(fast.toString(), late.toString());
    executor.shutdown();
  }

  @Test
  void twoRelaysAtOnceKeepEachPersonsOrder() throws InterruptedException {
    var settings = ConfigProvider.getConfig();
    Relay second =
        new Relay(
            config,
            new SimpleMeterRegistry(),
            "second-replica",
            settings.getValue("quarkus.datasource.jdbc.url", String.class),
            settings.getValue("quarkus.datasource.username", String.class),
            settings.getValue("quarkus.datasource.password", String.class),
            settings.getValue("kafka.bootstrap.servers", String.class));
    second.start(new StartupEvent());
    List<UUID> persons = IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
    List<UUID> notes = persons.stream().map(p -> UUID.randomUUID()).toList();
    Random random = new Random(7);
    List<List<String>> expected =
        persons.stream().map(p -> (List<String>) new ArrayList<String>()).toList();
    for (int i = 0; i < 300; i++) {
      int at = random.nextInt(persons.size());
      expected.get(at).add(appendOne(persons.get(at), notes.get(at), i).toString());
      second.wake();
    }
    for (int i = 0; i < persons.size(); i++) {
      awaitPublished(persons.get(i), expected.get(i).size());
      assertThat(ids(persons.get(i)).stream().distinct().toList()).isEqualTo(expected.get(i));
    }
    second.stop(new ShutdownEvent());
  }

  @Test
  void aRecordsEntriesFormAChainThatCanBeVerifiedFromTheTableAlone() throws Exception {
    UUID person = UUID.randomUUID();
    UUID note = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              writing.append(person, note, 1);
              writing.appendAll(person, note, 2, 3);
            });
    appendOne(person, note, 4);
    byte[] previous = new byte[0];
    int entries = 0;
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                "select *, data::text as content from journal where aggregate_id = ? order by position")) {
      statement.setObject(1, note);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var entry =
              new JournalEntry(
                  row.getObject("event_id", UUID.class),
                  row.getString("type"),
                  row.getObject("person_id", UUID.class),
                  row.getObject("aggregate_id", UUID.class),
                  row.getString("agency"),
                  row.getString("actor"),
                  row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                  row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                  row.getString("content"),
                  row.getString("request_id"),
                  row.getString("correlation_id"),
                  row.getObject("causation_id", UUID.class),
                  row.getInt("causation_depth"),
                  row.getString("traceparent"));
          MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
          sha256.update(previous);
          byte[] hash = sha256.digest(entry.content());
          assertThat(row.getBytes("previous_hash")).isEqualTo(previous);
          assertThat(row.getBytes("hash")).isEqualTo(hash);
          previous = hash;
          entries++;
        }
      }
    }
    assertThat(entries).isEqualTo(4);
    awaitPublished(person, 4);
    assertThat(Bus.read(TOPIC, person))
        .extracting(read -> read.data().get("colour").asInt())
        .containsSubsequence(1, 2, 3, 4);
  }

  @Test
  void anEntryCanBeNeitherChangedNorRemoved() {
    UUID id = appendOne(UUID.randomUUID(), UUID.randomUUID(), 1);
    assertThatThrownBy(() -> writing.run("update journal set agency = 'X' where event_id = ?", id))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append only");
    assertThatThrownBy(() -> writing.run("delete from journal where event_id = ?", id))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append only");
    assertThatThrownBy(() -> writing.run("truncate journal cascade"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append only");
  }

  @Test
  void theBusCarriesTheEnvelopeOfTheEntry() {
    UUID person = UUID.randomUUID();
    UUID note = UUID.randomUUID();
    appendOne(person, note, 5);
    awaitPublished(person, 1);
    Bus.Read read = Bus.read(TOPIC, person).get(0);
    assertThat(read.type()).isEqualTo("note-painted");
    assertThat(read.data().get("colour").asInt()).isEqualTo(5);
    assertThat(read.headers())
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_source", "/sample-service")
        .containsEntry("ce_subject", note.toString())
        .containsEntry("ce_partitionkey", person.toString())
        .containsEntry("ce_agency", "SYSTEM")
        .containsEntry("content-type", "application/json");
  }

  private UUID appendOne(UUID person, UUID note, int colour) {
    return QuarkusTransaction.requiringNew().call(() -> writing.append(person, note, colour));
  }

  private List<String> ids(UUID person) {
    return Bus.read(TOPIC, person).stream().map(Bus.Read::id).collect(Collectors.toList());
  }

  private void awaitPublished(UUID person, int atLeast) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ids(person).stream().distinct().count() >= atLeast);
  }
}
