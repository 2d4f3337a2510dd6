package org.wraparound.escalation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.directory.ContactPoint.Kind;
import org.wraparound.escalation.directory.RotaOverride.Effect;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.web.ProblemException;

class CoverTest {
  private static final Span WINTER_WEEK =
      new Span(Instant.parse("2026-11-02T00:00:00Z"), Instant.parse("2026-11-09T00:00:00Z"));

  private final Agency agency = new Agency("OAKFIELD");
  private final List<TeamCover> teams = new ArrayList<>();

  CoverTest() {
    agency.describe(new DescribeAgency("Oakfield", AgencyType.PROVIDER, null, null, null));
  }

  // ------ what there is in these tests

  private TeamCover team(String code, List<String> settings, PlanRota rota, Contact... contacts) {
    Team team = new Team("OAKFIELD", code);
    team.describe(new DescribeTeam(code, List.of(Route.ON_CALL_MANAGER), settings, null));
    Rota planned = new Rota(team);
    planned.plan(rota);
    TeamCover cover = new TeamCover(agency, team, planned, Arrays.asList(contacts));
    teams.add(cover);
    return cover;
  }

  private static Contact contact(String code, ContactHours hours, Instant activeUntil) {
    Contact contact = new Contact(new Team("OAKFIELD", "ANY"), code);
    contact.describe(
        new DescribeContact(
            code,
            null,
            List.of(
                new ContactPoint(Kind.EMAIL, "duty@oakfield.example"),
                new ContactPoint(Kind.PHONE, "+441632960101"),
                new ContactPoint(Kind.MOBILE, "+447700900101")),
            hours,
            false,
            activeUntil));
    return contact;
  }

  private static Contact contact(String code) {
    return contact(code, ContactHours.ALWAYS, null);
  }

  private static Shift shift(String contact, String from, String until, DayOfWeek... days) {
    return new Shift(
        1, contact, days.length == 0 ? null : List.of(days), from, until, null, null, false);
  }

  private static RotaOverride override(Effect effect, String contact, String from, String until) {
    return new RotaOverride(
        1, effect, Instant.parse(from), Instant.parse(until), contact, "Training.");
  }

  private static PlanRota rota(Shift... shifts) {
    return new PlanRota(List.of(shifts), null);
  }

  private List<String> answering(String setting, String at) {
    return RouteCover.of(teams, Route.ON_CALL_MANAGER, setting).turns(1, Instant.parse(at)).stream()
        .map(turn -> turn.contact().code())
        .toList();
  }

  private List<String> answering(String at) {
    return answering(null, at);
  }

  private static Span span(String from, String until) {
    return new Span(Instant.parse(from), Instant.parse(until));
  }

  private AbstractListAssert<?, List<? extends Tuple>, Tuple, ObjectAssert<Tuple>> assertGaps(
      Span window) {
    return assertThat(
            RouteCover.all(teams).stream().flatMap(cover -> cover.gaps(window).stream()).toList())
        .extracting("tier", "span", "reason");
  }

  private static Tuple gap(int tier, Span span, String reason) {
    return tuple(tier, span, reason);
  }

  // ------ the rules

  @Test
  void aShiftThatCrossesMidnightBelongsToTheDayOnWhichItBegins() {
    team("ON-CALL", null, rota(shift("ANN", "17:00", "09:00", DayOfWeek.FRIDAY)), contact("ANN"));
    assertThat(answering("2026-11-06T16:59:59Z")).isEmpty();
    assertThat(answering("2026-11-06T17:00:00Z")).containsExactly("ANN");
    assertThat(answering("2026-11-07T08:59:59Z")).containsExactly("ANN");
    assertThat(answering("2026-11-07T09:00:00Z")).isEmpty();
    assertThat(answering("2026-11-07T18:00:00Z")).isEmpty();
  }

  @Test
  void aShiftRoundTheClockIsWholeDays() {
    team("ON-CALL", null, rota(shift("ANN", "09:00", "09:00")), contact("ANN"));
    assertGaps(WINTER_WEEK).isEmpty();
  }

