package org.wraparound.kit.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.Provenance;

/**
 * The journal of a service: outbox, history and audit trail in one append-only table. What is
 * appended in a transaction is published if, and only if, that transaction commits.
 */
@ApplicationScoped
public class Journal {
  // One statement, one round trip: find the end of the aggregate's chain, append to it, point the
  // relay at it.
  private static final String APPEND =
      """
      with last as (
          select hash from journal where aggregate_id = ? order by position desc limit 1
      ), previous as (
          select coalesce((select hash from last), '\\x'::bytea) as hash
      ), entry as (
          insert into journal (event_id, type, person_id, aggregate_id, agency, actor, occurred_at, recorded_at,
                               data, request_id, correlation_id, causation_id, causation_depth, traceparent,
                               previous_hash, hash)
          select ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?, previous.hash, sha256(previous.hash || ?)
          from previous
          returning event_id, position
      )
      insert into journal_pending (event_id, position, shard) select event_id, position, ? from entry
      """;

  private final AgroalDataSource dataSource;
  private final ObjectWriter json;
  private final Clock clock;
  private final Provenance provenance;
  private final Relay relay;
  private final TransactionSynchronizationRegistry transactions;

  Journal(
      AgroalDataSource dataSource,
      ObjectMapper json,
      Clock clock,
      Provenance provenance,
      Relay relay,
      TransactionSynchronizationRegistry transactions) {
    this.dataSource = dataSource;
    this.json = json.writer();
    this.clock = clock;
    this.provenance = provenance;
    this.relay = relay;
    this.transactions = transactions;
  }

  /**
   * Appends an event to the transaction that made it true.
   *
   * @return the event's id, which is also its id on the bus
   * @throws jakarta.transaction.TransactionalException outside a transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID append(JournalEvent event) {
    JournalEntry entry = entryOf(event);
    append(List.of(entry));
    return entry.eventId();
  }

  /**
   * Appends several events, in this order, in one round trip.
   *
   * @throws jakarta.transaction.TransactionalException outside a transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void appendAll(List<? extends JournalEvent> events) {
    append(events.stream().map(this::entryOf).toList());
  }

  private void append(List<JournalEntry> entries) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(APPEND)) {
      for (JournalEntry entry : entries) {
        int at = 0;
        statement.setObject(++at, entry.aggregateId());
        statement.setObject(++at, entry.eventId());
        statement.setString(++at, entry.type());
        statement.setObject(++at, entry.personId());
        statement.setObject(++at, entry.aggregateId());
        statement.setString(++at, entry.agency());
        statement.setString(++at, entry.actor());
        statement.setObject(++at, entry.occurredAt().atOffset(ZoneOffset.UTC));
        statement.setObject(++at, entry.recordedAt().atOffset(ZoneOffset.UTC));
        statement.setString(++at, entry.data());
        statement.setString(++at, entry.requestId());
        statement.setString(++at, entry.correlationId());
        statement.setObject(++at, entry.causationId(), Types.OTHER);
        statement.setInt(++at, entry.causationDepth());
        statement.setString(++at, entry.traceparent());
        statement.setBytes(++at, entry.content());
        statement.setInt(++at, Relay.shardOf(entry.personId()));
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new JournalUnavailableException(e);
    }
    wakeRelayAfterCommit();
  }

  private JournalEntry entryOf(JournalEvent event) {
    Caller caller = provenance.caller();
    try {
      return new JournalEntry(
          Ids.next(),
          event.type(),
          event.personId(),
          event.aggregateId(),
          caller.agencyOrRole(),
          caller.userId(),
          micros(event.occurredAt()),
          micros(clock.instant()),
          json.writeValueAsString(event),
          provenance.requestId(),
          provenance.correlationId(),
          provenance.causationId(),
          provenance.causationDepth(),
          provenance.traceparent());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("event " + event.type() + " cannot be written as JSON", e);
    }
  }

  /** PostgreSQL keeps microseconds; hash what it will give back. */
  private static Instant micros(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private void wakeRelayAfterCommit() {
    if (transactions.getResource(Journal.class) != null) {
      return;
    }
    transactions.putResource(Journal.class, true);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              relay.wake();
            }
          }
        });
  }
}
