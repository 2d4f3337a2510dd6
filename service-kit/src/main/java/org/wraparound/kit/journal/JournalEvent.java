package org.wraparound.kit.journal;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Something that happened to a record, in the past tense. Implemented by records whose components
 * are the event's data: ids and coded facts only. No names, no NHS numbers, no free text may be in
 * it, because it goes on the message bus.
 */
public interface JournalEvent {

  /** The record it happened to; entries of one aggregate form one hash chain. */
  UUID aggregateId();

  /** The person it concerns; events of one person keep their order on the bus. */
  UUID personId();

  /** When it happened in the world, which may be long before it is recorded. */
  Instant occurredAt();

  /**
   * Name on the bus: the record's simple name in kebab case, {@code IncidentRecorded} is {@code
   * incident-recorded}.
   */
  default String type() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
