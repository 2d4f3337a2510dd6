package org.wraparound.incident.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wraparound.incident.observations.Measure.Choice;
import org.wraparound.incident.observations.ObservationEvent.ObservationRescheduled;
import org.wraparound.incident.observations.ObservationEvent.ObservationRetitled;
import org.wraparound.incident.observations.Schedule.Slot;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;
import org.wraparound.kit.web.Violation;

class ObservationDefinitionTest {
  private static final UUID PERSON = UUID.randomUUID();
  private static final Caller MANAGER =
      new Caller("OAKFIELD", "PROVIDER", "oakfield-manager", Set.of("manager"));
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final ObservationKinds KINDS = new ObservationKinds(new ObjectMapper());

  private static Schedule at(String... times) {
    return new Schedule(List.of(times), null, 60);
  }

  private static ObservationDefinition anxiety(Schedule schedule, LocalDate from, LocalDate until) {
    return define(ObservationKind.ANXIETY_SCALE, null, schedule, from, until);
  }

  private static ObservationDefinition define(
      ObservationKind kind, Measure measure, Schedule schedule, LocalDate from, LocalDate until) {
    boolean own = kind == ObservationKind.OWN;
    return new ObservationDefinition(
        new DefineObservation(
            PERSON,
            kind,
            own ? "Planted-title" : null,
            own ? "PLANTED" : null,
            measure,
            schedule,
            from,
            until),
        KINDS.of(kind),
        MANAGER,
        NOW);
  }

  private static List<String> due(ObservationDefinition definition, String from, String to) {
    return definition.slots(Instant.parse(from), Instant.parse(to)).stream()
        .map(Slot::dueAt)
        .map(Instant::toString)
        .toList();
  }

  private static ProblemType refused(ThrowingCallable transition) {
    return catchThrowableOfType(ProblemException.class, transition).type();
  }

  private static RecordReading reading(String observedAt, Object value) {
    return new RecordReading(
        Instant.parse(observedAt), value, null, null, null, null, null, null, null);
  }

  private static List<String> flawed(ObservationDefinition definition, RecordReading reading) {
    return definition.flawsOf(reading, "readings[3].", NOW).stream().map(Violation::field).toList();
  }

  @Test
  void whatIsDefinedInTheMiddleOfADayWasNotDueThatMorning() {
    ObservationDefinition definition = anxiety(at("08:00", "20:00"), null, TODAY.plusDays(1));
    assertThat(due(definition, "2026-11-19T00:00:00Z", "2026-11-25T00:00:00Z"))
        .containsExactly("2026-11-20T20:00:00Z", "2026-11-21T08:00:00Z", "2026-11-21T20:00:00Z");
  }

  @Test
  void whatWasDueBeforeAChangeOfScheduleStaysDue() {
    ObservationDefinition definition = anxiety(at("08:00", "20:00"), TODAY.minusDays(1), null);
    List<String> before = due(definition, "2026-11-19T00:00:00Z", "2026-11-20T12:00:00Z");

    List<ObservationEvent> events =
        definition.change(new ChangeObservation("Anxiety", at("09:00", "21:00")), NOW);
    assertThat(events).singleElement().isInstanceOf(ObservationRescheduled.class);
    Instant later = NOW.plus(Duration.ofHours(30));
    definition.change(new ChangeObservation("Anxiety", null), later);

    assertThat(before)
        .containsExactly("2026-11-19T08:00:00Z", "2026-11-19T20:00:00Z", "2026-11-20T08:00:00Z");
    assertThat(due(definition, "2026-11-19T00:00:00Z", "2026-11-20T12:00:00Z")).isEqualTo(before);
    assertThat(due(definition, "2026-11-20T12:00:00Z", "2026-12-01T00:00:00Z"))
        .containsExactly("2026-11-20T21:00:00Z", "2026-11-21T09:00:00Z");
    assertThat(definition.hasBeenScheduled()).isTrue();
  }

  @Test
  void aChangeBeforeTheFirstDayReplacesTheScheduleFromTheFirstDay() {
    ObservationDefinition definition = anxiety(at("08:00"), TODAY.plusDays(3), null);
    definition.change(new ChangeObservation("Anxiety", at("09:00")), NOW);
    assertThat(due(definition, "2026-11-20T00:00:00Z", "2026-11-25T00:00:00Z"))
        .containsExactly("2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z");
  }

