package org.wraparound.actionplan.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wraparound.actionplan.Agencies.manager;
import static org.wraparound.actionplan.actions.ActionStatus.COMPLETED;
import static org.wraparound.actionplan.actions.ActionStatus.DECLINED;
import static org.wraparound.actionplan.actions.ActionStatus.OPEN;
import static org.wraparound.actionplan.actions.ActionStatus.PROPOSED;
import static org.wraparound.actionplan.actions.ActionStatus.STARTED;
import static org.wraparound.actionplan.actions.ActionStatus.VERIFIED;
import static org.wraparound.actionplan.actions.ActionStatus.WITHDRAWN;
import static org.wraparound.actionplan.actions.Standing.AT_RISK;
import static org.wraparound.actionplan.actions.Standing.AWAITING_ACCEPTANCE;
import static org.wraparound.actionplan.actions.Standing.AWAITING_VERIFICATION;
import static org.wraparound.actionplan.actions.Standing.CLOSED;
import static org.wraparound.actionplan.actions.Standing.ON_TRACK;
import static org.wraparound.actionplan.actions.Standing.OVERDUE;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.actions.ActionStatus;
import org.wraparound.actionplan.actions.Standing;
import org.wraparound.kit.London;
import org.wraparound.kit.WorkingTime;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class StandingTest {
  @Inject Rows rows;

  private final LocalDate today = London.today(Clock.systemUTC());
  private final LocalDate later = today.plusDays(60);
  private final Map<Standing, List<String>> expected = new EnumMap<>(Standing.class);
  private UUID plan;

  @Test
  void everyActionStandsInTheOneWayThatItsFactsSay() {
    UUID person = UUID.randomUUID();
    rows.circle(person, "OAKFIELD", "PROVIDER", "FULL");
    plan = rows.plan(person, "OAKFIELD", "REVIEW");

    UUID calm = action(ON_TRACK, "nothing speaks against it", OPEN, later);
    action(ON_TRACK, "near, but started", STARTED, today);
    action(ON_TRACK, "not started, and there is time", OPEN, workingDay(4));
    action(AT_RISK, "not started, and there is none", OPEN, workingDay(3));
    action(AT_RISK, "not started on its day", OPEN, today);

    UUID late = action(OVERDUE, "its day has ended", STARTED, today.minusDays(1));
    action(OVERDUE, "nobody took it on in time", PROPOSED, today.minusDays(1));
    UUID refused = action(OVERDUE, "refused and too late", DECLINED, today.minusDays(9));
    rows.barrier(late, false);
    UUID declined = action(AWAITING_ACCEPTANCE, "refused", DECLINED, later);
    UUID asked = action(AWAITING_ACCEPTANCE, "asked", PROPOSED, later);
    rows.barrier(asked, false);

    rows.barrier(action(AT_RISK, "a barrier is in the way", STARTED, later), false);
    rows.barrier(action(ON_TRACK, "the barrier was removed", STARTED, later), true);
    rows.milestone(
        action(AT_RISK, "a milestone was missed", STARTED, later),
        "Step",
        today.minusDays(1),
        false);
    rows.milestone(
        action(ON_TRACK, "the milestone is today's", STARTED, later), "Step", today, false);
    rows.milestone(
        action(ON_TRACK, "it was reached", STARTED, later), "Step", today.minusDays(1), true);
    rows.review(action(AT_RISK, "found off track", STARTED, later), today, false, 1);
    UUID found = action(ON_TRACK, "off track, then on it again", STARTED, later);
    rows.review(found, today.minusDays(9), false, 9);
    rows.review(found, today.minusDays(2), true, 2);
    rows.review(found, today.plusDays(5), null, 0);
    rows.dependency(action(AT_RISK, "waits for a late one", OPEN, later), late);
    rows.dependency(action(AT_RISK, "waits for a declined one", OPEN, later), declined);
    rows.dependency(action(AT_RISK, "waits for one declined and late", OPEN, later), refused);
    rows.dependency(action(ON_TRACK, "waits for one on track", OPEN, later), calm);

    UUID done = action(AWAITING_VERIFICATION, "done, too late", COMPLETED, today.minusDays(3));
    rows.milestone(done, "Step", today.minusDays(9), false);
    rows.dependency(action(ON_TRACK, "what it waited for is done", OPEN, later), done);
    action(CLOSED, "it worked", VERIFIED, today.minusDays(3));
    UUID gone = action(Standing.WITHDRAWN, "no longer needed", WITHDRAWN, today.minusDays(3));
    rows.barrier(gone, false);

    for (Standing standing : Standing.values()) {
      List<String> listed =
          manager()
              .get("/v1/actions?limit=200&planId=" + plan + "&standing=" + standing)
              .then()
              .statusCode(200)
              .extract()
              .path("items.title");
      assertThat(listed)
          .as(standing.name())
          .containsExactlyInAnyOrderElementsOf(expected.get(standing));
    }
  }

  private UUID action(Standing standing, String title, ActionStatus status, LocalDate dueOn) {
    expected.computeIfAbsent(standing, any -> new ArrayList<>()).add(title);
    return rows.action(plan, title, status, dueOn);
  }

  /** So many working days after today. */
  private LocalDate workingDay(int number) {
    return today
        .datesUntil(later)
        .skip(1)
        .filter(WorkingTime::isWorkingDay)
        .skip(number - 1)
        .findFirst()
        .orElseThrow();
  }
}
