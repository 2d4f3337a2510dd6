package org.wraparound.actionplan.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.ActionStatus;
import org.wraparound.kit.web.Violation;

/** A meeting as callers see it. */
@Schema(name = "Meeting")
record MeetingView(
    UUID id,
    String reference,
    UUID personId,
    @Schema(description = "The provider whose plan it works on.") String provider,
    UUID planId,
    MeetingKind kind,
    String purpose,
    MeetingStatus status,
    @Schema(description = "Still to be held, and the day it was due by has ended.") boolean overdue,
    @Schema(description = "Last day to hold it, Europe/London.") LocalDate dueBy,
    @Schema(description = "What elsewhere asked for it; null for nothing.") RequestedBy requestedBy,
    @Schema(description = "The meeting before it, whose open decisions it takes up.") UUID follows,
    Instant convenedAt,
    @Schema(description = "Agency that convened it; SYSTEM where an event did.")
        String convenedByAgency,
    Instant scheduledFor,
    String place,
    @Schema(description = "How often it was moved and why, oldest first.") List<Move> moves,
    List<InviteeView> invitees,
    @Schema(
            description =
                "What it starts from: open when it was convened or since, until it is held; each"
                    + " with how it stands now.")
        CarriedOverView carriedOver,
    Instant heldAt,
    @Schema(description = "Null before they are begun.") MinutesView minutes,
    @Schema(
            description =
                "What the minutes lack before they can be finalised, by its place in them; empty"
                    + " unless they are being written.")
        List<Violation> missing,
    Instant finalisedAt,
    String finalisedByAgency,
    @Schema(description = "Who finalised them, as the subject of their token.") String finalisedBy,
    @Schema(description = "What was added since, oldest first.") List<Addendum> addenda,
    Instant cancelledAt,
    String cancelledByAgency,
    String cancellationReason) {

  /** One who was invited. */
  @Schema(name = "Invitee")
  record InviteeView(
      @Schema(description = "Their number in this meeting, from 1.") int number,
      String agency,
      @Schema(description = "Null where the agency has not said yet whom it sends.") String role,
      String name,
      @Schema(description = "Comes without seeing the person's records.") boolean external) {}

  /** What the meeting starts from. */
  @Schema(name = "CarriedOver")
  record CarriedOverView(List<OpenAction> actions, List<OpenDecision> decisions) {

    /** An action that was neither verified nor withdrawn. */
    @Schema(name = "CarriedOverAction")
    record OpenAction(
        UUID id,
        String reference,
        String title,
        String ownerAgency,
        LocalDate dueOn,
        @Schema(description = "How it stood when it was carried over.") ActionStatus statusThen,
        @Schema(description = "How it stands now.") ActionStatus status) {}

    /** A decision that had not come to anything. */
    @Schema(name = "CarriedOverDecision")
    record OpenDecision(
        UUID meetingId,
        @Schema(description = "Its place in that meeting's minutes, from 1.") int number,
        String text,
        List<UUID> actionIds,
        @Schema(description = "Whether it has still not come to anything.") boolean open) {}
  }

  /** What is written down. */
  @Schema(name = "Minutes")
  record MinutesView(
      String chair,
      List<AttendanceNote> attendance,
      List<OtherPresent> othersPresent,
      String discussion,
      Voice personsVoice,
      Voice familysVoice,
      List<DecisionView> decisions,
      @Schema(description = "When this wording was saved.") Instant writtenAt,
      String writtenByAgency) {}

  /** What was decided. */
  @Schema(name = "MeetingDecision")
  record DecisionView(
      String text, String rationale, List<DecidedAction> actions, String noActionReason) {}

  /** An action that carries a decision out, as it stands now. */
  @Schema(name = "DecidedAction")
  record DecidedAction(
      UUID id,
      String reference,
      String title,
      String ownerAgency,
      LocalDate dueOn,
      ActionStatus status) {

    private static DecidedAction of(Action action) {
      return new DecidedAction(
          action.id(),
          action.reference(),
          action.title(),
          action.ownerAgency(),
          action.dueOn(),
          action.status());
    }
  }

  /**
   * The meeting as it stands on that day.
   *
   * @param carriedOver what it starts from
   * @param known the actions that it and its minutes speak of, as they stand now
   */
  static MeetingView of(
      Meeting meeting, CarriedOver carriedOver, Map<UUID, Action> known, LocalDate today) {
    List<Invitee> invitees = meeting.invitees();
    return new MeetingView(
        meeting.id(),
        meeting.reference(),
        meeting.personId(),
        meeting.agency(),
        meeting.planId(),
        meeting.kind(),
        meeting.purpose(),
        meeting.status(),
        meeting.isOverdue(today),
        meeting.dueBy(),
        meeting.requestedBy(),
        meeting.follows(),
        meeting.convenedAt(),
        meeting.convenedByAgency(),
        meeting.scheduledFor(),
        meeting.place(),
        meeting.moves(),
        IntStream.range(0, invitees.size())
            .mapToObj(
                i ->
                    new InviteeView(
                        i + 1,
                        invitees.get(i).agency(),
                        invitees.get(i).role(),
                        invitees.get(i).name(),
                        invitees.get(i).external()))
            .toList(),
        view(carriedOver, known),
        meeting.heldAt(),
        view(meeting.minutes(), known),
        meeting.missing(),
        meeting.finalisedAt(),
        meeting.finalisedByAgency(),
        meeting.finalisedBy(),
        meeting.addenda(),
        meeting.cancelledAt(),
        meeting.cancelledByAgency(),
        meeting.cancellationReason());
  }

  private static CarriedOverView view(CarriedOver carriedOver, Map<UUID, Action> known) {
    return new CarriedOverView(
        carriedOver.actions().stream()
            .map(
                open ->
                    new CarriedOverView.OpenAction(
                        open.id(),
                        open.reference(),
                        open.title(),
                        open.ownerAgency(),
                        open.dueOn(),
                        open.statusThen(),
                        known.get(open.id()).status()))
            .toList(),
        carriedOver.decisions().stream()
            .map(
                open ->
                    new CarriedOverView.OpenDecision(
                        open.meetingId(),
                        open.number(),
                        open.decision().text(),
                        open.decision().actionIds(),
                        open.decision().isOpen(known)))
            .toList());
  }

  private static MinutesView view(Minutes minutes, Map<UUID, Action> known) {
    return minutes.writtenAt() == null
        ? null
        : new MinutesView(
            minutes.chair(),
            minutes.attendance(),
            minutes.othersPresent(),
            minutes.discussion(),
            minutes.personsVoice(),
            minutes.familysVoice(),
            minutes.decisions().stream()
                .map(
                    taken ->
                        new DecisionView(
                            taken.text(),
                            taken.rationale(),
                            taken.actionIds().stream()
                                .map(known::get)
                                .map(DecidedAction::of)
                                .toList(),
                            taken.noActionReason()))
                .toList(),
            minutes.writtenAt(),
            minutes.writtenByAgency());
  }
}
