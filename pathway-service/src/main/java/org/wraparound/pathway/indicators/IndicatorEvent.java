package org.wraparound.pathway.indicators;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/**
 * What happens to indicators, their readings and their breaches. Titles, units, notes and reasons
 * come from people and are in none of them.
 */
sealed interface IndicatorEvent extends JournalEvent {

  /** What happens to an indicator or its readings. */
  sealed interface OfIndicator extends IndicatorEvent {
    UUID indicatorId();

    @Override
    default UUID aggregateId() {
      return indicatorId();
    }
  }

  /** What happens to a breach. */
  sealed interface OfBreach extends IndicatorEvent {
    UUID breachId();

    @Override
    default UUID aggregateId() {
      return breachId();
    }
  }

  /** Something is to be measured every day. */
  record IndicatorDefined(
      UUID indicatorId,
      UUID personId,
      String provider,
      IndicatorKind indicator,
      Direction direction,
      LocalDate from,
      LocalDate reviewOn,
      @JsonIgnore Instant occurredAt)
      implements OfIndicator {}

  /** It is judged by other terms, or reviewed on another day. */
  record IndicatorChanged(
      UUID indicatorId,
      UUID personId,
      IndicatorKind indicator,
      LocalDate reviewOn,
      LocalDate effectiveFrom,
      @JsonIgnore Instant occurredAt)
      implements OfIndicator {}

  /** It is no longer watched; breaches that lasted are over with it. */
  record IndicatorEnded(
      UUID indicatorId, UUID personId, IndicatorKind indicator, @JsonIgnore Instant occurredAt)
      implements OfIndicator {}

  /** The value of a day was recorded, or corrected. */
  record IndicatorRecorded(
      UUID indicatorId,
      UUID readingId,
      UUID personId,
      IndicatorKind indicator,
      LocalDate day,
      BigDecimal value,
      UUID supersedes,
      @JsonIgnore Instant occurredAt)
      implements OfIndicator {}

  /** It is outside what was agreed, or not recorded; direction is null for the latter. */
  record IndicatorBreached(
      UUID breachId,
      UUID indicatorId,
      UUID personId,
      String provider,
      IndicatorKind indicator,
      Cause because,
      Severity severity,
      Direction.Side direction,
      int days,
      UUID follows,
      @JsonIgnore Instant occurredAt)
      implements OfBreach {}

  /** It is inside again, or recorded again. */
  record IndicatorRecovered(
      UUID breachId,
      UUID indicatorId,
      UUID personId,
      String provider,
      IndicatorKind indicator,
      Cause because,
      LocalDate beganOn,
      LocalDate endedOn,
      @JsonIgnore Instant occurredAt)
      implements OfBreach {}

  /** Readings were corrected or added, and by them it never was. */
  record IndicatorBreachWithdrawn(
      UUID breachId,
      UUID indicatorId,
      UUID personId,
      String provider,
      IndicatorKind indicator,
      Cause because,
      @JsonIgnore Instant occurredAt)
      implements OfBreach {}
}