  @Test
  void onlyWhatChangesIsTold() {
    ObservationDefinition definition = anxiety(at("08:00", "20:00"), null, null);
    assertThat(definition.change(new ChangeObservation("Anxiety", at("20:00", "08:00")), NOW))
        .isEmpty();
    assertThat(definition.change(new ChangeObservation("Worry", at("20:00", "08:00")), NOW))
        .singleElement()
        .isInstanceOf(ObservationRetitled.class);
    assertThat(
            refused(
                () -> definition.change(new ChangeObservation("Worry", at("08:00", "08:30")), NOW)))
        .isEqualTo(ProblemType.INVALID);
  }

  @Test
  void endedTodayItIsDueNoMoreFromNowOn() {
    ObservationDefinition definition =
        anxiety(at("08:00", "20:00"), TODAY.minusDays(1), TODAY.plusDays(9));
    definition.end(new EndObservation(TODAY, "Settled"), MANAGER, NOW);
    assertThat(due(definition, "2026-11-20T00:00:00Z", "2026-11-25T00:00:00Z"))
        .containsExactly("2026-11-20T08:00:00Z");
    assertThat(refused(() -> definition.end(new EndObservation(TODAY, "x"), MANAGER, NOW)))
        .isEqualTo(ProblemType.CONFLICT);
    assertThat(refused(() -> definition.change(new ChangeObservation("x", null), NOW)))
        .isEqualTo(ProblemType.CONFLICT);
    assertThat(flawed(definition, reading("2026-11-20T11:30:00Z", 4))).isEmpty();
  }

  @Test
  void endedOnALaterDayItIsDueUntilThen() {
    ObservationDefinition definition = anxiety(at("08:00"), null, null);
    definition.end(new EndObservation(TODAY.plusDays(2), "Settled"), MANAGER, NOW);
    assertThat(due(definition, "2026-11-20T00:00:00Z", "2026-11-30T00:00:00Z"))
        .containsExactly("2026-11-21T08:00:00Z", "2026-11-22T08:00:00Z");
    assertThat(refused(() -> definition.end(new EndObservation(TODAY, "x"), MANAGER, NOW)))
        .isEqualTo(ProblemType.CONFLICT);
  }

  @Test
  void itCannotEndInThePastNorAfterItsLastDay() {
    ObservationDefinition definition = anxiety(null, TODAY.minusDays(5), TODAY.plusDays(5));
    for (LocalDate on : List.of(TODAY.minusDays(1), TODAY.plusDays(6))) {
      assertThat(refused(() -> definition.end(new EndObservation(on, "x"), MANAGER, NOW)))
          .isEqualTo(ProblemType.INVALID);
    }
    ObservationDefinition over = anxiety(null, TODAY.minusDays(5), TODAY.minusDays(1));
    assertThat(refused(() -> over.end(new EndObservation(TODAY, "x"), MANAGER, NOW)))
        .isEqualTo(ProblemType.CONFLICT);
  }

  @Test
  void theDaysMustBeNearAndInOrder() {
    assertThat(refused(() -> anxiety(null, TODAY.minusYears(1).minusDays(1), null)))
        .isEqualTo(ProblemType.INVALID);
    assertThat(refused(() -> anxiety(null, TODAY.plusYears(1).plusDays(1), null)))
        .isEqualTo(ProblemType.INVALID);
    assertThat(refused(() -> anxiety(null, null, TODAY.minusDays(1))))
        .isEqualTo(ProblemType.INVALID);
    assertThat(refused(() -> anxiety(null, null, TODAY.plusYears(10).plusDays(1))))
        .isEqualTo(ProblemType.INVALID);
    assertThat(refused(() -> anxiety(at("08:00", "09:00"), null, null)))
        .isEqualTo(ProblemType.INVALID);
  }