  @Test
  void theNightOfTheClocksIsAnHourLongerInAutumnAndShorterInSpring() {
    TeamCover cover = team("ON-CALL", null, rota(shift("ANN", "22:00", "07:00")), contact("ANN"));
    assertThat(nightFrom(cover, "2026-10-24T12:00:00Z")).isEqualTo(Duration.ofHours(10));
    assertThat(nightFrom(cover, "2026-03-28T12:00:00Z")).isEqualTo(Duration.ofHours(8));
    assertThat(answering("2026-10-24T21:30:00Z")).as("ten in summer time").containsExactly("ANN");
    assertThat(answering("2026-10-25T06:59:00Z")).as("seven in winter time").containsExactly("ANN");
    assertThat(answering("2026-10-25T07:00:00Z")).isEmpty();
  }

  private static Duration nightFrom(TeamCover cover, String noon) {
    Instant begin = Instant.parse(noon);
    Spans night = cover.turns(1, new Span(begin, begin.plus(Duration.ofDays(1)))).get(0).spans();
    return Duration.between(night.spans().get(0).from(), night.spans().get(0).until());
  }

  @Test
  void handingOverInTheHourThatIsMissingOrComesTwiceLeavesNoGap() {
    TeamCover cover =
        team(
            "ON-CALL",
            null,
            rota(shift("ANN", "13:00", "01:30"), shift("BEN", "01:30", "13:00")),
            contact("ANN"),
            contact("BEN"));
    for (String night : List.of("2026-10-24T12:00:00Z", "2026-03-28T13:00:00Z")) {
      Instant begin = Instant.parse(night);
      Span window = new Span(begin, begin.plus(Duration.ofDays(1)));
      assertGaps(window).isEmpty();
      var turns = cover.turns(1, window);
      assertThat(turns.get(0).spans().and(turns.get(1).spans()).isEmpty()).isTrue();
    }
  }

  @Test
  void aShiftInTheMissingHourDoesNotTakePlace() {
    team("ON-CALL", null, rota(shift("ANN", "01:10", "01:50")), contact("ANN"));
    assertThat(answering("2026-03-29T01:20:00Z")).isEmpty();
    assertThat(answering("2026-03-30T00:20:00Z")).containsExactly("ANN");
  }

  @Test
  void aShiftBeginsOnNoDayBeforeItIsValidNorAfter() {
    LocalDate day = LocalDate.parse("2026-11-04");
    Shift once = new Shift(1, "ANN", null, "20:00", "06:00", day, day, false);
    TeamCover cover = team("ON-CALL", null, rota(once), contact("ANN"));
    assertThat(cover.turns(1, WINTER_WEEK).get(0).spans().spans())
        .containsExactly(span("2026-11-04T20:00:00Z", "2026-11-05T06:00:00Z"));
  }

  @Test
  void aShiftForWorkingDaysLeavesOutWeekendsAndBankHolidays() {
    Shift office = new Shift(1, "ANN", null, "09:00", "17:00", null, null, true);
    team("ON-CALL", null, rota(office), contact("ANN"));
    assertThat(answering("2026-11-06T10:00:00Z")).containsExactly("ANN");
    assertThat(answering("2026-11-07T10:00:00Z")).isEmpty();
    assertThat(answering("2026-12-25T10:00:00Z")).as("a Friday").isEmpty();
    assertThat(answering("2026-12-28T10:00:00Z")).as("for Boxing Day").isEmpty();
    assertThat(answering("2026-12-29T10:00:00Z")).containsExactly("ANN");
  }

  @Test
  void anOverrideReplacesWhoeverIsOnTheShift() {
    PlanRota rota =
        new PlanRota(
            List.of(shift("ANN", "00:00", "00:00")),
            List.of(
                override(Effect.REPLACE, "BEN", "2026-11-03T10:00:00Z", "2026-11-03T12:00:00Z")));
    team("ON-CALL", null, rota, contact("ANN"), contact("BEN"));
    assertThat(answering("2026-11-03T09:59:00Z")).containsExactly("ANN");
    assertThat(answering("2026-11-03T10:00:00Z")).containsExactly("BEN");
    assertThat(answering("2026-11-03T12:00:00Z")).containsExactly("ANN");
    assertGaps(WINTER_WEEK).isEmpty();
  }

