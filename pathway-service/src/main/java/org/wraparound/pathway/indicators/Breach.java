package org.wraparound.pathway.indicators;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/** A time in which an indicator was outside what was agreed for the person, or not recorded. */
@Entity
@Table(name = "indicator_breach")
class Breach extends PersonRecord {
  @Column(name = "indicator_id", updatable = false)
  private UUID indicatorId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private IndicatorKind kind;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Cause because;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Severity severity;

  @Column(name = "began_on")
  private LocalDate beganOn;

  @Column(name = "ended_on")
  private LocalDate endedOn;

  @Column(name = "found_at", updatable = false)
  private Instant foundAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Enumerated(EnumType.STRING)
  private Ending ending;

  @Column(updatable = false)
  private UUID follows;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(updatable = false)
  private Saw saw;

  Breach() {}

  /**
   * Readings amount to a breach that was not known.
   *
   * @param follows the milder breach that became this one, or null
   */
  Breach(Indicator indicator, Span span, UUID follows, Instant now) {
    super(Ids.next(), indicator.personId(), indicator.agency());
    this.indicatorId = indicator.id();
    this.kind = indicator.kind();
    this.because = span.because();
    this.severity = span.severity();
    this.beganOn = span.beganOn();
    this.foundAt = now;
    this.follows = follows;
    this.saw = span.saw();
  }

  /** That it is on. */
  IndicatorEvent breached(Direction direction, Instant now) {
    return new IndicatorEvent.IndicatorBreached(
        id,
        indicatorId,
        personId,
        agency,
        kind,
        because,
        severity,
        because == Cause.MISSING_DATA ? null : direction.badSide(),
        saw.days(),
        follows,
        now);
  }

  /** Whether the readings amount, at that time, to this one. */
  boolean is(Span span) {
    return because == span.because()
        && severity == span.severity()
        && (endedOn == null || span.beganOn().isBefore(endedOn))
        && (span.endedOn() == null || beganOn.isBefore(span.endedOn()));
  }

  /**
   * It lasts as long as the readings now say.
   *
   * @return what is to be told of it: that it is over, or is not over after all
   */
  Optional<IndicatorEvent> follow(Span span, Direction direction, Instant now) {
    beganOn = span.beganOn();
    if (span.endedOn() == null) {
      return resume(direction, now);
    }
    boolean wasOpen = isOpen();
    endedOn = span.endedOn();
    ending = span.worsened() ? Ending.WORSENED : Ending.RECOVERED;
    if (!wasOpen) {
      return Optional.empty();
    }
    endedAt = now;
    return span.worsened() ? Optional.empty() : Optional.of(recovered(now));
  }

  private Optional<IndicatorEvent> resume(Direction direction, Instant now) {
    if (isOpen()) {
      return Optional.empty();
    }
    endedOn = null;
    endedAt = null;
    ending = null;
    return Optional.of(breached(direction, now));
  }

  /** It is inside again, or recorded again. */
  IndicatorEvent recover(LocalDate day, Instant now) {
    endedOn = day;
    endedAt = now;
    ending = Ending.RECOVERED;
    return recovered(now);
  }

  private IndicatorEvent recovered(Instant now) {
    return new IndicatorEvent.IndicatorRecovered(
        id, indicatorId, personId, agency, kind, because, beganOn, endedOn, now);
  }

  /** By the readings as they now are it never was. */
  IndicatorEvent withdraw(Instant now) {
    endedOn = null;
    endedAt = Objects.requireNonNullElse(endedAt, now);
    ending = Ending.CORRECTED;
    return new IndicatorEvent.IndicatorBreachWithdrawn(
        id, indicatorId, personId, agency, kind, because, now);
  }

  /** The indicator is no longer watched. */
  void endWithIndicator(LocalDate day, Instant now) {
    endedOn = day.isBefore(beganOn) ? beganOn : day;
    endedAt = now;
    ending = Ending.INDICATOR_ENDED;
  }

  boolean isOpen() {
    return endedAt == null;
  }

  UUID indicatorId() {
    return indicatorId;
  }

  Cause because() {
    return because;
  }

  Severity severity() {
    return severity;
  }

  LocalDate beganOn() {
    return beganOn;
  }

  LocalDate endedOn() {
    return endedOn;
  }

  BreachView view() {
    return new BreachView(
        id,
        personId,
        agency,
        indicatorId,
        kind,
        because,
        severity,
        beganOn,
        endedOn,
        foundAt,
        endedAt,
        ending,
        follows,
        saw);
  }
}
