package org.wraparound.actionplan.oversight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.wraparound.actionplan.Agencies.as;
import static org.wraparound.actionplan.Agencies.auditor;
import static org.wraparound.actionplan.Agencies.stranger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.actions.ActionStatus;
import org.wraparound.actionplan.actions.Impact;
import org.wraparound.actionplan.plans.PlanKind;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.kit.London;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class PortfolioTest {
  @Inject Rows rows;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final LocalDate today = London.today(Clock.systemUTC());
  private final String home = "HOME-" + Long.toHexString(seed);
  private final String otherHome = "OTHER-" + home;
  private final String payer = "PAYER-" + home;
  private final String token = Tokens.of(payer, "COMMISSIONER", "commissioner");

  /** Plans of two providers: those the payer may see, which are given, and others. */
  private List<UUID> plans() {
    List<UUID> visible = new ArrayList<>();
    for (String level : List.of("FULL", "SUMMARY", "SUMMARY", "AWARE", "")) {
      UUID person = UUID.randomUUID();
      String provider = random.nextBoolean() ? home : otherHome;
      rows.circle(person, provider, "PROVIDER", "FULL");
      if (!level.isEmpty()) {
        rows.circle(person, payer, "COMMISSIONER", level);
      }
      for (PlanKind kind : List.of(PlanKind.REVIEW, PlanKind.DISCHARGE)) {
        UUID plan = rows.plan(person, provider, kind.name());
        fill(plan);
        if (random.nextInt(4) == 0) {
          rows.insert(
              "update plan set closed_at = now(), closed_by_agency = 'X' where id = ?", plan);
        }
        if (List.of("FULL", "SUMMARY").contains(level)) {
          visible.add(plan);
        }
      }
    }
    return visible;
  }

  private void fill(UUID plan) {
    UUID before = null;
    for (int i = random.nextInt(30); i > 0; i--) {
      UUID action =
          rows.action(
              plan,
              "Put a quiet corner into the lounge",
              one(ActionStatus.values()),
              today.plusDays(random.nextInt(30) - 10));
      rows.insert(
          "update action set party = ?, outcome_domain = ?, impact = ? where id = ?",
          one(Party.values()).name(),
          one(OutcomeDomain.values()).name(),
          random.nextBoolean() ? null : one(Impact.values()).name(),
          action);
      if (random.nextInt(3) == 0) {
        rows.milestone(
            action, "Step", today.plusDays(random.nextInt(20) - 10), random.nextBoolean());
      }
      if (random.nextInt(6) == 0) {
        rows.barrier(action, random.nextBoolean());
      }
      if (random.nextInt(6) == 0) {
        rows.review(action, today, random.nextBoolean(), random.nextInt(90));
      }
      if (before != null && random.nextInt(4) == 0) {
        rows.dependency(action, before);
      }
      before = action;
    }
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  @Test
  void everyNumberIsTheSizeOfTheListBesideIt() {
    List<UUID> visible = plans();
    List<String> views = new ArrayList<>();
    for (String filter :
        List.of("", "?status=OPEN", "?status=CLOSED", "?kind=REVIEW", "?provider=" + home)) {
      views.add("/v1/portfolio" + filter);
    }
    visible.forEach(plan -> views.add("/v1/plans/" + plan + "/progress"));

    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (String view : views) {
      Map<String, Object> body = get(view).then().statusCode(200).extract().jsonPath().getMap("$");
      gather(body, numbers);
      Map<String, Object> actions = at(body, "actions");
      assertThat(sum(at(actions, "byStanding"))).isEqualTo(actions.get("count"));
      assertThat(
              at(actions, "byParty").values().stream()
                  .mapToInt(party -> sum(castToMap(party)))
                  .sum())
          .isEqualTo(actions.get("count"));
    }

    assertThat(numbers.get("/v1/plans")).as("seed %d", seed).isEqualTo(visible.size());
    numbers.forEach(
        (list, number) ->
            assertThat(all(list))
                .as("seed %d, %s", seed, list)
                .hasSize(number)
                .doesNotHaveDuplicates());
  }

  @Test
  void onlyWhatTheCallerMaySeeIsCounted() {
    plans();
    stranger()
        .get("/v1/portfolio?provider=" + home)
        .then()
        .statusCode(200)
        .body("actions.count", equalTo(0))
        .body("actions.byStanding.ON_TRACK.count", equalTo(0))
        .body("plans.count", equalTo(0))
        .body("plans.items", hasSize(0));
    assertThat((Integer) auditor().get("/v1/portfolio?kind=REVIEW").path("plans.count"))
        .isGreaterThanOrEqualTo(5);
    given().get("/v1/portfolio").then().statusCode(401);
    as(Tokens.withoutAgency("ops")).get("/v1/portfolio").then().statusCode(403);
    as(token).get("/v1/portfolio?kind=PARTY").then().statusCode(400);
    as(token).get("/v1/portfolio?after=x").then().statusCode(400);
  }

  @Test
  void plansComePageByPageWithTheTotalsOfAllOfThem() {
    List<UUID> visible = plans();
    Response first = get("/v1/portfolio?limit=1");
    first.then().header("Link", containsString("/v1/portfolio?limit=1&after="));
    List<String> read = new ArrayList<>();
    String next = "/v1/portfolio?limit=1";
    while (next != null) {
      Response page = get(next);
      page.then().body("actions.count", equalTo(first.path("actions.count")));
      read.addAll(page.path("plans.items.planId"));
      String after = page.path("plans.next");
      next = after == null ? null : "/v1/portfolio?limit=1&after=" + after;
    }
    assertThat(read)
        .containsExactlyInAnyOrderElementsOf(visible.stream().map(UUID::toString).toList());
    get(first.path("plans.items[0].progress"))
        .then()
        .statusCode(200)
        .body("planId", equalTo(first.path("plans.items[0].planId")));
  }

  @Test
  void progressIsForThoseWhoMaySeeThePlan() {
    UUID plan = plans().get(0);
    get("/v1/plans/" + plan + "/progress").then().statusCode(200);
    stranger().get("/v1/plans/" + plan + "/progress").then().statusCode(404);
    given().get("/v1/plans/" + plan + "/progress").then().statusCode(401);
  }

  private Response get(String path) {
    return as(token).get(path);
  }

  /** Ids of all entries on all pages of a list. */
  private List<String> all(String list) {
    String pages = list + (list.contains("?") ? "&" : "?") + "limit=200";
    List<String> ids = new ArrayList<>();
    String next = pages;
    while (next != null) {
      Response page = get(next);
      page.then().statusCode(200);
      ids.addAll(page.path("items.id"));
      String after = page.path("next");
      next = after == null ? null : pages + "&after=" + after;
    }
    return ids;
  }

  /** Every number in it, by the list beside it. */
  private static void gather(Object node, Map<String, Integer> numbers) {
    if (node instanceof Map<?, ?> map) {
      if (map.containsKey("count")) {
        numbers.put((String) map.get("href"), (Integer) map.get("count"));
      }
      map.values().forEach(child -> gather(child, numbers));
    } else if (node instanceof List<?> list) {
      list.forEach(child -> gather(child, numbers));
    }
  }

  private static Map<String, Object> at(Map<String, Object> map, String key) {
    return castToMap(map.get(key));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> castToMap(Object value) {
    return (Map<String, Object>) value;
  }

  private static int sum(Map<String, Object> counted) {
    return counted.values().stream().mapToInt(each -> (Integer) castToMap(each).get("count")).sum();
  }
}