  @Test
  void anOverrideCoversBesideTheShiftEvenOutsideTheContactsHours() {
    PlanRota rota =
        new PlanRota(
            List.of(shift("ANN", "00:00", "00:00")),
            List.of(
                override(Effect.COVER, "DESK", "2026-11-03T20:00:00Z", "2026-11-03T22:00:00Z")));
    team("ON-CALL", null, rota, contact("ANN"), contact("DESK", ContactHours.IN_HOURS, null));
    assertThat(answering("2026-11-03T21:00:00Z")).containsExactly("ANN", "DESK");
    assertThat(answering("2026-11-03T22:00:00Z")).containsExactly("ANN");
  }

  @Test
  void nobodyInPlaceOfAShiftIsAGapWithItsReason() {
    PlanRota rota =
        new PlanRota(
            List.of(shift("ANN", "00:00", "00:00")),
            List.of(
                override(Effect.REPLACE, null, "2026-11-03T10:00:00Z", "2026-11-03T12:00:00Z")));
    team("ON-CALL", null, rota, contact("ANN"));
    assertGaps(WINTER_WEEK)
        .containsExactly(gap(1, span("2026-11-03T10:00:00Z", "2026-11-03T12:00:00Z"), "Training."));
  }

  @Test
  void theTeamForTheSettingAnswersAndOneForAllOnlyWhereItDoesNot() {
    team("ALL", null, rota(shift("ANN", "00:00", "00:00")), contact("ANN"));
    TeamCover near =
        team("ELM", List.of("ELM-HOUSE"), rota(shift("BEN", "09:00", "17:00")), contact("BEN"));
    assertThat(answering("ELM-HOUSE", "2026-11-03T10:00:00Z")).containsExactly("BEN");
    assertThat(answering("ELM-HOUSE", "2026-11-03T20:00:00Z")).containsExactly("ANN");
    assertThat(answering("OAK-HOUSE", "2026-11-03T10:00:00Z")).containsExactly("ANN");
    assertThat(answering(null, "2026-11-03T10:00:00Z")).containsExactly("ANN");
    // they hand over to each other, and both know until when they cover
    assertThat(
            RouteCover.of(teams, Route.ON_CALL_MANAGER, "ELM-HOUSE")
                .turns(1, span("2026-11-03T00:00:00Z", "2026-11-04T00:00:00Z")))
        .extracting(turn -> turn.contact().code() + " " + turn.spans().spans().size())
        .containsExactly("BEN 1", "ANN 2");
    assertGaps(WINTER_WEEK).isEmpty();
    teams.clear();
    teams.add(near);
    assertGaps(span("2026-11-03T12:00:00Z", "2026-11-04T12:00:00Z"))
        .containsExactly(gap(1, span("2026-11-03T17:00:00Z", "2026-11-04T09:00:00Z"), null));
    assertThat(answering(null, "2026-11-03T10:00:00Z")).as("any, rather than none").hasSize(1);
    assertThat(answering("OAK-HOUSE", "2026-11-03T10:00:00Z")).isEmpty();
  }

  @Test
  void aContactThatIsRetiredMidShiftCoversUntilThen() {
    Instant leaves = Instant.parse("2026-11-03T12:00:00Z");
    team(
        "ON-CALL",
        null,
        rota(shift("ANN", "00:00", "00:00")),
        contact("ANN", ContactHours.ALWAYS, leaves));
    assertThat(answering("2026-11-03T11:59:00Z")).containsExactly("ANN");
    assertThat(answering("2026-11-03T12:00:00Z")).isEmpty();
    assertGaps(WINTER_WEEK).containsExactly(gap(1, new Span(leaves, WINTER_WEEK.until()), null));
  }

