package org.wraparound.kit.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes journal entries, at least once and each person's in the order in which they committed,
 * on a thread and a connection of its own, so that a dead broker never starves requests.
 *
 * <p>Order through failures rests on three things. A shard is published by one relay at a time,
 * whichever replica it is in (advisory lock, taken in a statement of its own so that the batch is
 * selected with a fresh snapshot). Within a batch the idempotent producer never lets a later record
 * of a partition in before an earlier one, because it retries without limit. And when a batch is
 * given up, that producer is closed with all it still held before the rows are taken again; hence
 * the plain client here rather than a messaging channel, which would go on with what it had queued.
 */
@ApplicationScoped
class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final int SHARDS = 8;
  // First half of the advisory lock's key: "WRAP". The second half is the shard.
  private static final int LOCK_SPACE = 0x57524150;

  private static final String SHARDS_WAITING = "select distinct shard from journal_pending";
  private static final String LOCK = "select pg_advisory_xact_lock(?, ?)";
  private static final String BATCH =
      """
      select j.event_id, j.type, j.person_id, j.aggregate_id, j.agency, j.actor, j.occurred_at, j.recorded_at,
             j.data::text, j.correlation_id, j.causation_id, j.causation_depth, j.traceparent
      from (select event_id, position from journal_pending where shard = ? order by position limit ?) p
      join journal j using (event_id)
      order by p.position
      """;
  private static final String PUBLISHED = "delete from journal_pending where event_id = any (?)";
  private static final String BACKLOG =
      """
      select (select count(*) from journal_pending),
             (select recorded_at from journal where position = (select min(position) from journal_pending))
      """;

  private final JournalConfig config;
  private final String source;
  private final String jdbcUrl;
  private final Properties credentials = new Properties();
  private final Map<String, Object> producerConfig = new HashMap<>();
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "journal-relay");

  private Connection connection;
  private KafkaProducer<String, byte[]> producer;
  private Instant backlogReadAt = Instant.EPOCH;
  private volatile long backlog;
  private volatile Instant oldestWaiting;
  private volatile boolean connected;
  private volatile boolean stopping;

  Relay(
      JournalConfig config,
      MeterRegistry meters,
      @ConfigProperty(name = "quarkus.application.name") String application,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
      @ConfigProperty(name = "quarkus.datasource.username") String username,
      @ConfigProperty(name = "quarkus.datasource.password") String password,
      @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
    this.config = config;
    this.source = "/" + application;
    this.jdbcUrl = jdbcUrl;
    credentials.setProperty("user", username);
    credentials.setProperty("password", password);
    credentials.setProperty("ApplicationName", application + "-relay");
    credentials.setProperty("connectTimeout", "5");
    credentials.setProperty("socketTimeout", "60");
    producerConfig.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    producerConfig.put(ProducerConfig.CLIENT_ID_CONFIG, application + "-relay");
    producerConfig.put(ProducerConfig.ACKS_CONFIG, "all");
    producerConfig.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    producerConfig.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    producerConfig.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    // A send is never given up one by one, only by closing the producer: see the class comment.
    producerConfig.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    producerConfig.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    producerConfig.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    Gauge.builder("wraparound.journal.backlog", this, r -> r.backlog)
        .description("Journal entries not yet acknowledged by the broker")
        .register(meters);
    Gauge.builder("wraparound.journal.backlog.age", this, r -> r.backlogAge().toMillis() / 1000.0)
        .description("Age of the oldest journal entry not yet acknowledged by the broker")
        .baseUnit("seconds")
        .register(meters);
  }

  static int shardOf(UUID personId) {
    return Math.floorMod(personId.hashCode(), SHARDS);
  }

  /** There may be something to publish. */
  void wake() {
    wake.release();
  }

  /** Whether the last attempt reached both database and broker. */
  boolean isConnected() {
    return connected;
  }

  /** Age of the oldest entry that waits; zero when none does. */
  Duration backlogAge() {
    Instant oldest = oldestWaiting;
    return oldest == null ? Duration.ZERO : Duration.between(oldest, Instant.now());
  }

  void start(@Observes StartupEvent event) {
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    wake.release();
    thread.join(2_000);
    thread.interrupt();
    thread.join(3_000);
  }

  private void run() {
    int failures = 0;
    while (!stopping) {
      try {
        boolean more = publishWaiting();
        failures = 0;
        readBacklog();
        if (!more) {
          awaitWake(config.poll());
        }
      } catch (InterruptedException e) {
        break;
      } catch (SQLException | ExecutionException | TimeoutException | RuntimeException e) {
        if (!stopping) {
          LOG.warnf("journal not published, trying again: %s", e.toString());
        }
        abandon();
        failures++;
        try {
          TimeUnit.MILLISECONDS.sleep(config.backOff().toMillis() << Math.min(failures - 1, 5));
        } catch (InterruptedException interrupted) {
          break;
        }
      }
    }
    abandon();
  }

  private void awaitWake(Duration longest) throws InterruptedException {
    if (wake.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  /** Publishes one batch of every shard that has any; true when some may be left. */
  private boolean publishWaiting()
      throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    connect();
    boolean more = false;
    for (int shard : shardsWaiting()) {
      more |= publish(shard) == config.batch();
    }
    return more;
  }

  private List<Integer> shardsWaiting() throws SQLException {
    List<Integer> shards = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(SHARDS_WAITING)) {
      while (rows.next()) {
        shards.add(rows.getInt(1));
      }
    }
    connection.commit();
    return shards;
  }

  private int publish(int shard)
      throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setInt(1, LOCK_SPACE);
      lock.setInt(2, shard);
      lock.execute();
    }
    List<UUID> sent = new ArrayList<>();
    List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
    try (PreparedStatement batch = connection.prepareStatement(BATCH)) {
      batch.setInt(1, shard);
      batch.setInt(2, config.batch());
      try (ResultSet rows = batch.executeQuery()) {
        while (rows.next()) {
          sent.add(rows.getObject("event_id", UUID.class));
          acknowledgements.add(producer.send(message(rows)));
        }
      }
    }
    long deadline = System.nanoTime() + config.acknowledgement().toNanos();
    for (Future<RecordMetadata> acknowledgement : acknowledgements) {
      acknowledgement.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    if (!sent.isEmpty()) {
      try (PreparedStatement published = connection.prepareStatement(PUBLISHED)) {
        published.setArray(1, connection.createArrayOf("uuid", sent.toArray()));
        published.executeUpdate();
      }
    }
    connection.commit();
    return sent.size();
  }

  private ProducerRecord<String, byte[]> message(ResultSet row) throws SQLException {
    String personId = row.getString("person_id");
    var message =
        new ProducerRecord<>(
            config.topic(), personId, row.getString("data").getBytes(StandardCharsets.UTF_8));
    header(message, "content-type", "application/json");
    header(message, "ce_specversion", "1.0");
    header(message, "ce_id", row.getString("event_id"));
    header(message, "ce_type", row.getString("type"));
    header(message, "ce_source", source);
    header(message, "ce_subject", row.getString("aggregate_id"));
    header(message, "ce_time", instant(row, "occurred_at"));
    header(message, "ce_recordedtime", instant(row, "recorded_at"));
    header(message, "ce_partitionkey", personId);
    header(message, "ce_agency", row.getString("agency"));
    header(message, "ce_actor", row.getString("actor"));
    header(message, "ce_causationid", row.getString("causation_id"));
    header(message, "ce_causationdepth", row.getString("causation_depth"));
    header(message, "ce_correlationid", row.getString("correlation_id"));
    header(message, "traceparent", row.getString("traceparent"));
    return message;
  }

  private static String instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant().toString();
  }

  private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
    if (value != null) {
      message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void connect() throws SQLException {
    if (connection == null) {
      connection = DriverManager.getConnection(jdbcUrl, credentials);
      connection.setAutoCommit(false);
    }
    if (producer == null) {
      producer =
          new KafkaProducer<>(producerConfig, new StringSerializer(), new ByteArraySerializer());
    }
    if (!connected) {
      // Also fetches the topic's metadata, so that the first event does not wait for it.
      producer.partitionsFor(config.topic());
      connected = true;
    }
  }

  /**
   * Lets go of producer and connection with whatever they held; the rows are still in the table.
   */
  private void abandon() {
    connected = false;
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debugf("closing a broken connection: %s", e.toString());
      }
      connection = null;
    }
  }

  private void readBacklog() throws SQLException {
    Instant now = Instant.now();
    if (now.isBefore(backlogReadAt.plus(Duration.ofSeconds(5)))) {
      return;
    }
    backlogReadAt = now;
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(BACKLOG)) {
      row.next();
      backlog = row.getLong(1);
      OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
      oldestWaiting = oldest == null ? null : oldest.toInstant();
    }
    connection.commit();
  }
}
