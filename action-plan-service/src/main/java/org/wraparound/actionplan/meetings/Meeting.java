package org.wraparound.actionplan.meetings;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.actionplan.actions.OwningPlan;
import org.wraparound.actionplan.meetings.CarriedOver.OpenDecision;
import org.wraparound.actionplan.meetings.MeetingEvent.MeetingAddedTo;
import org.wraparound.actionplan.meetings.MeetingEvent.MeetingCancelled;
import org.wraparound.actionplan.meetings.MeetingEvent.MeetingConvened;
import org.wraparound.actionplan.meetings.MeetingEvent.MeetingFinalised;
import org.wraparound.actionplan.meetings.MeetingEvent.MeetingHeld;
import org.wraparound.actionplan.meetings.MeetingEvent.MeetingInvited;
import org.wraparound.actionplan.meetings.MeetingEvent.MeetingOverdue;
import org.wraparound.actionplan.meetings.MeetingEvent.MeetingScheduled;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.London;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * The agencies around a person meet and decide. It belongs to a plan, in which its decisions become
 * actions. Its minutes are written together until they are finalised; then they are evidence.
 */
@Entity
@Table(name = "meeting")
class Meeting extends PersonRecord {
  @Column(updatable = false)
  private String reference;

  @Column(name = "plan_id", updatable = false)
  private UUID planId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private MeetingKind kind;

  @Column(updatable = false)
  private String purpose;

  @Column(name = "due_by", updatable = false)
  private LocalDate dueBy;

  @Embedded private RequestedBy requestedBy;

  // Read by queries alone.
  @SuppressWarnings("UnusedVariable")
  @Column(name = "asked_by_event", updatable = false)
  private String askedByEvent;

  @Column(updatable = false)
  private UUID follows;

  @Column(name = "convened_at", updatable = false)
  private Instant convenedAt;

  @Column(name = "convened_by_agency", updatable = false)
  private String convenedByAgency;

  @Column(name = "scheduled_for")
  private Instant scheduledFor;

  private String place;

  @Column(name = "held_at")
  private Instant heldAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(name = "carried_over")
  private CarriedOver carriedOver;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private Minutes minutes;

  @Column(name = "finalised_at")
  private Instant finalisedAt;

  @Column(name = "finalised_by_agency")
  private String finalisedByAgency;

  @Column(name = "finalised_by")
  private String finalisedBy;

  @Column(name = "cancelled_at")
  private Instant cancelledAt;

  @Column(name = "cancelled_by_agency")
  private String cancelledByAgency;

  @Column(name = "cancellation_reason")
  private String cancellationReason;

  @Column(name = "overdue_told_at")
  private Instant overdueToldAt;

  // The database derives it from the columns above as status() does, for queries to filter and
  // index by; it is stale in memory until the meeting is read again.
  @SuppressWarnings("UnusedVariable")
  @Enumerated(EnumType.STRING)
  @Column(name = "status", insertable = false, updatable = false)
  private MeetingStatus status;