  @Test
  void settingsOfTheSameTeamsAreOneAndOthersAreNot() {
    team("ALL", null, rota(shift("ANN", "00:00", "00:00")), contact("ANN"));
    team("EAST", List.of("E1", "E2", "BOTH"), rota());
    team("WEST", List.of("W1", "BOTH"), rota());
    assertThat(RouteCover.all(teams))
        .extracting(RouteCover::settings)
        .containsExactly(null, List.of("BOTH"), List.of("E1", "E2"), List.of("W1"));
  }

  @Test
  void aTeamThatIsRetiredHasNoGapsAfterwards() {
    TeamCover cover = team("ON-CALL", null, rota());
    cover
        .team()
        .describe(
            new DescribeTeam(
                "On call",
                List.of(Route.ON_CALL_MANAGER),
                null,
                Instant.parse("2026-11-03T12:00:00Z")));
    assertGaps(WINTER_WEEK)
        .containsExactly(gap(1, span("2026-11-02T00:00:00Z", "2026-11-03T12:00:00Z"), null));
  }

  @Test
  void theDeskCoversInHoursAndTheDutyTeamTheRestOfTheSameShift() {
    team(
        "ADULTS",
        null,
        rota(shift("DESK", "00:00", "00:00"), shift("DUTY", "00:00", "00:00")),
        contact("DESK", ContactHours.IN_HOURS, null),
        contact("DUTY", ContactHours.OUT_OF_HOURS, null));
    assertThat(answering("2026-11-03T16:59:00Z")).containsExactly("DESK");
    assertThat(answering("2026-11-03T17:00:00Z")).containsExactly("DUTY");
    assertThat(answering("2026-11-07T12:00:00Z")).as("a Saturday").containsExactly("DUTY");
    assertThat(answering("2026-12-25T12:00:00Z")).as("a bank holiday").containsExactly("DUTY");
    assertGaps(WINTER_WEEK).isEmpty();
  }

  @Test
  void everyTierThatTheRotaNamesIsToBeCoveredAndTheFirstAlways() {
    Shift second =
        new Shift(2, "ANN", List.of(DayOfWeek.MONDAY), "00:00", "00:00", null, null, false);
    team("ON-CALL", null, rota(second), contact("ANN"));
    assertGaps(WINTER_WEEK)
        .containsExactly(
            gap(1, WINTER_WEEK, null),
            gap(2, span("2026-11-03T00:00:00Z", "2026-11-09T00:00:00Z"), null));
  }

  @Test
  void outOfHoursWhatRingsComesFirst() {
    Contact contact = contact("ANN");
    assertThat(contact.points(true))
        .extracting(ContactPoint::kind)
        .containsExactly(Kind.EMAIL, Kind.PHONE, Kind.MOBILE);
    assertThat(contact.points(false))
        .extracting(ContactPoint::kind)
        .containsExactly(Kind.MOBILE, Kind.PHONE, Kind.EMAIL);
  }

  @Test
  void aRotaThatCannotBeIsRefusedNamingEachPlace() {
    Shift backwards =
        new Shift(
            1,
            "ANN",
            null,
            "09:00",
            "17:00",
            LocalDate.parse("2026-11-03"),
            LocalDate.parse("2026-11-02"),
            false);
    RotaOverride nobody =
        new RotaOverride(
            1,
            Effect.REPLACE,
            Instant.parse("2026-11-03T10:00:00Z"),
            Instant.parse("2026-11-03T12:00:00Z"),
            null,
            " ");
    PlanRota rota =
        new PlanRota(
            List.of(backwards, shift("CAT", "09:00", "17:00")),
            List.of(
                nobody,
                override(Effect.REPLACE, "ANN", "2026-11-03T11:00:00Z", "2026-11-03T13:00:00Z"),
                override(Effect.COVER, null, "2026-11-03T13:00:00Z", "2026-11-03T13:00:00Z")));
    assertThatThrownBy(() -> rota.check(Set.of("ANN")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem("/", "").violations())
                    .extracting("field")
                    .containsExactly(
                        "shifts[0].validUntil",
                        "shifts[1].contact",
                        "overrides[0].reason",
                        "overrides[1]",
                        "overrides[2].until",
                        "overrides[2].contact"));
  }
}
