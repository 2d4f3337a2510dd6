package org.wraparound.pathway.indicators;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.London;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * What is measured every day about a person and held against what is usual for them. Kind, scale
 * and direction never change, so that its readings can be compared; other terms take effect from
 * the day they are agreed on, so that what was judged before stays judged.
 */
@Entity
class Indicator extends PersonRecord {
  private static final int MOST_DECIMALS = 3;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private IndicatorKind kind;

  private String title;

  @Column(updatable = false)
  private String unit;

  @Column(updatable = false)
  private BigDecimal lowest;

  @Column(updatable = false)
  private BigDecimal highest;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Direction direction;

  @Column(name = "from_day", updatable = false)
  private LocalDate fromDay;

  @Column(name = "review_on")
  private LocalDate reviewOn;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<Terms> terms;

  @Column(name = "defined_at", updatable = false)
  private Instant definedAt;

  @Column(name = "defined_by", updatable = false)
  private String definedBy;

  @Column(name = "defined_by_agency", updatable = false)
  private String definedByAgency;

  @Column(name = "ended_on")
  private LocalDate endedOn;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private String endedBy;

  @Column(name = "ending_reason")
  private String endingReason;

  Indicator() {}

  /**
   * Defines what is to be measured.
   *
   * @param provider the provider that supports the person
   * @throws ProblemException 422 with every rule it breaks
   */
  Indicator(DefineIndicator command, UUID personId, String provider, Caller caller, Instant now) {
    super(Ids.next(), personId, provider);
    LocalDate today = London.dayOf(now);
    this.kind = command.kind();
    this.title = command.title();
    this.unit = command.unit();
    this.lowest = command.min();
    this.highest = command.max();
    this.direction = command.direction();
    this.fromDay = command.from() == null ? today : command.from();
    this.reviewOn = command.reviewOn();
    Rules rules = command.rules() == null ? Rules.NONE : command.rules();
    List<Violation> faults = new ArrayList<>();
    if (lowest.compareTo(highest) >= 0) {
      faults.add(new Violation("max", "must be greater than min"));
    }
    if (fromDay.isAfter(today) || fromDay.isBefore(today.minusYears(1))) {
      faults.add(new Violation("from", "must be today or at most a year before"));
    }
    faults.addAll(faults(reviewOn, command.baseline(), rules, today));
    refuse(faults);
    this.terms = List.of(new Terms(today, command.baseline(), rules));
    this.definedAt = now;
    this.definedBy = caller.userId();
    this.definedByAgency = caller.agency();
  }

  private List<Violation> faults(
      LocalDate review, Baseline baseline, Rules rules, LocalDate today) {
    List<Violation> faults = new ArrayList<>();
    if (!review.isAfter(today) || review.isAfter(today.plusYears(1))) {
      faults.add(new Violation("reviewOn", "must be after today, at most a year"));
    }
    if (baseline != null) {
      faults.addAll(baseline.faults(lowest, highest, fromDay));
    }
    faults.addAll(rules.faults(direction, lowest, highest, baseline));
    return faults;
  }

  private static void refuse(List<Violation> faults) {
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }

  IndicatorEvent defined() {
    return new IndicatorEvent.IndicatorDefined(
        id, personId, agency, kind, direction, fromDay, reviewOn, definedAt);
  }

  /**
   * Title, review, baseline and rules are these from today on.
   *
   * @throws ProblemException 409 when it has ended, 422 with every rule it breaks
   */
  IndicatorEvent change(ChangeIndicator command, Instant now) {
    requireLive();
    LocalDate today = London.dayOf(now);
    Rules rules = command.rules() == null ? Rules.NONE : command.rules();
    refuse(faults(command.reviewOn(), command.baseline(), rules, today));
    title = command.title();
    reviewOn = command.reviewOn();
    terms =
        Stream.concat(
                terms.stream().filter(one -> one.effectiveFrom().isBefore(today)),
                Stream.of(new Terms(today, command.baseline(), rules)))
            .toList();
    return new IndicatorEvent.IndicatorChanged(id, personId, kind, reviewOn, today, now);
  }

  /**
   * It is no longer watched.
   *
   * @throws ProblemException 409 when it has ended
   */
  IndicatorEvent end(String reason, Caller caller, Instant now) {
    requireLive();
    endedOn = London.dayOf(now);
    endedAt = now;
    endedBy = caller.userId();
    endingReason = reason;
    return new IndicatorEvent.IndicatorEnded(id, personId, kind, now);
  }

  private void requireLive() {
    if (!isLive()) {
      throw ProblemException.conflict("It has ended on " + endedOn + "; define another.");
    }
  }

  boolean isLive() {
    return endedAt == null;
  }

  /**
   * What is wrong with a reading.
   *
   * @param at where it is in the request, such as {@code readings[3].}
   * @param dayField where its day is in the request
   */
  List<Violation> faultsOf(
      LocalDate day, String dayField, BigDecimal value, String at, LocalDate today) {
    List<Violation> faults = new ArrayList<>();
    if (day.isAfter(today)) {
      faults.add(new Violation(dayField, "must not be after today"));
    } else if (day.isBefore(fromDay)) {
      faults.add(
          new Violation(dayField, "must not be before " + fromDay + ", the indicator's first day"));
    } else if (endedOn != null && day.isAfter(endedOn)) {
      faults.add(
          new Violation(dayField, "must not be after " + endedOn + ", the indicator's last day"));
    }
    if (value.compareTo(lowest) < 0
        || value.compareTo(highest) > 0
        || value.stripTrailingZeros().scale() > MOST_DECIMALS) {
      faults.add(
          new Violation(
              at + "value",
              "must be from %s to %s%s, with at most %d decimals"
                  .formatted(
                      lowest.toPlainString(),
                      highest.toPlainString(),
                      unit == null ? "" : " (" + unit + ")",
                      MOST_DECIMALS)));
    }
    return faults;
  }

  /** The breaches by level and trend that the readings amount to. */
  List<Span> judged(Series series) {
    return Judging.of(direction, terms, series);
  }

  /**
   * The last of the days that may pass without a reading; empty when no rule says so.
   *
   * @param lastReading the last day with a reading, if there is one
   */
  Optional<LocalDate> lastDayOfPatience(Optional<LocalDate> lastReading) {
    return isLive()
        ? Optional.ofNullable(current().rules().missing())
            .map(missing -> lastRecorded(lastReading).plusDays(missing.days()))
        : Optional.empty();
  }

  /** The first day without a reading: nothing was due before it was defined. */
  LocalDate firstDayWithout(Optional<LocalDate> lastReading) {
    return lastRecorded(lastReading).plusDays(1);
  }

  private LocalDate lastRecorded(Optional<LocalDate> lastReading) {
    LocalDate before = terms.get(0).effectiveFrom().minusDays(1);
    return lastReading.filter(day -> day.isAfter(before)).orElse(before);
  }

  private Terms current() {
    return terms.get(terms.size() - 1);
  }

  IndicatorKind kind() {
    return kind;
  }

  Direction direction() {
    return direction;
  }

  List<Terms> terms() {
    return terms;
  }

  IndicatorView view() {
    return new IndicatorView(
        id,
        personId,
        agency,
        kind,
        title,
        unit,
        lowest,
        highest,
        direction,
        fromDay,
        reviewOn,
        current().baseline(),
        current().rules(),
        terms,
        definedAt,
        definedBy,
        definedByAgency,
        endedAt == null ? null : new IndicatorView.Ended(endedOn, endedAt, endedBy, endingReason));
  }
}
