package org.wraparound.actionplan.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.actions.OwningPlan;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;
import org.wraparound.kit.web.Violation;

class MeetingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2026, 3, 4);
  private static final Caller MANAGER = caller("OAKFIELD");
  private static final Caller COUNCIL = caller("BRIDGESHIRE-SAFEGUARDING");
  private static final UUID ACTION = UUID.randomUUID();
  private static final Voice SAID = new Voice(Heard.AT_THE_MEETING, null, "I want to stay.");
  private static final Voice ABSENT =
      new Voice(null, NotHeard.PERSON_OBJECTS, "He asked us not to.");

  private final OwningPlan plan = new OwningPlan(UUID.randomUUID(), UUID.randomUUID(), "OAKFIELD");
  private Meeting meeting;

  private static Caller caller(String agency) {
    return new Caller(agency, "OTHER", agency + "-1", Set.of("manager"));
  }

  @BeforeEach
  void convened() {
    meeting = following(null);
  }

  private Meeting following(Meeting previous) {
    return new Meeting(
        plan,
        "MTG-26-000001",
        MeetingKind.STRATEGY_DISCUSSION,
        "Decide whether an enquiry is needed",
        DUE,
        List.of(
            new Invitee("BRIDGESHIRE-SAFEGUARDING", "Enquiry officer", null, false),
            new Invitee("Riverside legal", "Solicitor", "Jo Webb", true)),
        null,
        null,
        null,
        CarriedOver.NOTHING.and(List.of(), previous, Map.of()),
        MANAGER,
        NOW);
  }

  private static Decision decision(List<UUID> actions, String noActionReason) {
    return new Decision("Both stay.", "Neither wants to move.", actions, noActionReason);
  }

  private static Minutes minutes(Voice person, Voice family, Decision... decisions) {
    return new Minutes(
        null,
        List.of(
            new AttendanceNote(1, Attendance.ATTENDED, null, "Brought the chronology."),
            new AttendanceNote(2, Attendance.APOLOGIES, null, null)),
        List.of(),
        null,
        person,
        family,
        List.of(decisions),
        NOW,
        "OAKFIELD");
  }

  private void hold() {
    meeting.hold(NOW, meeting.carriedOver(), MANAGER, NOW);
  }

  private static void assertRefused(ProblemType type, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }

  private static ScheduleMeeting at(Instant when, String reason) {
    return new ScheduleMeeting(when, "By video", reason);
  }

  @Test
  void itTellsTheBusOfNobodyWhoIsNamedInWords() {
    assertThat(meeting.convened().agencies()).containsExactly("BRIDGESHIRE-SAFEGUARDING");
    assertThat(meeting.invitedAgencies()).hasSize(2);
  }

  @Test
  void itIsMovedOnlyForAReasonAndToATimeToCome() {
    Instant first = NOW.plus(Duration.ofDays(1));
    assertThat(meeting.schedule(at(first, null), MANAGER, NOW).movedFrom()).isNull();
    assertThat(meeting.status()).isEqualTo(MeetingStatus.SCHEDULED);
    Instant second = first.plus(Duration.ofHours(3));
    assertRefused(ProblemType.INVALID, () -> meeting.schedule(at(second, " "), MANAGER, NOW));
    assertRefused(
        ProblemType.INVALID, () -> meeting.schedule(at(NOW.minusSeconds(1), "Why"), MANAGER, NOW));
    assertThat(meeting.schedule(at(second, "The advocate cannot come."), COUNCIL, NOW).movedFrom())
        .isEqualTo(first);
    assertThat(meeting.moves())
        .containsExactly(
            new Move(first, "The advocate cannot come.", NOW, "BRIDGESHIRE-SAFEGUARDING"));
  }

  @Test
  void onlyWhoTakesPartLeadsIt() {
    for (String outside : List.of("BRIDGESHIRE-COMMISSIONING", "Riverside legal")) {
      Caller other = caller(outside);
      assertRefused(ProblemType.FORBIDDEN, () -> meeting.schedule(at(NOW, null), other, NOW));
      assertRefused(ProblemType.FORBIDDEN, () -> meeting.cancel("Why", other, NOW));
    }
  }

  @Test
  void itsMinutesAreWrittenOnceItWasHeld() {
    Minutes written = minutes(SAID, ABSENT, decision(List.of(ACTION), null));
    assertRefused(ProblemType.CONFLICT, () -> meeting.write(written, MANAGER));
    assertRefused(
        ProblemType.INVALID,
        () -> meeting.hold(NOW.plusSeconds(1), CarriedOver.NOTHING, MANAGER, NOW));
    assertThat(meeting.hold(NOW.minusSeconds(60), CarriedOver.NOTHING, MANAGER, NOW).late())
        .isFalse();
    meeting.write(written, COUNCIL);
    assertRefused(ProblemType.CONFLICT, () -> meeting.hold(NOW, CarriedOver.NOTHING, MANAGER, NOW));
    assertRefused(ProblemType.CONFLICT, () -> meeting.cancel("Why", MANAGER, NOW));
    assertRefused(ProblemType.CONFLICT, () -> meeting.schedule(at(NOW, null), MANAGER, NOW));
    assertRefused(ProblemType.CONFLICT, () -> meeting.invite(List.of(), MANAGER, NOW));
  }

  @Test
  void minutesThatLackSomethingAreNotFinalised() {
    hold();
    assertThat(meeting.missing().stream().map(Violation::field))
        .containsExactly("attendance", "attendance", "personsVoice", "familysVoice", "discussion");
    meeting.write(
        minutes(
            null,
            null,
            decision(List.of(ACTION), null),
            decision(List.of(), null),
            decision(List.of(), "Nothing changes.")),
        MANAGER);
    assertThat(meeting.missing().stream().map(Violation::field))
        .containsExactly("personsVoice", "familysVoice", "decisions[1]");
    assertThatThrownBy(() -> meeting.finalise(MANAGER, NOW))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.type()).isEqualTo(ProblemType.CONFLICT);
              assertThat(e.problem("/", "1").violations())
                  .extracting(Violation::field)
                  .containsExactly("personsVoice", "familysVoice", "decisions[1]");
            });
    assertThat(meeting.status()).isEqualTo(MeetingStatus.HELD);
  }

  @Test
  void finalisedMinutesAreAddedToAndNothingElse() {
    hold();
    Minutes written =
        minutes(
            SAID, ABSENT, decision(List.of(ACTION), null), decision(List.of(), "Nothing changes."));
    meeting.write(written, MANAGER);
    assertRefused(ProblemType.CONFLICT, () -> meeting.add("Text", "Why", MANAGER, NOW));
    var finalised = meeting.finalise(COUNCIL, NOW);
    assertThat(finalised.invited()).isEqualTo(2);
    assertThat(finalised.attended()).isEqualTo(1);
    assertThat(finalised.personHeard()).isTrue();
    assertThat(finalised.familyHeard()).isFalse();
    assertThat(finalised.decisions()).isEqualTo(2);
    assertThat(finalised.decisionsWithoutAction()).isEqualTo(1);
    assertThat(finalised.actionIds()).containsExactly(ACTION);
    assertRefused(ProblemType.CONFLICT, () -> meeting.write(minutes(SAID, SAID), MANAGER));
    assertRefused(ProblemType.CONFLICT, () -> meeting.finalise(MANAGER, NOW));
    assertThat(meeting.add("Text", "Why", MANAGER, NOW).addendum()).isEqualTo(1);
    assertThat(meeting.add("More", "Why", COUNCIL, NOW).addendum()).isEqualTo(2);
    assertThat(meeting.minutes()).isEqualTo(written);
  }

  @Test
  void theNextOneTakesUpDecisionsThatAreStillOpenThroughAllThatFollow() {
    hold();
    meeting.write(
        minutes(SAID, ABSENT, decision(List.of(), "Nothing changes."), decision(List.of(), null)),
        MANAGER);
    Meeting next = following(meeting);
    assertThat(next.carriedOver().decisions())
        .extracting(CarriedOver.OpenDecision::meetingId, CarriedOver.OpenDecision::number)
        .containsExactly(tuple(meeting.id(), 2));
    assertThat(following(next).carriedOver().decisions()).isEqualTo(next.carriedOver().decisions());
  }

  @Test
  void itIsToldOnceThatItWasNotHeldByItsDay() {
    assertThat(meeting.tellOverdue(DUE, NOW)).isEmpty();
    LocalDate after = DUE.plusDays(1);
    assertThat(meeting.isOverdue(after)).isTrue();
    assertThat(meeting.tellOverdue(after, NOW).orElseThrow().dueBy()).isEqualTo(DUE);
    assertThat(meeting.tellOverdue(after, NOW)).isEmpty();
    Instant late = Instant.parse("2026-03-05T10:00:00Z");
    assertThat(meeting.hold(late, CarriedOver.NOTHING, MANAGER, late).late()).isTrue();
    assertThat(meeting.isOverdue(after)).isFalse();
  }

  @Test
  void whatIsCancelledIsNeitherHeldNorOverdue() {
    meeting.cancel("Held by another council.", MANAGER, NOW);
    assertThat(meeting.status()).isEqualTo(MeetingStatus.CANCELLED);
    assertThat(meeting.tellOverdue(DUE.plusDays(1), NOW)).isEmpty();
    assertRefused(ProblemType.CONFLICT, () -> meeting.hold(NOW, CarriedOver.NOTHING, MANAGER, NOW));
  }

  @Test
  void aVoiceIsEitherHeardOrItsAbsenceExplained() {
    assertThat(SAID.fault(false)).isEmpty();
    assertThat(ABSENT.fault(true)).isEmpty();
    assertThat(ABSENT.fault(false)).isPresent();
    assertThat(new Voice(null, null, "He came.").fault(true)).isPresent();
    assertThat(new Voice(Heard.BEFOREHAND, NotHeard.OTHER, "Both?").fault(true)).isPresent();
  }
}
