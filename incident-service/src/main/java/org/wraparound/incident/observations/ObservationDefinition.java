package org.wraparound.incident.observations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.incident.observations.ObservationEvent.ObservationDefined;
import org.wraparound.incident.observations.ObservationEvent.ObservationEnded;
import org.wraparound.incident.observations.ObservationEvent.ObservationRescheduled;
import org.wraparound.incident.observations.ObservationEvent.ObservationRetitled;
import org.wraparound.incident.observations.Schedule.Slot;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.London;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * What is to be observed about a person, how and when. How it is measured never changes, so that
 * its readings can be compared; a change of when takes effect from that moment on, so that what was
 * due before stays due.
 */
@Entity
@Table(name = "observation_definition")
class ObservationDefinition extends PersonRecord {
  /** Clocks of the devices that record differ; a little ahead of ours is not the future. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final int LONGEST_YEARS = 10;

  @Enumerated(EnumType.STRING)
  private ObservationKind kind;

  private String code;
  private String title;

  @JdbcTypeCode(SqlTypes.JSON)
  private Measure measure;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<ScheduleVersion> schedules;

  @Column(name = "from_day")
  private LocalDate fromDay;

  @Column(name = "until_day")
  private LocalDate untilDay;

  @Column(name = "begins_at")
  private Instant beginsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "defined_at")
  private Instant definedAt;

  @Column(name = "defined_by")
  private String definedBy;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private String endedBy;

  @Column(name = "ending_reason")
  private String endingReason;

  ObservationDefinition() {}

  /**
   * Defines what is to be observed.
   *
   * @param standard how the kind is observed; null for OWN
   * @throws ProblemException 422 with every rule it breaks
   */
  ObservationDefinition(
      DefineObservation command, ObservationKinds.Standard standard, Caller caller, Instant now) {
    super(Ids.next(), command.personId(), caller.agency());
    this.kind = command.kind();
    this.fromDay = command.from() == null ? London.dayOf(now) : command.from();
    this.untilDay = command.until();
    check(command, standard, London.dayOf(now));
    this.code = command.code() == null ? standard.code() : command.code();
    this.title = command.title() == null ? standard.title() : command.title();
    this.measure = standard == null ? command.measure() : standard.measure();
    // What is defined in the middle of a day was not due that morning.
    this.beginsAt = fromDay.equals(London.dayOf(now)) ? now : London.startOf(fromDay);
    this.endsAt = untilDay == null ? null : London.endOf(untilDay);
    this.schedules = List.of(new ScheduleVersion(beginsAt, ordered(command.schedule())));
    this.definedAt = now;
    this.definedBy = caller.userId();
  }

