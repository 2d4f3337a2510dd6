package org.wraparound.actionplan.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wraparound.actionplan.plans.Plan;
import org.wraparound.actionplan.plans.PlanOpening;
import org.wraparound.actionplan.plans.Plans;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.WorkingTime;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Calls meetings, by hand and for what other services report. */
@ApplicationScoped
@Transactional
class Convening {
  private final Meetings meetings;
  private final CarryingOver carryingOver;
  private final Plans plans;
  private final PlanOpening opening;
  private final AccessGrants circles;
  private final MeetingsConfig config;
  private final References references;
  private final DueDates dueDates;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Convening(
      Meetings meetings,
      CarryingOver carryingOver,
      Plans plans,
      PlanOpening opening,
      AccessGrants circles,
      MeetingsConfig config,
      References references,
      DueDates dueDates,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.meetings = meetings;
    this.carryingOver = carryingOver;
    this.plans = plans;
    this.opening = opening;
    this.circles = circles;
    this.config = config;
    this.references = references;
    this.dueDates = dueDates;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * Calls a meeting about a person whose circle the caller's agency is in.
   *
   * @throws ProblemException 404 for anyone else, 409 when the plan is closed, 422 naming
   *     everything there is to mend
   */
  Meeting byHand(ConveneMeeting command) {
    List<AccessGrant> circle = circles.of(command.personId());
    mustBeIn(circle, command.personId());
    Plan named = planNamed(command);
    Meeting previous = meetingNamed(command);
    Invitations invitations = Invitations.in(circle, named == null ? null : named.agency());
    List<Violation> violations = violations(command, named, previous);
    violations.addAll(invitations.faultsOf(command.invitees()));
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    Plan plan = named == null ? planOf(command) : named;
    plan.requireOpen();
    Meeting meeting =
        convene(
            plan,
            command.kind(),
            command.purpose(),
            command.dueBy(),
            invitations.invitees(command.invitees()),
            command.requestedBy(),
            null,
            previous);
    if (command.scheduledFor() != null) {
      journal.append(
          meeting.schedule(
              new ScheduleMeeting(command.scheduledFor(), command.place(), null),
              provenance.caller(),
              clock.instant()));
      meetings.flush();
    }
    return meeting;
  }

  /**
   * Calls a meeting that an event asks for, of everyone who sees the person's records.
   *
   * @param askedByEvent what it asks for, the same as often as it asks
   * @param from the day from which the working days are counted by whose end it is due
   */
  void forEvent(
      Plan plan,
      MeetingKind kind,
      String purpose,
      RequestedBy requestedBy,
      String askedByEvent,
      LocalDate from) {
    convene(
        plan,
        kind,
        purpose,
        dueBy(kind, from),
        Invitations.in(circles.of(plan.personId()), plan.agency()).all(),
        requestedBy,
        askedByEvent,
        null);
  }

  private Meeting convene(
      Plan plan,
      MeetingKind kind,
      String purpose,
      LocalDate dueBy,
      List<Invitee> invitees,
      RequestedBy requestedBy,
      String askedByEvent,
      Meeting named) {
    Meeting previous = named == null ? meetings.lastHeld(plan.id()).orElse(null) : named;
    Meeting meeting =
        new Meeting(
            plan.asOwner(),
            references.next("MTG", "meeting_reference"),
            kind,
            purpose,
            dueBy,
            invitees,
            requestedBy,
            askedByEvent,
            previous == null ? null : previous.id(),
            carryingOver.into(plan.id(), previous),
            provenance.caller(),
            clock.instant());
    meetings.persistAndFlush(meeting);
    journal.append(meeting.convened());
    dueDates.schedule(OverdueMeetings.KIND, meeting.id(), London.endOf(dueBy));
    return meeting;
  }

  private void mustBeIn(List<AccessGrant> circle, UUID personId) {
    String own = provenance.caller().agency();
    if (circle.stream()
        .noneMatch(member -> member.agency().equals(own) && member.level() != Level.AWARE)) {
      throw ProblemException.notFound("person", personId);
    }
  }

  private Plan planNamed(ConveneMeeting command) {
    return command.planId() == null
        ? null
        : plans
            .findByIdOptional(command.planId())
            .filter(plan -> plan.personId().equals(command.personId()))
            .orElse(null);
  }

  private Meeting meetingNamed(ConveneMeeting command) {
    return command.follows() == null
        ? null
        : meetings
            .findByIdOptional(command.follows())
            .filter(meeting -> meeting.personId().equals(command.personId()))
            .orElse(null);
  }

  private Plan planOf(ConveneMeeting command) {
    return opening.openOrNew(
        command.personId(),
        command.planKind() == null ? command.kind().planKind() : command.planKind());
  }

  private List<Violation> violations(ConveneMeeting command, Plan named, Meeting previous) {
    List<Violation> found = new ArrayList<>();
    if (command.planId() != null && named == null) {
      found.add(new Violation("planId", "is no plan of this person's"));
    }
    if (command.planId() != null && command.planKind() != null) {
      found.add(new Violation("planKind", "leave it out: planId says which plan it is"));
    }
    if (command.follows() != null && previous == null) {
      found.add(new Violation("follows", "is no meeting about this person"));
    }
    if (command.dueBy().isBefore(London.today(clock))) {
      found.add(new Violation("dueBy", "lies in the past: give today or a later day"));
    }
    if (command.scheduledFor() != null && command.scheduledFor().isBefore(clock.instant())) {
      found.add(new Violation("scheduledFor", "lies in the past: give a time to come"));
    }
    if (command.scheduledFor() == null && command.place() != null) {
      found.add(new Violation("place", "goes with a time: give scheduledFor, or set both later"));
    }
    return found;
  }

  private LocalDate dueBy(MeetingKind kind, LocalDate from) {
    return WorkingTime.workingDaysFrom(
        from,
        config.dueWithinWorkingDays().getOrDefault(kind, config.otherwiseDueWithinWorkingDays()));
  }
}
