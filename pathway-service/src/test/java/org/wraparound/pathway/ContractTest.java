package org.wraparound.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.wraparound.pathway.Calls.COMMISSIONING;
import static org.wraparound.pathway.Calls.commissioner;
import static org.wraparound.pathway.Calls.join;
import static org.wraparound.pathway.Calls.manager;
import static org.wraparound.pathway.Calls.place;
import static org.wraparound.pathway.Calls.registered;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wraparound.kit.London;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class ContractTest {
  private static final Set<String> TYPES =
      Set.of(
          "person-registered",
          "circle-joined",
          "circle-changed",
          "circle-left",
          "step-up-proposed",
          "step-up-authorised",
          "step-up-refused",
          "step-up-review-due",
          "step-up-expired",
          "step-up-sustained",
          "step-up-prolonged",
          "indicator-defined",
          "indicator-changed",
          "indicator-ended",
          "indicator-recorded",
          "indicator-breached",
          "indicator-recovered",
          "indicator-breach-withdrawn");

  @Inject MovableClock clock;

  @AfterEach
  void backToTheMachinesTime() {
    clock.reset();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person-registered",
        "circle-joined",
        "circle-changed",
        "circle-left",
        "step-up-proposed",
        "step-up-authorised",
        "step-up-refused",
        "step-up-review-due",
        "step-up-expired",
        "step-up-sustained",
        "step-up-prolonged",
        "indicator-defined",
        "indicator-changed",
        "indicator-ended",
        "indicator-recorded",
        "indicator-breached",
        "indicator-recovered",
        "indicator-breach-withdrawn"
      })
  void everyExampleIsOfItsOwnSchema(String type) {
    assertThat(
            Contracts.violations(
                "pathway-service", type, Contracts.example("pathway-service", type)))
        .isEmpty();
  }

  @Test
  void everyRealEventIsOfItsSchema() {
    String person = registered();
    String path = "/v1/people/" + person + "/circle/" + COMMISSIONING;
    join(person, "SUMMARY").then().statusCode(201);
    manager()
        .header("If-Match", manager().get(path).header("ETag"))
        .body(place("FULL"))
        .put(path)
        .then()
        .statusCode(200);
    String first = propose(person);
    String second = propose(person);
    LocalDate today = London.dayOf(clock.instant());
    commissioner()
        .body(
            """
            {"startsOn": "%s", "reviewOn": "%s", "rationale": "Risk.",
             "deEscalationPlan": {"stages": [{"description": "Less.", "exitCriteria": "Calm."}]},
             "personInvolvement": {"involved": true}}
            """
                .formatted(today, today.plusDays(1)))
        .post("/v1/transitions/" + first + "/authorisation")
        .then()
        .statusCode(200);
    commissioner()
        .body("{\"reason\": \"No.\"}")
        .post("/v1/transitions/" + second + "/refusal")
        .then()
        .statusCode(200);
    manager().delete(path).then().statusCode(204);
    anIndicatorRunsItsCourse(person);
    clock.moveAhead(Duration.ofDays(57));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(events(person).stream().map(Bus.Read::type).collect(Collectors.toSet()))
                    .isEqualTo(TYPES));
    assertThat(events(person))
        .allSatisfy(
            event ->
                assertThat(Contracts.violations("pathway-service", event.type(), event.data()))
                    .as(event.type())
                    .isEmpty());
  }

  private void anIndicatorRunsItsCourse(String person) {
    LocalDate today = London.dayOf(clock.instant());
    String indicators = "/v1/people/" + person + "/indicators";
    String indicator =
        indicators
            + "/"
            + manager()
                .body(
                    """
                    {"kind": "ANXIETY", "title": "t", "min": 0, "max": 10,
                     "direction": "LOWER_IS_BETTER", "reviewOn": "%s",
                     "rules": {"level": {"red": 8}, "missing": {"days": 1}}}
                    """
                        .formatted(today.plusDays(9)))
                .post(indicators)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    String wrong = enter(indicator, Map.of("value", 9));
    enter(indicator, Map.of("value", 1.5, "supersedes", wrong, "reason", "r"));
    clock.moveAhead(Duration.ofDays(2));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                manager()
                    .get("/v1/indicator-breaches?open=true&personId=" + person)
                    .then()
                    .body("items.because", contains("MISSING_DATA")));
    enter(indicator, Map.of("value", 1));
    manager()
        .header("If-Match", manager().get(indicator).header("ETag"))
        .body(Map.of("title", "t", "reviewOn", today.plusDays(9).toString()))
        .put(indicator)
        .then()
        .statusCode(200);
    manager().body("{\"reason\": \"r\"}").post(indicator + "/ending").then().statusCode(200);
  }

  private static String enter(String indicator, Map<String, ?> reading) {
    return manager()
        .body(reading)
        .post(indicator + "/readings")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String propose(String person) {
    return manager()
        .body(
            "{\"personId\": \"%s\", \"threshold\": \"t\", \"rationale\": \"r\"}".formatted(person))
        .post("/v1/transitions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static List<Bus.Read> events(String person) {
    return Bus.read("wraparound.pathways.v1", UUID.fromString(person));
  }
}
