package org.wraparound.incident.observations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/**
 * What happens to definitions and readings. Titles, short codes, units and the codes of OWN come
 * from people and are in none of them.
 */
sealed interface ObservationEvent extends JournalEvent {

  UUID definitionId();

  @Override
  default UUID aggregateId() {
    return definitionId();
  }

  /** Something is to be observed about a person. */
  record ObservationDefined(
      UUID definitionId,
      UUID personId,
      String agency,
      ObservationKind kind,
      Measure.Type measure,
      Schedule schedule,
      LocalDate from,
      LocalDate until,
      @JsonIgnore Instant occurredAt)
      implements ObservationEvent {}

  /** It has another title. */
  record ObservationRetitled(
      UUID definitionId, UUID personId, ObservationKind kind, @JsonIgnore Instant occurredAt)
      implements ObservationEvent {}

  /** It is due at other times from a moment on. */
  record ObservationRescheduled(
      UUID definitionId,
      UUID personId,
      ObservationKind kind,
      Schedule schedule,
      Instant effectiveFrom,
      @JsonIgnore Instant occurredAt)
      implements ObservationEvent {}

  /** It is no longer observed after a day. */
  record ObservationEnded(
      UUID definitionId,
      UUID personId,
      ObservationKind kind,
      LocalDate until,
      @JsonIgnore Instant occurredAt)
      implements ObservationEvent {}

  /** A reading was recorded. */
  record ObservationRecorded(
      UUID readingId,
      UUID definitionId,
      UUID personId,
      ObservationKind kind,
      Instant observedAt,
      BigDecimal number,
      String code,
      Integer minutes,
      Boolean yes,
      UUID replaces)
      implements ObservationEvent {
    @Override
    public UUID aggregateId() {
      return readingId;
    }

    @Override
    public Instant occurredAt() {
      return observedAt;
    }
  }

  /** A reading was wrong and no longer counts. */
  record ObservationWithdrawn(
      UUID readingId,
      UUID definitionId,
      UUID personId,
      ObservationKind kind,
      Instant observedAt,
      @JsonIgnore Instant occurredAt)
      implements ObservationEvent {
    @Override
    public UUID aggregateId() {
      return readingId;
    }
  }
}
