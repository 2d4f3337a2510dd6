package org.wraparound.actionplan.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.ActionAgreeing;
import org.wraparound.actionplan.actions.AgreeAction;
import org.wraparound.actionplan.meetings.WriteMinutes.Decided;
import org.wraparound.actionplan.plans.Plan;
import org.wraparound.actionplan.plans.Plans;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Leads a meeting from its invitations to its minutes. */
@ApplicationScoped
@Transactional
class Chairing {
  private final Meetings meetings;
  private final CarryingOver carryingOver;
  private final Plans plans;
  private final ActionAgreeing agreeing;
  private final AccessGrants circles;
  private final DueDates dueDates;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Chairing(
      Meetings meetings,
      CarryingOver carryingOver,
      Plans plans,
      ActionAgreeing agreeing,
      AccessGrants circles,
      DueDates dueDates,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.meetings = meetings;
    this.carryingOver = carryingOver;
    this.plans = plans;
    this.agreeing = agreeing;
    this.circles = circles;
    this.dueDates = dueDates;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  Meeting invite(UUID id, String ifMatch, InviteAgencies command) {
    Meeting meeting = meetings.required(id);
    EntityTags.require(ifMatch, meeting.version());
    Invitations invitations = Invitations.in(circles.of(meeting.personId()), meeting.agency());
    List<Violation> faults = invitations.faultsOf(command.invitees());
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    journal.append(
        meeting.invite(
            invitations.invitees(command.invitees()), provenance.caller(), clock.instant()));
    return flushed(meeting);
  }

  Meeting schedule(UUID id, String ifMatch, ScheduleMeeting command) {
    Meeting meeting = load(id, ifMatch);
    journal.append(meeting.schedule(command, provenance.caller(), clock.instant()));
    return flushed(meeting);
  }

  /**
   * @param command null where it takes place now
   */
  Meeting hold(UUID id, String ifMatch, HoldMeeting command) {
    Meeting meeting = load(id, ifMatch);
    Instant now = clock.instant();
    journal.append(
        meeting.hold(
            command == null || command.heldAt() == null ? now : command.heldAt(),
            carryingOver.into(meeting),
            provenance.caller(),
            now));
    dueDates.cancel(OverdueMeetings.KIND, id);
    return flushed(meeting);
  }

  /** Writes the minutes, and adds to the plan the actions that are worded in them. */
  Meeting write(UUID id, String ifMatch, WriteMinutes command) {
    Meeting meeting = meetings.required(id);
    EntityTags.require(ifMatch, meeting.version());
    Caller caller = provenance.caller();
    meeting.mustTakeMinutesOf(caller);
    List<Violation> violations =
        command.violations(meeting.invitees().size(), ofPlan(meeting, command.actionIds()));
    Plan plan = command.wordsActions() ? plans.requiredAlone(meeting.planId()) : null;
    if (plan != null) {
      plan.requireOpen();
      violations.addAll(faultsOfActions(plan, command));
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    meeting.write(
        new Minutes(
            WriteMinutes.blankToNull(command.chair()),
            command.attendance(),
            command.othersPresent(),
            WriteMinutes.blankToNull(command.discussion()),
            command.personsVoice(),
            command.familysVoice(),
            command.decisions().stream().map(decided -> taken(plan, decided)).toList(),
            clock.instant(),
            caller.agency()),
        caller);
    return flushed(meeting);
  }

  Meeting finalise(UUID id, String ifMatch) {
    Meeting meeting = load(id, ifMatch);
    journal.append(meeting.finalise(provenance.caller(), clock.instant()));
    return flushed(meeting);
  }

  Meeting add(UUID id, String ifMatch, AddToMinutes command) {
    Meeting meeting = load(id, ifMatch);
    journal.append(
        meeting.add(command.text(), command.reason(), provenance.caller(), clock.instant()));
    return flushed(meeting);
  }

  Meeting cancel(UUID id, String ifMatch, CancelMeeting command) {
    Meeting meeting = load(id, ifMatch);
    journal.append(meeting.cancel(command.reason(), provenance.caller(), clock.instant()));
    dueDates.cancel(OverdueMeetings.KIND, id);
    return flushed(meeting);
  }

  private Set<UUID> ofPlan(Meeting meeting, Set<UUID> actionIds) {
    return carryingOver.known(actionIds).values().stream()
        .filter(action -> action.planId().equals(meeting.planId()))
        .map(Action::id)
        .collect(Collectors.toSet());
  }

  /** What is wrong with the actions worded in the minutes, each by its place there. */
  private List<Violation> faultsOfActions(Plan plan, WriteMinutes command) {
    List<Violation> found = new ArrayList<>();
    for (int i = 0; i < command.decisions().size(); i++) {
      List<AgreeAction> worded = command.decisions().get(i).newActions();
      for (int j = 0; j < worded.size(); j++) {
        String place = "decisions[%d].newActions[%d].".formatted(i, j);
        agreeing.violations(plan.asOwner(), worded.get(j)).stream()
            .map(fault -> new Violation(place + fault.field(), fault.message()))
            .forEach(found::add);
      }
    }
    return found;
  }

  private Decision taken(Plan plan, Decided decided) {
    return new Decision(
        decided.text(),
        decided.rationale(),
        Stream.concat(
                decided.actionIds().stream().distinct(),
                decided.newActions().stream()
                    .map(worded -> agreeing.byHand(plan.asOwner(), worded).id()))
            .toList(),
        decided.noActionReason());
  }

  private Meeting load(UUID id, String ifMatch) {
    Meeting meeting = meetings.required(id);
    EntityTags.honour(ifMatch, meeting.version());
    return meeting;
  }

  private Meeting flushed(Meeting meeting) {
    meetings.flush();
    return meeting;
  }
}
