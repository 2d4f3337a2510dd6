package org.wraparound.kit.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event from the bus, its envelope read and its data still bytes.
 *
 * @param id unique for ever; an event is applied once
 * @param source service that owns the record, such as {@code /incident-service}
 * @param subject id of the record
 * @param occurredAt when it happened in the world
 * @param recordedAt when the owner wrote it down
 * @param agency agency that acted, {@code SYSTEM} where no person did
 * @param causationDepth how many events led to this one
 */
public record ReceivedEvent(
    UUID id,
    String type,
    String source,
    UUID personId,
    UUID subject,
    Instant occurredAt,
    Instant recordedAt,
    String agency,
    String actor,
    int causationDepth,
    String correlationId,
    String traceparent,
    EventData data) {

  /** How data are read: fields that the reader does not know are passed over. */
  static ObjectReader reader(ObjectMapper json) {
    return json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /** Reads an envelope; a bad one is poison. */
  static ReceivedEvent read(ConsumerRecord<String, byte[]> message, ObjectReader json) {
    try {
      return new ReceivedEvent(
          UUID.fromString(required(message, "ce_id")),
          required(message, "ce_type"),
          required(message, "ce_source"),
          UUID.fromString(required(message, "ce_partitionkey")),
          UUID.fromString(required(message, "ce_subject")),
          Instant.parse(required(message, "ce_time")),
          Instant.parse(required(message, "ce_recordedtime")),
          required(message, "ce_agency"),
          required(message, "ce_actor"),
          Integer.parseInt(required(message, "ce_causationdepth")),
          header(message, "ce_correlationid"),
          header(message, "traceparent"),
          new EventData(message.value(), json));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableEventException("envelope", e);
    }
  }

  /**
   * The data as a record of the reader's own, with just the fields it reads; others are passed
   * over.
   *
   * @throws UnreadableEventException when the data are not JSON of that form
   */
  public <T> T dataAs(Class<T> reader) {
    return data.as(reader);
  }

  static String header(ConsumerRecord<String, byte[]> message, String name) {
    var header = message.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static String required(ConsumerRecord<String, byte[]> message, String name) {
    String value = header(message, name);
    if (value == null) {
      throw new IllegalArgumentException("no header " + name);
    }
    return value;
  }
}
