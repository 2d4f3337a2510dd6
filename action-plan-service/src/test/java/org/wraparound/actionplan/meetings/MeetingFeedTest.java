package org.wraparound.actionplan.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.wraparound.actionplan.Agencies.ESCALATIONS;
import static org.wraparound.actionplan.Agencies.OWN_TOPIC;
import static org.wraparound.actionplan.Agencies.PATHWAYS;
import static org.wraparound.actionplan.Agencies.circleOf;
import static org.wraparound.actionplan.Agencies.joined;
import static org.wraparound.actionplan.Agencies.manager;
import static org.wraparound.actionplan.Agencies.safeguarding;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.meetings.MeetingFeed.Decided;
import org.wraparound.actionplan.meetings.MeetingFeed.ReviewDue;
import org.wraparound.actionplan.meetings.MeetingFeed.Sustained;
import org.wraparound.kit.London;
import org.wraparound.kit.WorkingTime;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class MeetingFeedTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject ObjectMapper json;
  @Inject AccessGrants grants;

  private final UUID person = UUID.randomUUID();

  @BeforeEach
  void circle() {
    circleOf(person);
    Bus.publish(PATHWAYS, joined(person, "ANYTOWN-HOUSING", "HOUSING", "AWARE"));
    await()
        .atMost(SOON)
        .until(() -> QuarkusTransaction.requiringNew().call(() -> grants.of(person).size() == 4));
  }

  private Sent decided(UUID escalation, String route, String decision, boolean stands) {
    return Sent.now(
        "escalation-decided",
        "/escalation-service",
        person,
        escalation,
        Map.of(
            "escalationId", escalation,
            "personId", person,
            "route", route,
            "decision", decision,
            "stands", stands));
  }

  private Sent of(String type, UUID transition, Map<String, ?> more) {
    Map<String, Object> data = new HashMap<>(more);
    data.put("transitionId", transition);
    data.put("personId", person);
    return Sent.now(type, "/pathway-service", person, transition, data);
  }

  private Sent sustained(UUID transition) {
    return of("step-up-sustained", transition, Map.of("provider", "OAKFIELD", "days", 42));
  }

  private Sent reviewDue(UUID transition, String reviewOn) {
    return of("step-up-review-due", transition, Map.of("reviewOn", reviewOn));
  }

  private static Sent again(Sent event) {
    return new Sent(
        UUID.randomUUID(),
        event.type(),
        event.source(),
        event.personId(),
        event.subject(),
        event.at(),
        event.data());
  }

  private static Sent daysAgo(Sent event, int days) {
    return new Sent(
        event.id(),
        event.type(),
        event.source(),
        event.personId(),
        event.subject(),
        event.at().minus(Duration.ofDays(days)),
        event.data());
  }

  private List<String> kinds() {
    return manager().get("/v1/meetings?personId=" + person).path("items.kind");
  }

  private void awaitKinds(String... latestFirst) {
    await().atMost(SOON).untilAsserted(() -> assertThat(kinds()).containsExactly(latestFirst));
  }

  private String meeting(String kind) {
    return manager().get("/v1/meetings?personId=" + person + "&kind=" + kind).path("items[0].id");
  }

  private static LocalDate workingDaysFromNow(int days) {
    LocalDate day = London.today(Clock.systemUTC());
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= WorkingTime.isWorkingDay(day) ? 1 : 0;
    }
    return day;
  }

  @Test
  void anEscalationDecidedToNeedAMeetingConvenesOneOfTheCircleOnce() {
    UUID escalation = UUID.randomUUID();
    Sent decision = decided(escalation, "SAFEGUARDING_ADULTS", "MEETING", true);
    Bus.publish(
        ESCALATIONS,
        decided(escalation, "SAFEGUARDING_ADULTS", "MEETING", false),
        decided(UUID.randomUUID(), "MARAC", "REFERRAL", true),
        decision,
        decision,
        again(decision),
        decided(UUID.randomUUID(), "MARAC", "MEETING", true),
        decided(UUID.randomUUID(), "CLDT", "MEETING", true));
    awaitKinds("MDT_REVIEW", "MARAC", "STRATEGY_DISCUSSION");
    manager()
        .get("/v1/meetings/" + meeting("STRATEGY_DISCUSSION"))
        .then()
        .body("convenedByAgency", equalTo("SYSTEM"))
        .body("requestedBy.escalationId", equalTo(escalation.toString()))
        .body("dueBy", equalTo(workingDaysFromNow(2).toString()))
        .body(
            "invitees.agency",
            contains("BRIDGESHIRE-COMMISSIONING", "BRIDGESHIRE-SAFEGUARDING", "OAKFIELD"));
    safeguarding()
        .get("/v1/plans?personId=" + person)
        .then()
        .body("items.kind", contains("ESCALATION"));
    safeguarding()
        .body("{}")
        .post("/v1/meetings/" + meeting("STRATEGY_DISCUSSION") + "/holding")
        .then()
        .statusCode(200);
  }

  @Test
  void aStepUpIsReviewedWeeklyUntilItHasBecomeLasting() {
    UUID transition = UUID.randomUUID();
    Sent due = reviewDue(transition, "2026-03-02");
    Bus.publish(
        PATHWAYS, due, due, again(due), reviewDue(transition, "2026-03-09"), sustained(transition));
    awaitKinds("MDT_REVIEW", "WEEKLY_REVIEW");
    for (String kind : List.of("MDT_REVIEW", "WEEKLY_REVIEW")) {
      manager()
          .body("{\"reason\":\"Reviewed by telephone.\"}")
          .post("/v1/meetings/" + meeting(kind) + "/cancellation")
          .then()
          .statusCode(200);
    }
    Bus.publish(
        PATHWAYS,
        again(sustained(transition)),
        again(due),
        reviewDue(transition, "2026-03-16"),
        reviewDue(transition, "2026-03-23"));
    awaitKinds("MDT_REVIEW", "MDT_REVIEW", "WEEKLY_REVIEW");
    // what comes after shows that what came before was heard
    Bus.publish(PATHWAYS, reviewDue(UUID.randomUUID(), "2026-03-23"));
    awaitKinds("WEEKLY_REVIEW", "MDT_REVIEW", "MDT_REVIEW", "WEEKLY_REVIEW");
  }

  @Test
  void whatIsNotHeldByItsDayIsToldOnceAndListed() {
    Bus.publish(ESCALATIONS, daysAgo(decided(UUID.randomUUID(), "MARAC", "MEETING", true), 30));
    awaitKinds("MARAC");
    await().atMost(SOON).untilAsserted(() -> assertThat(told("meeting-overdue")).hasSize(1));
    assertThat(
            Contracts.violations(
                "action-plan-service", "meeting-overdue", told("meeting-overdue").get(0).data()))
        .isEmpty();
    String overdue = "/v1/meetings?overdue=true&personId=" + person;
    manager()
        .get(overdue)
        .then()
        .body("items.id", contains(meeting("MARAC")))
        .body("items[0].overdue", equalTo(true));
    manager()
        .body("{}")
        .post("/v1/meetings/" + meeting("MARAC") + "/holding")
        .then()
        .statusCode(200)
        .body("overdue", equalTo(false));
    assertThat(manager().get(overdue).<List<String>>path("items.id")).isEmpty();
    await().atMost(SOON).untilAsserted(() -> assertThat(told("meeting-held")).hasSize(1));
    assertThat(told("meeting-held").get(0).data().get("late").asBoolean()).isTrue();
    assertThat(told("meeting-overdue")).hasSize(1);
  }

  private List<Bus.Read> told(String type) {
    return Bus.read(OWN_TOPIC, person).stream().filter(e -> e.type().equals(type)).toList();
  }

  @Test
  void whatOthersTellIsUnderstood() throws IOException {
    assertThat(read("escalation-service", "escalation-decided", Decided.class))
        .hasNoNullFieldsOrProperties();
    assertThat(read("pathway-service", "step-up-sustained", Sustained.class))
        .hasNoNullFieldsOrProperties();
    assertThat(read("pathway-service", "step-up-review-due", ReviewDue.class))
        .hasNoNullFieldsOrProperties();
  }

  private <T> T read(String producer, String type, Class<T> as) throws IOException {
    return json.reader()
        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .forType(as)
        .readValue(Contracts.example(producer, type));
  }
}
