package org.wraparound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.wraparound.acceptance.Field.as;
import static org.wraparound.acceptance.Field.eventually;

import io.restassured.path.json.JsonPath;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The record at work: what partners can rely on when it is kept well. */
@ExtendWith(Stack.class)
class RecordStory {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /**
   * Property is damaged and others are threatened again and again. The shift drafts the record, the
   * manager returns it with what is missing, the third incident brings safeguarding and the
   * community team in, and each reads the whole record.
   */
  @Test
  void repeatedPropertyDamageWithThreatsIsRecordedToAStandardAndReachesSafeguardingAndTheTeam() {
    String person = Field.registerPerson("Amir", "Holt", Field.nhsNumber());
    Field.gatherCircle(person);
    Field.record(threats(person, 60));
    Field.record(threats(person, 30));

    Map<String, Object> draft = Field.incident(person, 5);
    draft.remove("behaviour");
    var begun =
        as("oakfield-practitioner").body(draft).post("/v1/incident-drafts").then().statusCode(201);
    String draftPath = "/v1/incident-drafts/" + begun.extract().path("id");
    as("elmtree-manager").get(draftPath).then().statusCode(404);
    as("oakfield-practitioner")
        .post(draftPath + "/submission")
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("behaviour"));
    as("oakfield-practitioner")
        .header("If-Match", begun.extract().header("ETag"))
        .body(threats(person, 5))
        .put(draftPath)
        .then()
        .statusCode(200);
    String third =
        as("oakfield-practitioner")
            .post(draftPath + "/submission")
            .then()
            .statusCode(201)
            .body("status", equalTo("RECORDED"))
            .extract()
            .path("id");

    JsonPath escalations =
        eventually(
            "oakfield-manager",
            "/v1/escalations?personId=" + person,
            TEN_SECONDS,
            list -> list.getList("items.route").contains("SAFEGUARDING_ADULTS"));
    assertThat(escalations.getList("items.ruleCode"))
        .contains("REPEATED_PROPERTY_DAMAGE_WITH_THREATS");
    assertThat(escalations.getList("items.route")).contains("CLDT");

