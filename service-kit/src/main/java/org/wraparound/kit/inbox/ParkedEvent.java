package org.wraparound.kit.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.kit.Ids;

/**
 * An event that could not be applied for a reason of its own, kept whole until someone has mended
 * the cause.
 */
@Entity
@Table(name = "quarantine")
class ParkedEvent {
  @Id private UUID id;

  @Column(name = "event_id")
  private UUID eventId;

  private String type;
  private String topic;
  private int partition;

  @Column(name = "record_offset")
  private long offset;

  @Column(name = "record_key")
  private String key;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private Map<String, String> headers;

  private byte[] payload;
  private String reason;

  @Column(name = "parked_at")
  private Instant parkedAt;

  @Column(name = "replayed_at")
  private Instant replayedAt;

  ParkedEvent() {}

  ParkedEvent(ConsumerRecord<String, byte[]> message, String reason, Instant parkedAt) {
    this.id = Ids.next();
    this.eventId = readId(ReceivedEvent.header(message, "ce_id")).orElse(null);
    this.type = ReceivedEvent.header(message, "ce_type");
    this.topic = message.topic();
    this.partition = message.partition();
    this.offset = message.offset();
    this.key = message.key();
    this.headers = new LinkedHashMap<>();
    for (Header header : message.headers()) {
      headers.put(header.key(), ReceivedEvent.header(message, header.key()));
    }
    this.payload = message.value();
    this.reason = reason;
    this.parkedAt = parkedAt;
  }

  /** The message as it came, to be applied again. */
  ConsumerRecord<String, byte[]> message() {
    RecordHeaders original = new RecordHeaders();
    headers.forEach(
        (name, value) ->
            original.add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
    return new ConsumerRecord<>(
        topic,
        partition,
        offset,
        ConsumerRecord.NO_TIMESTAMP,
        TimestampType.NO_TIMESTAMP_TYPE,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        key,
        payload,
        original,
        Optional.empty());
  }

  /** It has now been applied. */
  void replayed(Instant at) {
    replayedAt = at;
  }

  boolean isReplayed() {
    return replayedAt != null;
  }

  UUID id() {
    return id;
  }

  /** What ops need to find the cause; the content stays in the database. */
  View view() {
    return new View(id, eventId, type, topic, partition, offset, reason, parkedAt, replayedAt);
  }

  private static Optional<UUID> readId(String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A parked event as ops see it. */
  record View(
      UUID id,
      UUID eventId,
      String type,
      String topic,
      int partition,
      long offset,
      String reason,
      Instant parkedAt,
      Instant replayedAt) {}
}
