package org.wraparound.kit.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** One row of the journal as it is hashed and as it goes on the bus. */
record JournalEntry(
    UUID eventId,
    String type,
    UUID personId,
    UUID aggregateId,
    String agency,
    String actor,
    Instant occurredAt,
    Instant recordedAt,
    String data,
    String requestId,
    String correlationId,
    UUID causationId,
    int causationDepth,
    String traceparent) {

  /**
   * The bytes that the chain's SHA-256 covers after the previous hash: the fields in this order,
   * each on a line of its own, times in ISO-8601 UTC with microseconds as stored, absent ones
   * empty; data last, to the letter. None but data can hold a line break, so no two entries share
   * their content.
   */
  byte[] content() {
    return String.join(
            "\n",
            eventId.toString(),
            type,
            personId.toString(),
            aggregateId.toString(),
            agency,
            actor,
            occurredAt.toString(),
            recordedAt.toString(),
            orEmpty(requestId),
            orEmpty(correlationId),
            orEmpty(causationId),
            Integer.toString(causationDepth),
            orEmpty(traceparent),
            data)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String orEmpty(Object value) {
    return value == null ? "" : value.toString();
  }
}