    String path = "/v1/incidents/" + third;
    as("oakfield-practitioner")
        .body(Map.of("decision", "SIGN_OFF", "comment", "Mine."))
        .post(path + "/reviews")
        .then()
        .statusCode(403);
    as("oakfield-manager")
        .body(Map.of("decision", "SIGN_OFF", "comment", "Reads well."))
        .post(path + "/reviews")
        .then()
        .statusCode(200)
        .body("status", equalTo("RETURNED"))
        .body("reviews[0].missing.field", hasItems("earlySigns", "recovery"));
    Instant beforeTheAddendum = Instant.now();
    as("oakfield-practitioner")
        .body(Map.of("reason", "Returned by the manager", "additions", missing()))
        .post(path + "/addenda")
        .then()
        .statusCode(200);
    as("oakfield-manager")
        .body(Map.of("decision", "SIGN_OFF", "comment", "Complete now."))
        .post(path + "/reviews")
        .then()
        .statusCode(200)
        .body("status", equalTo("SIGNED_OFF"))
        .body("reviews[1].missing", empty());
    as("bridgeshire-safeguarding")
        .get(path)
        .then()
        .statusCode(200)
        .body("status", equalTo("SIGNED_OFF"))
        .body("earlySigns", equalTo("Pacing, and short answers."))
        .body("history", hasSize(2));
    as("bridgeshire-safeguarding")
        .get(path + "?asOf=" + beforeTheAddendum)
        .then()
        .statusCode(200)
        .body("status", equalTo("RETURNED"))
        .body("earlySigns", nullValue())
        .body("history", hasSize(1));
    eventually(
        "bridgeshire-safeguarding",
        "/v1/people/" + person + "/chronology?kind=incident-corrected&kind=incident-reviewed",
        TEN_SECONDS,
        list -> list.getList("items").size() == 3);
  }

  /**
   * Advice from the community team is of use when it is used on shift: week by week the share of
   * incidents in which something proactive was tried rises.
   */
  @Test
  void adviceThatIsUsedOnShiftShowsAsARisingShareOfEarlyIntervention() {
    String person = Field.registerPerson("Grace", "Ode", Field.nhsNumber());
    Field.gatherCircle(person);
    LocalDate thisWeek =
        LocalDate.now(LONDON).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = thisWeek.minusWeeks(3);
    for (int week = 0; week < 3; week++) {
      for (int day = 0; day < 4; day++) {
        Map<String, Object> body = Field.incident(person, 1);
        body.put(
            "happenedAt",
            first
                .plusWeeks(week)
                .plusDays(day)
                .atTime(LocalTime.of(8 + day, 30))
                .atZone(LONDON)
                .toInstant()
                .toString());
        body.put("antecedentCodes", List.of("CHANGE_OF_ROUTINE"));
        boolean used = day < week * 2;
        body.put("proactiveStrategies", used ? List.of("Showed the picture plan") : List.of());
        Field.record(body);
      }
    }
    JsonPath trends =
        as("northvale-cldt")
            .get("/v1/people/" + person + "/trends?from=" + first + "&to=" + thisWeek.minusDays(1))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(trends.getList("weeks.total")).containsExactly(4, 4, 4);
    assertThat(trends.getList("weeks.earlyIntervention.used")).containsExactly(0, 2, 4);
    assertThat(trends.getList("weeks.earlyIntervention.share", Double.class))
        .containsExactly(0.0, 0.5, 1.0);
    assertThat(trends.getList("weeks.byAntecedent.CHANGE_OF_ROUTINE")).containsExactly(4, 4, 4);
    assertThat(trends.<Integer>get("grid.hours[0][8]")).isEqualTo(3);
    as("elmtree-manager")
        .get("/v1/people/" + person + "/trends?from=" + first + "&to=" + thisWeek)
        .then()
        .statusCode(200)
        .body("total", equalTo(0));
  }

  /**
   * Frequent visitors, missing money: an allegation of financial abuse is told at once, the same
   * visitor is found in every record by a pseudonym, and the police's number stands beside ours.
   */
  @Test
  void financialExploitationWithRepeatVisitorsGivesAFactualChronology() {
    String person = Field.registerPerson("Rose", "Tandy", Field.nhsNumber());
    Field.gatherCircle(person);
    for (int hoursAgo : List.of(70, 46)) {
      Field.record(visit(person, hoursAgo));
    }
    Map<String, Object> found = visit(person, 6);
    found.put("kind", "SAFEGUARDING_CONCERN");
    found.put("behaviour", "She was distressed; 200 pounds had gone by an online transfer.");
    found.put(
        "allegations",
        List.of(
            Map.of(
                "source", "OTHER_KNOWN_TO_INDIVIDUAL",
                "type", "FINANCIAL_OR_MATERIAL",
                "location", "SUPPORTED_LIVING",
                "sourceRef", "VISITOR-7")));
    found.put("policeInvolved", true);
    found.put(
        "externalReferences",
        List.of(Map.of("agencyType", "POLICE", "value", "BP-2026-4417", "kind", "crime number")));
    String id = Field.record(found);
    JsonPath escalations =
        eventually(
            "bridgeshire-safeguarding",
            "/v1/escalations?personId=" + person,
            TEN_SECONDS,
            list -> list.getList("items.ruleCode").contains("ALLEGATION_OF_ABUSE"));
    assertThat(escalations.getList("items.ruleCode")).contains("POLICE_INVOLVED");
    JsonPath chronology =
        eventually(
            "bridgeshire-safeguarding",
            "/v1/people/" + person + "/chronology?kind=incident-recorded",
            TEN_SECONDS,
            list -> list.getList("items").size() == 3);
    assertThat(chronology.getList("items.facts.involved.ref.flatten()"))
        .containsExactly("VISITOR-7", "VISITOR-7", "VISITOR-7");
    as("bridgeshire-safeguarding")
        .get(chronology.getString("items[2].source.href"))
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("externalReferences.value", contains("BP-2026-4417"));
    as("bridgeshire-safeguarding")
        .get("/v1/incidents?allegationType=FINANCIAL_OR_MATERIAL&q=transfer&personId=" + person)
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
  }

  /**
   * Self-neglect in home care: refusals are noted in seconds, what was due and not noted shows, and
   * visits that a handheld stored while offline arrive in one batch, each once.
   */
  @Test
  void selfNeglectWithRefusalsIsSeenFromDailyObservationsAndAnOfflineBatch() {
    String person = Field.registerPerson("Walter", "Finch", Field.nhsNumber());
    Field.gatherCircle(person);
    LocalDate today = LocalDate.now(LONDON);
    as("oakfield-manager")
        .body(
            Map.of(
                "personId",
                person,
                "kind",
                "MEALTIME",
                "from",
                today.minusDays(2).toString(),
                "schedule",
                Map.of("times", List.of("12:00"), "graceMinutes", 60)))
        .post("/v1/observation-definitions")
        .then()
        .statusCode(201);
    JsonPath gaps =
        as("oakfield-manager")
            .get(
                "/v1/people/%s/observation-gaps?from=%s&to=%s"
                    .formatted(person, today.minusDays(2), today.minusDays(1)))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(gaps.<Integer>get("definitions[0].due")).isEqualTo(2);
    assertThat(gaps.<Integer>get("definitions[0].missed")).isEqualTo(2);

    List<Map<String, Object>> entries = new ArrayList<>();
    for (int visit = 0; visit < 4; visit++) {
      entries.add(
          Map.of("key", person + "-" + visit, "incident", refusal(person, 90 - 20 * visit)));
    }
    entries.add(Map.of("key", person + "-wrong", "incident", Map.of("personId", person)));
    for (int sent = 1; sent <= 2; sent++) {
      JsonPath results =
          as("oakfield-practitioner")
              .body(Map.of("entries", entries))
              .post("/v1/incidents/batch")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      int accepted = sent == 1 ? 201 : 200;
      assertThat(results.getList("results.status"))
          .containsExactly(accepted, accepted, accepted, accepted, 422);
      assertThat(results.getList("results[4].problem.violations.field")).contains("behaviour");
    }
    as("oakfield-manager")
        .get("/v1/incidents?personId=" + person)
        .then()
        .body("items", hasSize(4))
        .body("items[3].recordedAfter", startsWith("PT90H"));
    JsonPath escalations =
        eventually(
            "oakfield-manager",
            "/v1/escalations?personId=" + person,
            TEN_SECONDS,
            list -> list.getList("items.ruleCode").contains("REFUSED_SUPPORT_PATTERN"));
    assertThat(escalations.getList("items.route")).contains("GP_OR_URGENT_CARE");
  }

  private static Map<String, Object> threats(String person, int hoursAgo) {
    Map<String, Object> body = Field.incident(person, hoursAgo);
    body.put("kind", "PROPERTY_DAMAGE");
    body.put("behaviour", "Broke two plates and said he would hit the other tenant.");
    body.put("physicalHarm", "NONE");
    body.put("psychologicalHarm", "LOW");
    body.put("allegations", List.of());
    body.put("restrictiveInterventions", List.of());
    body.put("antecedents", "The kitchen was full and loud.");
    body.put("antecedentCodes", List.of("NOISE_OR_CROWDING"));
    body.put("staffResponse", "Stood back, lowered their voices.");
    body.put("deEscalationSteps", List.of(Map.of("step", "Offered the garden", "worked", true)));
    body.put("proactiveStrategies", List.of());
    body.put("consequences", "Two plates were swept up.");
    body.put("propertyDamaged", true);
    body.put("othersThreatened", true);
    return body;
  }

  /** What the standard still asks of {@link #threats}. */
  private static Map<String, Object> missing() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("earlySigns", "Pacing, and short answers.");
    body.put("recovery", "Sat in the garden for half an hour, then had tea.");
    return body;
  }

  private static Map<String, Object> visit(String person, int hoursAgo) {
    Map<String, Object> body = Field.incident(person, hoursAgo);
    body.put("kind", "OTHER");
    body.put("behaviour", "A visitor came again and she was quiet afterwards.");
    body.put("antecedentCodes", List.of("VISITOR"));
    body.put("peopleInvolved", List.of(Map.of("role", "VISITOR", "ref", "VISITOR-7")));
    return body;
  }

  private static Map<String, Object> refusal(String person, int hoursAgo) {
    Map<String, Object> body = Field.incident(person, hoursAgo);
    body.put("kind", "REFUSED_SUPPORT");
    body.put("location", "OWN_HOME");
    body.put("behaviour", "Would not open the door to be helped with washing.");
    body.put("missedSupport", List.of(Map.of("support", "PERSONAL_CARE", "why", "REFUSED")));
    return body;
  }
}
