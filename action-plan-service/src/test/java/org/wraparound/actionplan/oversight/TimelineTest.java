package org.wraparound.actionplan.oversight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.actionplan.Agencies.manager;
import static org.wraparound.actionplan.Agencies.stranger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.actions.ActionStatus;
import org.wraparound.kit.London;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class TimelineTest {
  @Inject Rows rows;

  private final LocalDate today = London.today(Clock.systemUTC());
  private UUID plan;
  private UUID done;
  private String timeline;

  @BeforeEach
  void planWithAPast() {
    UUID person = UUID.randomUUID();
    rows.circle(person, "OAKFIELD", "PROVIDER", "FULL");
    plan = rows.plan(person, "OAKFIELD", "TRANSITION");
    timeline = "/v1/plans/" + plan + "/timeline";
    rows.insert("update plan set key_date = ? where id = ?", today.plusDays(40), plan);
    done = rows.action(plan, "Trial visits", ActionStatus.VERIFIED, today.minusDays(5));
    rows.milestone(done, "First visit", today.minusDays(20), true);
    rows.insert(
        "insert into action_evidence (action_id, position, kind, note, added_at, added_by_agency,"
            + " added_by) values (?, 0, 'NOTE', 'Stayed overnight', now(), 'OAKFIELD', 'a-manager')",
        done);
    rows.insert(
        "insert into action_check (action_id, position, impact, finding, checked_at,"
            + " checked_by_agency, checked_by) values (?, 0, 'ACHIEVED', 'Slept well', now(),"
            + " 'PAYER', 'a-payer')",
        done);
    UUID ahead = rows.action(plan, "Brief the staff", ActionStatus.STARTED, today.plusDays(30));
    rows.milestone(ahead, "Rota", today.minusDays(2), false);
    rows.milestone(ahead, "Shadow shifts", today.plusDays(9), false);
    rows.review(ahead, today.minusDays(1), false, 3);
    rows.action(plan, "Buy a second bed", ActionStatus.WITHDRAWN, today.minusDays(3));
    meeting("Readiness", today.minusDays(10), true);
    meeting("Review after the move", today.plusDays(60), false);
    UUID elsewhere = rows.plan(person, "OAKFIELD", "REVIEW");
    rows.action(elsewhere, "Of another plan", ActionStatus.OPEN, today);
  }

  private void meeting(String purpose, LocalDate dueBy, boolean held) {
    rows.insert(
        """
        insert into meeting (id, version, person_id, agency, plan_id, reference, kind, purpose, due_by, convened_at,
            convened_by_agency, held_at, carried_over)
        select gen_random_uuid(), 0, person_id, agency, id, cast(gen_random_uuid() as text), 'TRANSITION_PLANNING',
            ?, ?, now(), agency, case when ? then cast(? as date) + time '12:00' end, '[]'
        from plan where id = ?
        """,
        purpose,
        dueBy,
        held,
        dueBy.minusDays(1),
        plan);
  }

  @Test
  void itTellsTheDaysOfAPlanInOrderAndWhetherTheyWereKept() {
    manager()
        .get(timeline)
        .then()
        .statusCode(200)
        .body(
            "items.kind",
            contains(
                "MILESTONE",
                "MEETING",
                "ACTION_DUE",
                "ACTION_DUE",
                "MILESTONE",
                "REVIEW_POINT",
                "MILESTONE",
                "ACTION_DUE",
                "KEY_DATE",
                "MEETING"))
        .body(
            "items.state",
            contains(
                "DONE", "DONE", "DONE", "DROPPED", "MISSED", "DONE", "AHEAD", "AHEAD", "AHEAD",
                "AHEAD"))
        .body("items[0].title", equalTo("First visit"))
        .body("items[0].day", equalTo(today.minusDays(20).toString()))
        .body("items[0].doneAt", notNullValue())
        .body("items[0].href", equalTo("/v1/actions/" + done))
        .body("items[0].evidence", hasSize(0))
        .body("items[1].day", equalTo(today.minusDays(11).toString()))
        .body("items[2].title", equalTo("Trial visits"))
        .body("items[2].evidence[0].note", equalTo("Stayed overnight"))
        .body("items[2].checks[0].impact", equalTo("ACHIEVED"))
        .body("items[5].onTrack", equalTo(false))
        .body("items[8].href", nullValue())
        .body("items[9].title", equalTo("Review after the move"))
        .body("next", nullValue());
  }

  @Test
  void itIsReadPageByPageAndFromDayToDay() {
    List<String> all = manager().get(timeline).path("items.title");
    List<String> read = new ArrayList<>();
    String next = timeline + "?limit=3";
    while (next != null) {
      Response page = manager().get(next);
      read.addAll(page.path("items.title"));
      String after = page.path("next");
      next = after == null ? null : timeline + "?limit=3&after=" + after;
    }
    assertThat(read).isEqualTo(all);
    manager()
        .get(timeline + "?from=" + today.minusDays(3) + "&to=" + today.plusDays(9))
        .then()
        .body(
            "items.title",
            contains("Buy a second bed", "Rota", "Brief the staff", "Shadow shifts"));
  }

  @Test
  void itIsForThoseWhoMaySeeThePlan() {
    stranger().get(timeline).then().statusCode(404);
    given().get(timeline).then().statusCode(401);
    manager().get(timeline + "?from=yesterday").then().statusCode(400);
    manager().get(timeline + "?after=x").then().statusCode(400);
  }
}
