package org.wraparound.actionplan.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wraparound.kit.London;

/**
 * The minutes of a meeting as people read them; before it is held, its agenda.
 *
 * @param standing why they must not be relied on yet; null once they are finalised
 */
public record PrintedMinutes(
    String title,
    String reference,
    String when,
    String standing,
    String purpose,
    List<Person> people,
    String chair,
    List<String> carriedOver,
    List<Said> voices,
    String discussion,
    List<Decided> decisions,
    List<Added> addenda) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

  /** Someone who was asked, or came without. */
  public record Person(String who, String came, String contributed) {}

  /** What someone whom it is about said, or why they were not heard. */
  public record Said(String whose, String how, String words) {}

  /** What was decided. */
  public record Decided(
      String text, String rationale, List<String> actions, String noActionReason) {

    private static Decided of(MeetingView.DecisionView taken) {
      return new Decided(
          taken.text(),
          taken.rationale(),
          taken.actions().stream()
              .map(
                  action ->
                      line(
                          action.reference(), action.title(), action.ownerAgency(), action.dueOn()))
              .toList(),
          taken.noActionReason());
    }
  }

  /** What was added since. */
  public record Added(String text, String reason, String added) {}

  /**
   * @param label the words for a code of a list
   */
  static PrintedMinutes of(MeetingView meeting, BiFunction<String, Enum<?>, String> label) {
    MeetingView.MinutesView minutes = meeting.minutes();
    return new PrintedMinutes(
        label.apply("meeting-kind", meeting.kind()),
        meeting.reference(),
        when(meeting),
        standing(meeting),
        meeting.purpose(),
        people(meeting, label),
        minutes == null ? null : minutes.chair(),
        Stream.concat(
                meeting.carriedOver().actions().stream()
                    .map(
                        open ->
                            line(open.reference(), open.title(), open.ownerAgency(), open.dueOn())),
                meeting.carriedOver().decisions().stream().map(open -> "Decision: " + open.text()))
            .toList(),
        minutes == null
            ? List.of()
            : Stream.of(
                    said("What the person said", minutes.personsVoice(), label),
                    said("What the family said", minutes.familysVoice(), label))
                .flatMap(List::stream)
                .toList(),
        minutes == null ? null : minutes.discussion(),
        minutes == null ? List.of() : minutes.decisions().stream().map(Decided::of).toList(),
        meeting.addenda().stream()
            .map(
                addendum ->
                    new Added(
                        addendum.text(),
                        addendum.reason(),
                        addendum.addedByAgency() + ", " + time(addendum.addedAt())))
            .toList());
  }

  private static String when(MeetingView meeting) {
    if (meeting.heldAt() != null) {
      return "Held on " + time(meeting.heldAt());
    }
    if (meeting.scheduledFor() != null) {
      return "To be held on "
          + time(meeting.scheduledFor())
          + (meeting.place() == null ? "" : ", " + meeting.place());
    }
    return "To be held by " + DAY.format(meeting.dueBy());
  }

  private static String standing(MeetingView meeting) {
    return switch (meeting.status()) {
      case CONVENED, SCHEDULED -> "Not held yet.";
      case HELD -> "Not finalised: this may still change.";
      case FINALISED -> null;
      case CANCELLED -> "Cancelled: " + meeting.cancellationReason();
    };
  }

  private static List<Person> people(
      MeetingView meeting, BiFunction<String, Enum<?>, String> label) {
    List<AttendanceNote> noted =
        meeting.minutes() == null ? List.of() : meeting.minutes().attendance();
    List<OtherPresent> others =
        meeting.minutes() == null ? List.of() : meeting.minutes().othersPresent();
    return Stream.concat(
            meeting.invitees().stream()
                .map(
                    invitee ->
                        noted.stream()
                            .filter(note -> note.invitee() == invitee.number())
                            .findFirst()
                            .map(
                                note ->
                                    new Person(
                                        who(
                                            note.name() == null ? invitee.name() : note.name(),
                                            invitee.role(),
                                            invitee.agency()),
                                        label.apply("attendance", note.attendance()),
                                        note.contribution()))
                            .orElseGet(
                                () ->
                                    new Person(
                                        who(invitee.name(), invitee.role(), invitee.agency()),
                                        null,
                                        null))),
            others.stream()
                .map(
                    other ->
                        new Person(
                            who(other.name(), other.role(), other.agency()),
                            "Came uninvited",
                            other.contribution())))
        .toList();
  }

  private static String who(String name, String role, String agency) {
    return Stream.of(name, role, agency)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.joining(", "));
  }

  private static List<Said> said(
      String whose, Voice voice, BiFunction<String, Enum<?>, String> label) {
    return voice == null
        ? List.of()
        : List.of(
            new Said(
                whose,
                voice.wasHeard()
                    ? "Heard: " + label.apply("voice-heard", voice.heard())
                    : "Not heard: " + label.apply("voice-not-heard", voice.notHeard()),
                voice.words()));
  }

  private static String line(String reference, String title, String owner, LocalDate dueOn) {
    return "%s, %s: %s, by %s".formatted(reference, owner, title, DAY.format(dueOn));
  }

  private static String time(Instant moment) {
    return TIME.format(London.dateAndTimeOf(moment));
  }
}
