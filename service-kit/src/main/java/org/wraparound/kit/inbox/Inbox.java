package org.wraparound.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.Transience;

/**
 * Takes events in: at least once on the wire, once in effect. A poll's events are applied in one
 * transaction with their ids. A failure of the surroundings is tried again for as long as it lasts;
 * when it is an event's own, the batch is applied one by one, and the event that fails alone is
 * parked in the quarantine while those behind it flow.
 */
@ApplicationScoped
class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);

  private static final int LOADED_AT_MOST = 50;

  private static final String NEW_IDS =
      "insert into inbox (event_id) select unnest(?) on conflict do nothing returning event_id";

  private final AgroalDataSource dataSource;
  private final Session session;
  private final List<Feed> feeds;
  private final ObjectReader json;
  private final Provenance provenance;
  private final Quarantine quarantine;
  private final InboxConfig config;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Inbox(
      AgroalDataSource dataSource,
      Session session,
      @All List<Feed> feeds,
      ObjectMapper json,
      Provenance provenance,
      Quarantine quarantine,
      InboxConfig config) {
    this.dataSource = dataSource;
    this.session = session;
    this.feeds = feeds;
    this.json = ReceivedEvent.reader(json);
    this.provenance = provenance;
    this.quarantine = quarantine;
    this.config = config;
  }

  /**
   * From here on a failure may only mean that the service is going down: nothing is parked any
   * more.
   */
  void stop(@Observes @Priority(1) ShutdownEvent event) {
    stopping.countDown();
  }

  @Incoming("events")
  @Blocking
  @ActivateRequestContext
  void receive(ConsumerRecords<String, byte[]> messages) throws InterruptedException {
    List<ConsumerRecord<String, byte[]>> wanted = new ArrayList<>();
    messages.forEach(
        message -> {
          // A message without a type is nobody's; it goes on to be parked as unreadable.
          String type = ReceivedEvent.header(message, "ce_type");
          if (type == null || feeds.stream().anyMatch(feed -> feed.wants(type))) {
            wanted.add(message);
          }
        });
    if (!wanted.isEmpty()) {
      applyUntilDone(wanted);
    }
  }

  private void applyUntilDone(List<ConsumerRecord<String, byte[]>> messages)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        apply(messages);
        return;
      } catch (RuntimeException | Error failure) {
        if (Transience.isTransient(failure) || isStopping()) {
          LOG.warnf("events not applied, trying again: %s", reasonOf(failure));
          pause(attempt);
        } else if (messages.size() > 1) {
          for (var message : messages) {
            applyUntilDone(List.of(message));
          }
          return;
        } else if (attempt >= config.attempts()) {
          parkUntilDone(messages.get(0), reasonOf(failure));
          return;
        } else {
          pause(attempt);
        }
      }
    }
  }

  private void parkUntilDone(ConsumerRecord<String, byte[]> message, String reason)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        quarantine.park(message, reason);
        return;
      } catch (RuntimeException failure) {
        LOG.errorf("event not parked, trying again: %s", reasonOf(failure));
        pause(attempt);
      }
    }
  }

  /**
   * Waits before the next attempt; when the service is going down, gives the events back
   * unacknowledged.
   */
  private void pause(int attempt) throws InterruptedException {
    long millis = config.backOff().toMillis() << Math.min(attempt - 1, 6);
    if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("stopping; the events are taken up again after the restart");
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Applies those of the messages that are new, all or none. */
  void apply(List<ConsumerRecord<String, byte[]>> messages) {
    List<ReceivedEvent> events =
        messages.stream().map(message -> ReceivedEvent.read(message, json)).toList();
    // before the first connection is taken, which is told whose it is
    provenance.actingFor(Caller.SYSTEM_CALLER);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Set<UUID> fresh = remember(events);
              for (ReceivedEvent event : events) {
                // remove, so that an event that is twice in one batch is applied once
                if (fresh.remove(event.id())) {
                  provenance.causedBy(
                      event.id(),
                      event.causationDepth(),
                      event.correlationId(),
                      event.traceparent());
                  for (Feed feed : feeds) {
                    if (feed.wants(event.type())) {
                      feed.apply(event);
                    }
                  }
                  letGoOfWhatIsDone();
                }
              }
            });
  }

  /**
   * Every query looks through all that is loaded for changes to write first; over a long batch that
   * would cost more than the work itself.
   */
  private void letGoOfWhatIsDone() {
    if (session.getStatistics().getEntityCount() > LOADED_AT_MOST) {
      session.flush();
      session.clear();
    }
  }

  private Set<UUID> remember(List<ReceivedEvent> events) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(NEW_IDS)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "uuid", events.stream().map(ReceivedEvent::id).distinct().toArray()));
      Set<UUID> fresh = new HashSet<>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          fresh.add(rows.getObject(1, UUID.class));
        }
      }
      return fresh;
    } catch (SQLException e) {
      throw new InboxUnavailableException(e);
    }
  }

  /** Class and place of a failure; never its message, which can quote what people wrote. */
  static String reasonOf(Throwable failure) {
    StringBuilder reason = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      reason.append(reason.isEmpty() ? "" : " < ").append(cause.getClass().getSimpleName());
      if (cause instanceof UnreadableEventException) {
        reason.append(" (").append(cause.getMessage()).append(')');
      } else if (cause instanceof SQLException sql) {
        reason.append(" (SQLSTATE ").append(sql.getSQLState()).append(')');
      }
      if (cause.getCause() == null) {
        for (StackTraceElement frame : cause.getStackTrace()) {
          if (frame.getClassName().startsWith("org.wraparound.")) {
            reason.append(" at ").append(frame);
            break;
          }
        }
      }
    }
    return reason.toString();
  }
}