  private void check(
      DefineObservation command, ObservationKinds.Standard standard, LocalDate today) {
    List<Violation> violations = new ArrayList<>();
    if (standard != null && command.measure() != null) {
      violations.add(
          new Violation(
              "measure",
              "is the same for everyone in this kind; choose OWN to measure another way"));
    }
    if (standard == null) {
      if (command.title() == null) {
        violations.add(new Violation("title", "say what is observed; OWN has no standard title"));
      }
      if (command.code() == null) {
        violations.add(
            new Violation("code", "give a short code for quick entry; OWN has no standard code"));
      }
      if (command.measure() == null) {
        violations.add(
            new Violation("measure", "say how it is measured; OWN has no standard measure"));
      } else {
        violations.addAll(command.measure().flaws());
      }
    }
    if (command.schedule() != null) {
      violations.addAll(command.schedule().flaws());
    }
    if (fromDay.isBefore(today.minusYears(1)) || fromDay.isAfter(today.plusYears(1))) {
      violations.add(new Violation("from", "must be within a year of today, before or after"));
    } else if (untilDay != null
        && (untilDay.isBefore(fromDay) || untilDay.isAfter(fromDay.plusYears(LONGEST_YEARS)))) {
      violations.add(
          new Violation(
              "until", "must not be before from, nor more than " + LONGEST_YEARS + " years after"));
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  private static Schedule ordered(Schedule schedule) {
    return schedule == null ? null : schedule.ordered();
  }

  ObservationDefined defined() {
    return new ObservationDefined(
        id, personId, agency, kind, measure.type(), schedule(), fromDay, untilDay, definedAt);
  }

  /**
   * Changes title and schedule from now on.
   *
   * @return what has changed, which may be nothing
   * @throws ProblemException 409 when it has ended, 422 for a schedule that cannot be kept
   */
  List<ObservationEvent> change(ChangeObservation command, Instant now) {
    mustGoOn(now);
    if (command.schedule() != null && !command.schedule().flaws().isEmpty()) {
      throw ProblemException.invalid(command.schedule().flaws());
    }
    List<ObservationEvent> events = new ArrayList<>();
    if (!command.title().equals(title)) {
      title = command.title();
      events.add(new ObservationRetitled(id, personId, kind, now));
    }
    Schedule wanted = ordered(command.schedule());
    if (!Objects.equals(wanted, schedule())) {
      ScheduleVersion version =
          new ScheduleVersion(now.isBefore(beginsAt) ? beginsAt : now, wanted);
      schedules = Stream.concat(schedules.stream(), Stream.of(version)).toList();
      events.add(
          new ObservationRescheduled(id, personId, kind, wanted, version.effectiveFrom(), now));
    }
    return events;
  }

  /**
   * Ends it on a day, today at once.
   *
   * @throws ProblemException 409 when it has ended or its end has been decided, 422 for a day that
   *     cannot be its last
   */
  ObservationEnded end(EndObservation command, Caller caller, Instant now) {
    mustGoOn(now);
    if (endedAt != null) {
      throw ProblemException.conflict(
          "It has been decided already that it ends on " + untilDay + ".");
    }
    LocalDate today = London.dayOf(now);
    LocalDate earliest = fromDay.isAfter(today) ? fromDay : today;
    if (command.on().isBefore(earliest)) {
      throw ProblemException.invalid(
          "on", "must not be before " + earliest + "; what was due until then stays due");
    }
    LocalDate latest = untilDay == null ? earliest.plusYears(LONGEST_YEARS) : untilDay;
    if (command.on().isAfter(latest)) {
      throw ProblemException.invalid("on", "must not be after " + latest);
    }
    untilDay = command.on();
    endsAt = untilDay.equals(today) ? now : London.endOf(untilDay);
    endedAt = now;
    endedBy = caller.userId();
    endingReason = command.reason();
    return new ObservationEnded(id, personId, kind, untilDay, now);
  }

  private void mustGoOn(Instant now) {
    if (endsAt != null && !now.isBefore(endsAt)) {
      throw ProblemException.conflict("It has ended on " + untilDay + "; define a new one.");
    }
  }

  /** Whether readings are due then, if it has a schedule. */
  boolean isInForce(Instant moment) {
    return !moment.isBefore(beginsAt) && (endsAt == null || moment.isBefore(endsAt));
  }

  /** Whether the moment is on one of its days, so that a reading can be of it. */
  boolean covers(Instant moment) {
    return !moment.isBefore(London.startOf(fromDay))
        && (untilDay == null || moment.isBefore(London.endOf(untilDay)));
  }

  /**
   * What is wrong with a reading.
   *
   * @param at where the reading is in the request, such as {@code readings[3].}
   */
  List<Violation> flawsOf(RecordReading reading, String at, Instant now) {
    List<Violation> flaws = new ArrayList<>();
    Instant observedAt = reading.observedAt() == null ? now : reading.observedAt();
    if (observedAt.isAfter(now.plus(CLOCK_SKEW))) {
      flaws.add(
          new Violation(
              at + "observedAt", "is in the future; record what has been observed, when it has"));
    } else if (!covers(observedAt)) {
      flaws.add(
          new Violation(
              at + "observedAt",
              "is not within the days on which it is observed: from "
                  + fromDay
                  + (untilDay == null ? "" : " until " + untilDay)));
    }
    measure
        .refusalOf(reading.value())
        .ifPresent(refusal -> flaws.add(new Violation(at + "value", refusal)));
    boolean behaviour = reading.behaviour() != null && !reading.behaviour().isBlank();
    if (measure.inWords() && !behaviour) {
      flaws.add(new Violation(at + "behaviour", "describe what happened"));
    }
    if (!measure.inWords()
        && (behaviour
            || reading.antecedent() != null
            || reading.antecedentCode() != null
            || reading.consequence() != null)) {
      flaws.add(
          new Violation(
              at + "behaviour",
              "only an ABC episode has antecedent, behaviour and consequence; write a note"));
    }
    return flaws;
  }

  /** The slots due in a period, by the schedules that were in force then. */
  List<Slot> slots(Instant from, Instant to) {
    Instant last = endsAt == null ? to : earlier(to, endsAt);
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < schedules.size(); i++) {
      ScheduleVersion version = schedules.get(i);
      if (version.schedule() != null) {
        Instant begin = from.isAfter(version.effectiveFrom()) ? from : version.effectiveFrom();
        Instant end =
            i + 1 == schedules.size() ? last : earlier(last, schedules.get(i + 1).effectiveFrom());
        version.schedule().slots(begin, end).forEach(slots::add);
      }
    }
    return slots;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Whether it has ever had a schedule. */
  boolean hasBeenScheduled() {
    return schedules.stream().anyMatch(version -> version.schedule() != null);
  }

  private Schedule schedule() {
    return schedules.get(schedules.size() - 1).schedule();
  }

  ObservationKind kind() {
    return kind;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  Measure measure() {
    return measure;
  }

  DefinitionView view() {
    return new DefinitionView(
        id,
        personId,
        agency,
        kind,
        code,
        title,
        measure,
        schedule(),
        schedules,
        fromDay,
        untilDay,
        definedAt,
        definedBy,
        endedAt == null ? null : new DefinitionView.Ending(endedAt, endedBy, endingReason));
  }

  /**
   * A schedule from a moment on, until the next takes effect.
   *
   * @param schedule null when readings were due at no set time
   */
  record ScheduleVersion(Instant effectiveFrom, Schedule schedule) {}
}
