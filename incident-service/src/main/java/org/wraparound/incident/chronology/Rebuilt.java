package org.wraparound.incident.chronology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.wraparound.kit.Transience;
import org.wraparound.kit.inbox.EventHistory;
import org.wraparound.kit.inbox.ReceivedEvent;
import org.wraparound.kit.inbox.UnreadableEventException;

/**
 * The chronology as the topics tell it, in a temporary table that goes with its connection. Commits
 * nothing itself.
 */
final class Rebuilt implements AutoCloseable {
  private static final String TABLE =
      "create temporary table rebuilt (like chronology_entry, primary key (id))";
  private static final String ADD =
      "insert into rebuilt (%s) values (?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing"
          .formatted(ChronologyEntry.COLUMNS);
  private static final String HOLD_THE_FEED_BACK =
      "set local lock_timeout = '30s'; lock table chronology_entry in exclusive mode";
  private static final String LEAVE_OUT_PARKED =
      "delete from rebuilt where id in (%s)".formatted(EventHistory.PARKED);
  private static final String COUNT = "select count(*) from chronology_entry";
  private static final String REMOVE =
      """
      delete from chronology_entry e
      where not exists (select 1 from rebuilt r where r.id = e.id and row(r.*) is not distinct from row(e.*))
      """;
  private static final String PUT_BACK =
      """
      insert into chronology_entry
      select r.* from rebuilt r where not exists (select 1 from chronology_entry e where e.id = r.id)
      """;

  /** Like Hibernate's for the live feed, not set to the ways of the REST layer. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;
  private final Statement statement;
  private final PreparedStatement add;
  private long skipped;

  Rebuilt(Connection connection) throws SQLException {
    this.connection = connection;
    this.statement = connection.createStatement();
    statement.execute(TABLE);
    this.add = connection.prepareStatement(ADD);
  }

  /** Events left out so far because they cannot be read or wait in the quarantine. */
  long skipped() {
    return skipped;
  }

  void add(List<ReceivedEvent> events) throws SQLException {
    List<ChronologyEntry> entries = new ArrayList<>();
    for (ReceivedEvent event : events) {
      try {
        entries.add(new ChronologyEntry(event));
      } catch (UnreadableEventException e) {
        skipped++;
      }
    }
    insert(entries);
  }

  /** What the database cannot hold is left out alone, as the inbox parks it alone. */
  private void insert(List<ChronologyEntry> entries) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      for (ChronologyEntry entry : entries) {
        entry.bind(add, JSON);
        add.addBatch();
      }
      add.executeBatch();
      connection.releaseSavepoint(before);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts that were JSON cannot be written as JSON", e);
    } catch (SQLException e) {
      if (Transience.isTransient(e)) {
        throw e;
      }
      connection.rollback(before);
      if (entries.size() == 1) {
        skipped++;
      } else {
        for (ChronologyEntry entry : entries) {
          insert(List.of(entry));
        }
      }
    }
  }

  /** Lets the feed write no more until the transaction ends; readers do not notice. */
  void holdTheFeedBack() throws SQLException {
    statement.execute("analyze rebuilt");
    statement.execute(HOLD_THE_FEED_BACK);
  }

  /**
   * Makes the chronology the same as this.
   *
   * @return how many entries there were before and are now
   */
  Entries replaceTheChronology() throws SQLException {
    skipped += statement.executeLargeUpdate(LEAVE_OUT_PARKED);
    long before = count();
    statement.execute(REMOVE);
    statement.execute(PUT_BACK);
    return new Entries(before, count());
  }

  private long count() throws SQLException {
    try (var row = statement.executeQuery(COUNT)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    add.close();
    statement.close();
  }

  /** How many entries the chronology has. */
  record Entries(long before, long after) {}
}