  @ElementCollection
  @CollectionTable(name = "meeting_invitee", joinColumns = @JoinColumn(name = "meeting_id"))
  @OrderColumn(name = "position")
  @BatchSize(size = 200)
  private List<Invitee> invitees = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "meeting_move", joinColumns = @JoinColumn(name = "meeting_id"))
  @OrderColumn(name = "position")
  @BatchSize(size = 200)
  private List<Move> moves = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "meeting_addendum", joinColumns = @JoinColumn(name = "meeting_id"))
  @OrderColumn(name = "position")
  @BatchSize(size = 200)
  private List<Addendum> addenda = new ArrayList<>();

  Meeting() {}

  /**
   * @param askedByEvent what an event asked for, the same as often as it asks; null by hand
   * @param follows the meeting before it, or null
   */
  Meeting(
      OwningPlan plan,
      String reference,
      MeetingKind kind,
      String purpose,
      LocalDate dueBy,
      List<Invitee> invitees,
      RequestedBy requestedBy,
      String askedByEvent,
      UUID follows,
      CarriedOver carriedOver,
      Caller convenedBy,
      Instant convenedAt) {
    super(Ids.next(), plan.personId(), plan.provider());
    this.planId = plan.id();
    this.reference = reference;
    this.kind = kind;
    this.purpose = purpose;
    this.dueBy = dueBy;
    this.invitees.addAll(invitees);
    this.requestedBy = requestedBy;
    this.askedByEvent = askedByEvent;
    this.follows = follows;
    this.carriedOver = carriedOver;
    this.convenedByAgency = convenedBy.agency();
    this.convenedAt = convenedAt;
  }

  MeetingConvened convened() {
    return new MeetingConvened(
        id,
        reference,
        planId,
        personId,
        kind,
        dueBy,
        agenciesTakingPart(),
        escalationId(),
        transitionId(),
        follows,
        convenedAt);
  }

  /**
   * Others are asked to come, in place of those asked until now.
   *
   * @throws ProblemException 409 once it was held: who came uninvited is noted in the minutes
   */
  MeetingInvited invite(List<Invitee> instead, Caller caller, Instant at) {
    mustTakePart(caller);
    mustBeAhead("Whoever came uninvited is noted in its minutes, under othersPresent.");
    invitees.clear();
    invitees.addAll(instead);
    return new MeetingInvited(id, planId, personId, kind, agenciesTakingPart(), at);
  }

  /**
   * It is set for a time, or moved to another.
   *
   * @throws ProblemException 422 for a time that has passed, or when it is moved without a reason
   */
  MeetingScheduled schedule(ScheduleMeeting command, Caller caller, Instant at) {
    mustTakePart(caller);
    mustBeAhead("It has its time.");
    if (command.scheduledFor().isBefore(at)) {
      throw ProblemException.invalid("scheduledFor", "lies in the past: give a time to come");
    }
    Instant movedFrom = scheduledFor;
    if (movedFrom != null) {
      if (command.reason() == null || command.reason().isBlank()) {
        throw ProblemException.invalid("reason", "say why it is moved");
      }
      moves.add(new Move(movedFrom, command.reason(), at, caller.agency()));
    }
    scheduledFor = command.scheduledFor();
    place = command.place();
    return new MeetingScheduled(id, planId, personId, kind, scheduledFor, movedFrom, dueBy, at);
  }

  /**
   * It took place.
   *
   * @param when not after now
   * @param open what it started from
   */
  MeetingHeld hold(Instant when, CarriedOver open, Caller caller, Instant at) {
    mustTakePart(caller);
    mustBeAhead("It was held once.");
    if (when.isAfter(at)) {
      throw ProblemException.invalid("heldAt", "is still to come: give the time it began");
    }
    heldAt = when;
    carriedOver = open;
    return new MeetingHeld(
        id,
        planId,
        personId,
        kind,
        dueBy,
        London.dayOf(when).isAfter(dueBy),
        escalationId(),
        transitionId(),
        when);
  }

  /**
   * Its minutes are to be written by the caller now.
   *
   * @throws ProblemException 409 before it was held, and once they are finalised
   */
  void mustTakeMinutesOf(Caller caller) {
    mustTakePart(caller);
    mustBe(MeetingStatus.HELD, "Minutes are written once it was held, until they are finalised.");
  }

  /** These minutes take the place of what was written before. */
  void write(Minutes written, Caller caller) {
    mustTakeMinutesOf(caller);
    minutes = written;
  }

  /** What its minutes lack before they can be finalised; nothing unless they are being written. */
  List<Violation> missing() {
    return status() == MeetingStatus.HELD ? minutes().missing(invitees) : List.of();
  }

  /**
   * Its minutes are evidence from now on.
   *
   * @throws ProblemException 409 naming all that they lack
   */
  MeetingFinalised finalise(Caller caller, Instant at) {
    mustTakePart(caller);
    mustBe(MeetingStatus.HELD, "Minutes are finalised once, after it was held.");
    List<Violation> missing = missing();
    if (!missing.isEmpty()) {
      throw ProblemException.incomplete(
          "The minutes of %s cannot be finalised before they have all that violations name."
              .formatted(reference),
          missing);
    }
    finalisedAt = at;
    finalisedByAgency = caller.agency();
    finalisedBy = caller.userId();
    List<Decision> decisions = minutes.decisions();
    return new MeetingFinalised(
        id,
        planId,
        personId,
        kind,
        invitees.size(),
        minutes.attended(),
        minutes.personsVoice().wasHeard(),
        minutes.familysVoice().wasHeard(),
        decisions.size(),
        decisions.stream().filter(decision -> decision.actionIds().isEmpty()).count(),
        decisions.stream().flatMap(taken -> taken.actionIds().stream()).distinct().toList(),
        escalationId(),
        transitionId(),
        at);
  }

  /** Something is added to its finalised minutes; what they say stays. */
  MeetingAddedTo add(String text, String reason, Caller caller, Instant at) {
    mustTakePart(caller);
    mustBe(
        MeetingStatus.FINALISED, "Only finalised minutes are added to; others are written on at.");
    addenda.add(new Addendum(text, reason, at, caller.agency(), caller.userId()));
    return new MeetingAddedTo(id, planId, personId, kind, addenda.size(), at);
  }

  /** It will not take place. */
  MeetingCancelled cancel(String reason, Caller caller, Instant at) {
    mustTakePart(caller);
    mustBeAhead("What took place stays.");
    cancelledAt = at;
    cancelledByAgency = caller.agency();
    cancellationReason = reason;
    return new MeetingCancelled(id, planId, personId, kind, escalationId(), transitionId(), at);
  }

  /** Its day has ended: the others are told, once, if it was neither held nor cancelled. */
  Optional<MeetingOverdue> tellOverdue(LocalDate today, Instant at) {
    if (!isOverdue(today) || overdueToldAt != null) {
      return Optional.empty();
    }
    overdueToldAt = at;
    return Optional.of(new MeetingOverdue(id, planId, personId, kind, dueBy, at));
  }

  /** Where it stands. */
  MeetingStatus status() {
    if (cancelledAt != null) {
      return MeetingStatus.CANCELLED;
    }
    if (finalisedAt != null) {
      return MeetingStatus.FINALISED;
    }
    if (heldAt != null) {
      return MeetingStatus.HELD;
    }
    return scheduledFor == null ? MeetingStatus.CONVENED : MeetingStatus.SCHEDULED;
  }

  /** Whether it is still to take place. */
  boolean isAhead() {
    return heldAt == null && cancelledAt == null;
  }

  /** Whether it is still to take place, or its minutes are being written. */
  boolean isLive() {
    return cancelledAt == null && finalisedAt == null;
  }

  /** Whether it is still to take place and the day by which it should have has ended. */
  boolean isOverdue(LocalDate today) {
    return isAhead() && dueBy.isBefore(today);
  }

  /** What it decided, and what meetings before it had decided that was open when it began. */
  Stream<OpenDecision> decisionsSoFar() {
    List<Decision> own = minutes().decisions();
    return Stream.concat(
        carriedOver.decisions().stream(),
        IntStream.range(0, own.size()).mapToObj(i -> new OpenDecision(id, i + 1, own.get(i))));
  }

  private void mustTakePart(Caller caller) {
    String own = caller.agency();
    if (!agency.equals(own)
        && !convenedByAgency.equals(own)
        && !agenciesTakingPart().contains(own)) {
      throw ProblemException.forbidden(
          "Only the agencies that take part do this: the plan's provider, who convened it and who is"
              + " invited.");
    }
  }

  private void mustBeAhead(String otherwise) {
    if (!isAhead()) {
      throw conflict(otherwise);
    }
  }

  private void mustBe(MeetingStatus wanted, String otherwise) {
    if (status() != wanted) {
      throw conflict(otherwise);
    }
  }

  private ProblemException conflict(String rule) {
    return ProblemException.conflict("%s is %s. %s".formatted(reference, status(), rule), uri());
  }

  private UUID escalationId() {
    return requestedBy == null ? null : requestedBy.escalationId();
  }

  private UUID transitionId() {
    return requestedBy == null ? null : requestedBy.transitionId();
  }

  /** Codes, or names, of the agencies invited, each once. */
  List<String> invitedAgencies() {
    return agencies(invitee -> true);
  }

  /** Codes of those invited that see the person's records; others may be named in words. */
  private List<String> agenciesTakingPart() {
    return agencies(invitee -> !invitee.external());
  }

  private List<String> agencies(Predicate<Invitee> wanted) {
    return invitees.stream().filter(wanted).map(Invitee::agency).distinct().sorted().toList();
  }

  URI uri() {
    return URI.create("/v1/meetings/" + id);
  }

  String reference() {
    return reference;
  }

  UUID planId() {
    return planId;
  }

  MeetingKind kind() {
    return kind;
  }

  String purpose() {
    return purpose;
  }

  LocalDate dueBy() {
    return dueBy;
  }

  /** Null when nothing elsewhere asked for it. */
  RequestedBy requestedBy() {
    return requestedBy;
  }

  UUID follows() {
    return follows;
  }

  Instant convenedAt() {
    return convenedAt;
  }

  String convenedByAgency() {
    return convenedByAgency;
  }

  Instant scheduledFor() {
    return scheduledFor;
  }

  String place() {
    return place;
  }

  Instant heldAt() {
    return heldAt;
  }

  /** What was open so far; until it is held, more may become so. */
  CarriedOver carriedOver() {
    return carriedOver;
  }

  Minutes minutes() {
    return minutes == null ? Minutes.UNWRITTEN : minutes;
  }

  Instant finalisedAt() {
    return finalisedAt;
  }

  String finalisedByAgency() {
    return finalisedByAgency;
  }

  String finalisedBy() {
    return finalisedBy;
  }

  Instant cancelledAt() {
    return cancelledAt;
  }

  String cancelledByAgency() {
    return cancelledByAgency;
  }

  String cancellationReason() {
    return cancellationReason;
  }

  List<Invitee> invitees() {
    return List.copyOf(invitees);
  }

  List<Move> moves() {
    return List.copyOf(moves);
  }

  List<Addendum> addenda() {
    return List.copyOf(addenda);
  }
}
