package org.wraparound.incident.chronology;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.wraparound.kit.Ids;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.inbox.EventHistory;
import org.wraparound.kit.inbox.HistoryUnavailableException;
import org.wraparound.kit.web.ProblemException;

/**
 * Makes the chronology anew from the topics, while it is read and fed, on a thread and a connection
 * of its own.
 *
 * <p>All events are read into a table aside. Then one transaction holds the feed back, reads what
 * has come meanwhile, and replaces what differs. What the feed has applied by then was on the
 * topics before their ends are asked for under the lock, so none of it is lost; what it has yet to
 * apply it may find written already, and passes over (see {@link ChronologyEntry}).
 *
 * <p>An advisory lock of the connection keeps it to one at a time over all replicas. It ends with
 * the connection, so that a crash blocks nobody.
 */
@ApplicationScoped
class Rebuilding {
  /** Key of the advisory lock: "CHRO". */
  static final int LOCK = 0x4348524F;

  /** Puts an end to those that are running; for use where it is known that their process is not. */
  static final String END_RUNNING =
      """
      update chronology_rebuild
      set state = 'FAILED', reason = 'Its process ended before it did. Start another.', ended_at = clock_timestamp(),
          version = version + 1
      where state = 'RUNNING'
      """;

  private static final Logger LOG = Logger.getLogger(Rebuilding.class);

  /** Messages that may be read while the feed is held back, rather than in another round before. */
  private static final int LITTLE = 1_000;

  private static final String TRY_LOCK = "select pg_try_advisory_lock(" + LOCK + ")";
  private static final String UNLOCK = "select pg_advisory_unlock(" + LOCK + ")";
  private static final String BEGIN =
      "insert into chronology_rebuild (id, started_at, started_by) values (?, ?, ?)";
  private static final String DONE =
      """
      update chronology_rebuild
      set state = 'DONE', ended_at = ?, events_read = ?, events_skipped = ?, entries_before = ?, entries_after = ?,
          version = version + 1
      where id = ?
      """;
  private static final String FAILED =
      "update chronology_rebuild set state = 'FAILED', ended_at = ?, reason = ?, version = version + 1 where id = ?";

  private final EventHistory history;
  private final Rebuilds rebuilds;
  private final Provenance provenance;
  private final Clock clock;
  private final String jdbcUrl;
  private final Properties credentials = new Properties();
  private final ExecutorService runner =
      Executors.newCachedThreadPool(work -> new Thread(work, "chronology-rebuild"));

  Rebuilding(
      EventHistory history,
      Rebuilds rebuilds,
      Provenance provenance,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String application,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
      @ConfigProperty(name = "quarkus.datasource.username") String username,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.history = history;
    this.rebuilds = rebuilds;
    this.provenance = provenance;
    this.clock = clock;
    this.jdbcUrl = jdbcUrl;
    credentials.setProperty("user", username);
    credentials.setProperty("password", password);
    credentials.setProperty("ApplicationName", application + "-rebuild");
    credentials.setProperty("connectTimeout", "5");
    credentials.setProperty("tcpKeepAlive", "true");
    credentials.setProperty("reWriteBatchedInserts", "true");
  }

  /**
   * Starts one and returns its id; it goes on by itself.
   *
   * @throws ProblemException 409 while one is running, on whichever replica
   */
  UUID start() {
    try {
      Connection connection = DriverManager.getConnection(jdbcUrl, credentials);
      try {
        connection.setAutoCommit(false);
        UUID id = begin(connection);
        runner.execute(() -> run(id, connection));
        return id;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new PersistenceException("no rebuild for the moment", e);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    runner.shutdownNow();
    if (!runner.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.warn("a rebuild of the chronology is cut off; nothing of it has taken effect");
    }
  }

  private UUID begin(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      try (var row = statement.executeQuery(TRY_LOCK)) {
        row.next();
        if (!row.getBoolean(1)) {
          throw ProblemException.conflict(
              "A rebuild is running; wait until it has ended.",
              rebuilds
                  .running()
                  .map(running -> new URI[] {URI.create(RebuildResource.pathOf(running.id()))})
                  .orElseGet(() -> new URI[0]));
        }
      }
      // We hold the lock, so whatever ran has lost its process.
      statement.executeUpdate(END_RUNNING);
    }
    UUID id = Ids.next();
    try (var statement = connection.prepareStatement(BEGIN)) {
      statement.setObject(1, id);
      statement.setObject(2, now());
      statement.setString(3, provenance.caller().userId());
      statement.executeUpdate();
    }
    connection.commit();
    return id;
  }

  private void run(UUID id, Connection connection) {
    try (connection) {
      try (EventHistory.Reading reading = history.open();
          Rebuilt rebuilt = new Rebuilt(connection)) {
        rebuild(id, connection, reading, rebuilt);
      } catch (SQLException | RuntimeException e) {
        String reason = reasonOf(e);
        LOG.errorf("rebuild %s of the chronology failed: %s", id, reason);
        connection.rollback();
        fail(id, connection, reason);
      }
    } catch (SQLException e) {
      // Its lock is gone with the connection, so it is shown as ended.
      LOG.errorf("the end of rebuild %s was not written down: SQLSTATE %s", id, e.getSQLState());
    }
  }

  private void rebuild(
      UUID id, Connection connection, EventHistory.Reading reading, Rebuilt rebuilt)
      throws SQLException {
    long read = 0;
    long round;
    do {
      round =
          reading.toTheEnd(
              events -> {
                rebuilt.add(events);
                connection.commit();
              });
      read += round;
    } while (round > LITTLE);
    rebuilt.holdTheFeedBack();
    read += reading.toTheEnd(rebuilt::add);
    Rebuilt.Entries entries = rebuilt.replaceTheChronology();
    try (var statement = connection.prepareStatement(DONE)) {
      statement.setObject(1, now());
      statement.setLong(2, read);
      statement.setLong(3, reading.unreadable() + rebuilt.skipped());
      statement.setLong(4, entries.before());
      statement.setLong(5, entries.after());
      statement.setObject(6, id);
      statement.executeUpdate();
    }
    end(connection);
  }

  private void fail(UUID id, Connection connection, String reason) throws SQLException {
    try (var statement = connection.prepareStatement(FAILED)) {
      statement.setObject(1, now());
      statement.setString(2, reason);
      statement.setObject(3, id);
      statement.executeUpdate();
    }
    end(connection);
  }

  /**
   * Lets the next one start before it can be seen that this one has ended. That one waits for this
   * commit where it puts an end to what still runs.
   */
  private static void end(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(UNLOCK);
    }
    connection.commit();
  }

  /** In words for ops; a failure's own message can quote what is in an event. */
  private String reasonOf(Exception failure) {
    if (runner.isShutdown()) {
      return "The service was stopped before it ended. Start another.";
    }
    if (failure instanceof HistoryUnavailableException unavailable) {
      return unavailable.getMessage();
    }
    if (failure instanceof SQLException sql) {
      return "The database did not do it (SQLSTATE %s).".formatted(sql.getSQLState());
    }
    return failure.getClass().getSimpleName();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