  @Test
  void theMeasureIsThePersonsOwnOnlyInTheKindOwn() {
    Measure yesNo = new Measure(Measure.Type.YES_NO, null, null, null, null, null);
    assertThat(refused(() -> define(ObservationKind.SLEEP, yesNo, null, null, null)))
        .isEqualTo(ProblemType.INVALID);
    assertThat(refused(() -> define(ObservationKind.OWN, null, null, null, null)))
        .isEqualTo(ProblemType.INVALID);
    assertThat(define(ObservationKind.OWN, yesNo, null, null, null).measure()).isEqualTo(yesNo);
  }

  @Test
  void aReadingMustBeOfOneOfItsDaysAndNotOfTheFuture() {
    ObservationDefinition definition = anxiety(null, TODAY.minusDays(1), TODAY);
    assertThat(flawed(definition, reading("2026-11-20T12:05:00Z", 4))).isEmpty();
    assertThat(flawed(definition, reading("2026-11-20T12:05:01Z", 4)))
        .containsExactly("readings[3].observedAt");
    assertThat(flawed(definition, reading("2026-11-19T00:00:00Z", 4))).isEmpty();
    assertThat(flawed(definition, reading("2026-11-18T23:59:59Z", 4)))
        .containsExactly("readings[3].observedAt");
    ObservationDefinition over = anxiety(null, TODAY.minusDays(3), TODAY.minusDays(2));
    assertThat(flawed(over, reading("2026-11-19T00:00:00Z", 11)))
        .containsExactly("readings[3].observedAt", "readings[3].value");
  }

  @Test
  void onlyAnEpisodeIsToldInWords() {
    ObservationDefinition abc = define(ObservationKind.ABC_EPISODE, null, null, null, null);
    assertThat(flawed(abc, words(null, "Shouted", null))).isEmpty();
    assertThat(flawed(abc, words(null, " ", "Calm"))).containsExactly("readings[3].behaviour");
    assertThat(flawed(abc, words(1, "Shouted", null))).containsExactly("readings[3].value");
    assertThat(flawed(anxiety(null, null, null), words(4, null, "Calm")))
        .containsExactly("readings[3].behaviour");
  }

  private static RecordReading words(Object value, String behaviour, String consequence) {
    return new RecordReading(null, value, null, null, behaviour, consequence, null, null, null);
  }

  @Test
  void codesThatComeFromPeopleAreNotTold() {
    Measure choice =
        new Measure(
            Measure.Type.CODE,
            null,
            null,
            null,
            null,
            List.of(new Choice("PLANTED_A", "a"), new Choice("PLANTED_B", "b")));
    ObservationDefinition own = define(ObservationKind.OWN, choice, null, null, null);
    ObservationReading reading =
        new ObservationReading(own, reading("2026-11-20T11:00:00Z", "PLANTED_A"), MANAGER, NOW);
    assertThat(reading.view().value()).isEqualTo("PLANTED_A");
    assertThat(List.of(reading.recorded(), own.defined()).toString())
        .doesNotContainIgnoringCase("planted");
    ObservationDefinition meal = define(ObservationKind.MEALTIME, null, null, null, null);
    assertThat(
            new ObservationReading(meal, reading("2026-11-20T11:00:00Z", "HALF"), MANAGER, NOW)
                .recorded()
                .code())
        .isEqualTo("HALF");
  }

  @Test
  void aWrongReadingIsWithdrawnOnceByTheAgencyThatRecordedIt() {
    ObservationReading reading =
        new ObservationReading(
            anxiety(null, null, null), reading("2026-11-20T11:00:00Z", 4), MANAGER, NOW);
    Caller other = new Caller("ELMTREE", "PROVIDER", "elmtree-manager", Set.of("manager"));
    WithdrawReading command = new WithdrawReading("Entered twice");
    assertThat(refused(() -> reading.withdraw(command, other, NOW)))
        .isEqualTo(ProblemType.FORBIDDEN);
    assertThat(reading.withdraw(command, MANAGER, NOW).readingId()).isEqualTo(reading.id());
    assertThat(reading.view().value()).isEqualTo(BigDecimal.valueOf(4));
    assertThat(refused(() -> reading.withdraw(command, MANAGER, NOW)))
        .isEqualTo(ProblemType.CONFLICT);
  }
}
