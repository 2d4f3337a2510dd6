package org.wraparound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.acceptance.Field.as;
import static org.wraparound.acceptance.Field.eventually;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is agreed has an owner, a day and evidence, and is closed only when it worked. */
@ExtendWith(Stack.class)
class PlanStory {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final LocalDate today = LocalDate.now(LONDON);

  @AfterEach
  void theClockIsRightAgain() {
    Stack.moveClock(Duration.ZERO);
  }

  /**
   * Two tenants clash. The review ends in actions of the provider, the landlord and the
   * commissioner, each agreed by who does it; a barrier is seen by who can remove it; what was done
   * is closed only once someone else saw that it helped.
   */
  @Test
  void aCompatibilityReviewEndsInActionsThatWorked() {
    String person = Field.registerPerson("Leon", "Abara", Field.nhsNumber());
    Field.gatherCircle(person);
    Field.join(person, "BRIDGESHIRE-HOUSING", "HOUSING", "LANDLORD");
    Map<String, Object> review = Map.of("personId", person, "kind", "COMPATIBILITY_REVIEW");
    String plan = opened(with(review, Map.of("template", "COMPATIBILITY_REVIEW")));
    as("oakfield-manager").body(review).post("/v1/plans").then().statusCode(409);
    as("elmtree-manager").get(plan).then().statusCode(404);
    JsonPath asked = actions(plan);
    assertThat(asked.getList("items.status", String.class)).containsOnly("PROPOSED");
    assertThat(asked.getList("items.party", String.class))
        .contains("PROVIDER", "COMMISSIONER", "PARTNER");

    // each agency takes on what is its own, and says no to what is not
    String rooms = action(asked, "ADAPT_SHARED_ROOMS");
    String decide = action(asked, "DECIDE_ON_SHARED_HOME");
    String ask = action(asked, "ASK_EACH_TENANT");
    as("oakfield-manager")
        .body(Map.of("ownerName", "Somebody else"))
        .post(rooms + "/acceptance")
        .then()
        .statusCode(403);
    accept("bridgeshire-housing", rooms, "Orla Finch");
    accept("bridgeshire-commissioner", decide, "Ben Osei");
    // nobody of social work is in the circle: the provider holds it until it finds who does it
    as("oakfield-manager")
        .get(ask)
        .then()
        .body("ownerAgency", equalTo("OAKFIELD"))
        .body("ownerAgencyMissing", equalTo("SOCIAL_WORK"));
    as("oakfield-manager")
        .body(
            Map.of(
                "ownerAgency",
                "BRIDGESHIRE-SAFEGUARDING",
                "reason",
                "The council's worker knows both tenants."))
        .post(ask + "/reassignment")
        .then()
        .statusCode(200)
        .body("status", equalTo("PROPOSED"));
    as("bridgeshire-safeguarding")
        .body(Map.of("reason", "The advocate sees people alone, not this team."))
        .post(ask + "/refusal")
        .then()
        .statusCode(200)
        .body("status", equalTo("DECLINED"));
    as("oakfield-manager").get(plan).then().body("agreed", equalTo(false));
    as("oakfield-manager")
        .body(Map.of("ownerAgency", "NORTHVALE-CLDT", "reason", "Their nurse sees each of them."))
        .post(ask + "/reassignment")
        .then()
        .statusCode(200);
    accept("northvale-cldt", ask, "Priya Nair");
    for (String own :
        List.of("EASE_SHARED_ROUTINES", "LOG_SHARED_SPACE_CLASHES", "TELL_COMMISSIONER_WEEKLY")) {
      accept("oakfield-manager", action(asked, own), "Sam Whitlock");
    }
    as("bridgeshire-commissioner")
        .get(plan)
        .then()
        .body("agreed", equalTo(true))
        .body("version", greaterThan(6))
        .body("agreement.agency", hasItems("OAKFIELD", "BRIDGESHIRE-HOUSING", "NORTHVALE-CLDT"));
    as("oakfield-manager").get(plan + "/versions/1").then().statusCode(200);

    // too vague to check: everything to mend is named
    as("oakfield-manager")
        .body(Map.of("title", "Monitor and liaise", "party", "PROVIDER", "dueOn", "2020-01-01"))
        .post(plan + "/actions")
        .then()
        .statusCode(422)
        .body(
            "violations.field",
            hasItems("title", "dueOn", "ownerAgency", "evidenceRequired", "intendedOutcome"));

    // the landlord meets a barrier and says so before it is late
    String barrier =
        as("bridgeshire-housing")
            .body(
                Map.of(
                    "kind", "FUNDING",
                    "what", "The panels are not in this year's works.",
                    "removableBy", "BRIDGESHIRE-COMMISSIONING",
                    "removableByRole", "commissioner"))
            .post(rooms + "/barriers")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as("bridgeshire-commissioner")
        .get("/v1/barriers?live=true&removableBy=BRIDGESHIRE-COMMISSIONING&personId=" + person)
        .then()
        .statusCode(200)
        .body("items.id", contains(barrier));
    as("bridgeshire-commissioner")
        .get(plan + "/progress")
        .then()
        .statusCode(200)
        .body("actions.byParty.PARTNER.AT_RISK.count", equalTo(1))
        .body("actions.count", equalTo(6));
    as("bridgeshire-commissioner")
        .body(Map.of("done", "Paid from small works; ordered on Monday."))
        .post("/v1/barriers/" + barrier + "/removal")
        .then()
        .statusCode(200);

    // done is shown, not said, and is looked at by someone else
    String photograph =
        as("bridgeshire-housing")
            .contentType("text/plain")
            .body("Panels fitted in lounge and hall, 4 March.".getBytes(StandardCharsets.UTF_8))
            .queryParam("name", "job sheet.txt")
            .post("/v1/evidence-files?personId=" + person)
            .then()
            .statusCode(201)
            .body("sha256", notNullValue())
            .extract()
            .path("id");
    as("elmtree-manager").get("/v1/evidence-files/" + photograph).then().statusCode(404);
    as("bridgeshire-housing").post(rooms + "/start").then().statusCode(200);
    as("bridgeshire-housing")
        .body(Map.of("evidence", List.of(Map.of("kind", "FILE", "fileId", photograph))))
        .post(rooms + "/completion")
        .then()
        .statusCode(200)
        .body("evidence[0].file.name", equalTo("job sheet.txt"));
    Map<String, String> helped =
        Map.of("impact", "ACHIEVED", "finding", "Two noise-led incidents in four weeks, not nine.");
    as("bridgeshire-housing").body(helped).post(rooms + "/verification").then().statusCode(403);
    as("oakfield-manager")
        .body(helped)
        .post(rooms + "/verification")
        .then()
        .statusCode(200)
        .body("status", equalTo("VERIFIED"));
    String content =
        as("oakfield-manager").get("/v1/evidence-files/" + photograph + "/content").asString();
    assertThat(content).contains("Panels fitted");

    // a meeting that decides: no decision without an action or a reason for none
    String meeting =
        as("bridgeshire-commissioner")
            .body(
                Map.of(
                    "personId",
                    person,
                    "planId",
                    id(plan),
                    "kind",
                    "COMPATIBILITY_REVIEW",
                    "purpose",
                    "Decide how both tenants can go on living here",
                    "dueBy",
                    today.plusDays(28).toString(),
                    "invitees",
                    List.of(
                        Map.of("agency", "OAKFIELD", "role", "Service manager"),
                        Map.of("agency", "BRIDGESHIRE-HOUSING", "role", "Housing officer"))))
            .post("/v1/meetings")
            .then()
            .statusCode(201)
            .body("carriedOver.actions", hasSize(5))
            .extract()
            .header("Location");
    meeting = meeting.substring(meeting.indexOf("/v1/"));
    as("bridgeshire-commissioner").post(meeting + "/holding").then().statusCode(200);
    Map<String, Object> minutes = new LinkedHashMap<>();
    minutes.put("chair", "Ben Osei");
    minutes.put("discussion", "The lounge is quieter; the mornings are not.");
    minutes.put(
        "attendance",
        List.of(
            Map.of("invitee", 1, "attendance", "ATTENDED", "contribution", "Brought the trend."),
            Map.of(
                "invitee", 2, "attendance", "APOLOGIES", "contribution", "Sent the job sheet.")));
    minutes.put("personsVoice", Map.of("heard", "BEFOREHAND", "words", "I want to stay."));
    Map<String, Object> stays = new LinkedHashMap<>();
    stays.put("text", "Breakfast is had at two times.");
    stays.put("rationale", "Most of what is left happens between seven and eight.");
    minutes.put("decisions", List.of(stays));
    write(meeting, minutes);
    as("bridgeshire-commissioner")
        .post(meeting + "/finalisation")
        .then()
        .statusCode(409)
        .body("violations.field", hasItems("decisions[0]", "familysVoice"));
    minutes.put("familysVoice", Map.of("notHeard", "PERSON_OBJECTS", "words", "He said not yet."));
    Map<String, Object> breakfast =
        Map.ofEntries(
            Map.entry("title", "Serve breakfast at half past six and at eight"),
            Map.entry("party", "PROVIDER"),
            Map.entry("ownerAgency", "OAKFIELD"),
            Map.entry("ownerRole", "manager"),
            Map.entry("dueOn", today.plusDays(7).toString()),
            Map.entry("evidenceRequired", "The new morning plan and two weeks of daily notes"),
            Map.entry("intendedOutcome", "Each tenant starts the day without the other's noise"),
            Map.entry("measure", "Incidents before nine in the morning"),
            Map.entry("target", "None in two weeks"),
            Map.entry("outcomeDomain", "WELLBEING"),
            Map.entry("priority", "HIGH"));
    stays.put("newActions", List.of(breakfast));
    write(meeting, minutes);
    as("bridgeshire-commissioner")
        .post(meeting + "/finalisation")
        .then()
        .statusCode(200)
        .body("finalisedAt", notNullValue())
        .body("minutes.decisions[0].actions", hasSize(1));
    as("bridgeshire-commissioner")
        .header("If-Match", etag(meeting))
        .body(minutes)
        .put(meeting + "/minutes")
        .then()
        .statusCode(409);

    // not everything is done: the plan says what keeps it open
    as("oakfield-manager")
        .post(plan + "/closure")
        .then()
        .statusCode(409)
        .body("related", hasItem(decide));
    as("bridgeshire-commissioner")
        .get("/v1/portfolio?kind=COMPATIBILITY_REVIEW")
        .then()
        .statusCode(200)
        .body("plans.items.planId", hasItem(id(plan)));
    as("bridgeshire-commissioner")
        .get(plan + "/timeline")
        .then()
        .statusCode(200)
        .body("items.title", hasItem("Rooms inspected and works ordered"))
        .body("items.kind", hasItem("MEETING"));
  }

  /**
   * A health review: clinical actions and the provider's own are kept apart, advice reaches the
   * shift as one page that staff explain back, and what did not help enough is taken up again.
   */
  @Test
  void healthActionsReachTheShiftAndAreSeenInPractice() {
    String person = Field.registerPerson("Marisol", "Tate", Field.nhsNumber());
    Field.gatherCircle(person);
    Field.join(person, "NORTHVALE-ICB", "ICB", "COMMISSIONER");
    String plan =
        opened(Map.of("personId", person, "kind", "ICB_REVIEW", "template", "ICB_REVIEW"));
    JsonPath asked = actions(plan);
    String swallowing = action(asked, "ASSESS_SWALLOWING");
    String advice = action(asked, "BRING_ADVICE_TO_SHIFTS");
    accept("northvale-icb", action(asked, "SETTLE_HEALTH_FUNDING"), "Dele Marsh");
    accept("northvale-cldt", swallowing, "Ines Wray");
    as("northvale-cldt").post(swallowing + "/start").then().statusCode(200);
    as("northvale-cldt")
        .post(swallowing + "/milestones/1/reached")
        .then()
        .statusCode(200)
        .body("milestones[0].reachedOn", notNullValue());
    complete("northvale-cldt", swallowing, "Mealtime plan of 2 March, sent to the home.");
    // what waits for others cannot begin before them
    as("oakfield-manager").post(advice + "/start").then().statusCode(409);
    as("oakfield-manager")
        .body(
            Map.of(
                "impact", "PARTIALLY_ACHIEVED",
                "finding", "Safe at breakfast; she still coughs at supper.",
                "followUp",
                    Map.ofEntries(
                        Map.entry("title", "Assess supper at the table with the evening staff"),
                        Map.entry("party", "PARTNER"),
                        Map.entry("ownerAgency", "NORTHVALE-CLDT"),
                        Map.entry("ownerRole", "clinician"),
                        Map.entry("dueOn", today.plusDays(14).toString()),
                        Map.entry("evidenceRequired", "The changed mealtime plan"),
                        Map.entry("intendedOutcome", "She eats supper without coughing"),
                        Map.entry("measure", "Coughing at supper a week"),
                        Map.entry("outcomeDomain", "HEALTH_ACCESS"),
                        Map.entry("priority", "HIGH"))))
        .post(swallowing + "/verification")
        .then()
        .statusCode(200)
        .body("status", equalTo("VERIFIED"))
        .body("checks[0].followUpId", notNullValue());
    assertThat(actions(plan).getList("items.followsUp")).contains(id(swallowing));

    Map<String, Object> page = new LinkedHashMap<>();
    page.put("knownAs", "Mari");
    page.put("earlySigns", List.of("Holds food in her cheek", "Turns her head away"));
    page.put("proactiveSteps", List.of("Upright chair, feet flat", "One spoon, then wait"));
    page.put("deEscalationDo", List.of("Say: take your time"));
    page.put("deEscalationDoNot", List.of("Do not offer a drink to wash it down"));
    page.put("recovery", List.of("Stay upright for half an hour"));
    page.put("whenToCall", List.of(Map.of("when", "She chokes", "whom", "999")));
    page.put("toRecord", List.of("How long the meal took, and each cough"));
    page.put("questions", List.of("What do you do when she holds food?"));
    page.put("advice", List.of(Map.of("agency", "NORTHVALE-CLDT", "reference", "Mealtime plan")));
    Instant before = Instant.now();
    String guidance =
        as("oakfield-manager")
            .body(Map.of("planId", id(plan), "settings", List.of("ELM-HOUSE"), "page", page))
            .post("/v1/guidance")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String sheet = "/v1/guidance/" + guidance;
    as("oakfield-practitioner")
        .get("/v1/guidance?status=DRAFT&personId=" + person)
        .then()
        .statusCode(200);
    as("oakfield-manager")
        .body(
            Map.of(
                "readers", List.of(Map.of("staffId", "R-0417", "name", "Tom Bright")),
                "readBy", today.plusDays(3).toString()))
        .post(sheet + "/publication")
        .then()
        .statusCode(200)
        .body("number", equalTo(1))
        .body("reading.unread", equalTo(1));
    String handover = "/v1/settings/ELM-HOUSE/handover?since=" + before;
    as("oakfield-practitioner")
        .get(handover)
        .then()
        .statusCode(200)
        .body("toString()", containsString(guidance));
    as("oakfield-practitioner")
        .body(
            Map.of(
                "name", "Robin Vale", "answers", List.of("I stop, say take your time, and wait.")))
        .post(sheet + "/acknowledgements")
        .then()
        .statusCode(200);
    as("oakfield-manager")
        .body(
            Map.of(
                "observedAt", Instant.now().toString(),
                "settingId", "ELM-HOUSE",
                "items",
                    List.of(
                        Map.of("step", "P1", "result", "SEEN"),
                        Map.of("step", "P2", "result", "NOT_SEEN"))))
        .post(sheet + "/observations")
        .then()
        .statusCode(201);
    as("northvale-cldt").get(sheet + "/practice").then().statusCode(200);
    as("oakfield-practitioner")
        .accept("text/html")
        .get(sheet)
        .then()
        .statusCode(200)
        .contentType(containsString("text/html"))
        .body(containsString("One spoon, then wait"));
    as("northvale-icb")
        .get(plan + "/progress")
        .then()
        .body("actions.impact.RISK_REDUCTION.PARTIALLY_ACHIEVED.count", equalTo(1));
  }

  /**
   * A young man moves into his own home. The landlord is late; that climbs by itself and all see
   * it; the review after the move is fixed before it. The weeks are told by moving the clock.
   */
  @Test
  void aMoveIsPreparedAndWhoeverIsLateIsSeen() {
    String person = Field.registerPerson("Kofi", "Lind", Field.nhsNumber());
    Field.gatherCircle(person);
    Field.join(person, "BRIDGESHIRE-HOUSING", "HOUSING", "LANDLORD");
    LocalDate move = weekday(today.plusDays(70));
    as("oakfield-manager")
        .body(Map.of("personId", person, "kind", "TRANSITION", "template", "TRANSITION"))
        .post("/v1/plans")
        .then()
        .statusCode(422)
        .body("violations.field", contains("keyDate"));
    String plan =
        opened(
            Map.of(
                "personId",
                person,
                "kind",
                "TRANSITION",
                "template",
                "TRANSITION",
                "keyDate",
                move.toString()));
    JsonPath asked = actions(plan);
    String home = action(asked, "CHECK_NEW_HOME");
    String visits = action(asked, "HOLD_TRIAL_VISITS");
    String review = action(asked, "HOLD_POST_MOVE_REVIEW");
    LocalDate due = LocalDate.parse(as("oakfield-manager").get(home).path("dueOn"));
    assertThat(due).isBefore(move);
    assertThat(LocalDate.parse(as("oakfield-manager").get(review).path("dueOn"))).isAfter(move);
    accept("bridgeshire-housing", home, "Orla Finch");
    accept("oakfield-manager", visits, "Sam Whitlock");

    // one extension is the owner's to make
    LocalDate later = due.plusDays(3);
    as("bridgeshire-housing")
        .body(Map.of("dueOn", later.toString(), "reason", "The fitter comes on Thursday."))
        .post(home + "/extension")
        .then()
        .statusCode(200);
    // then its day passes
    Stack.moveClock(untilNoonOf(later.plusDays(1)));
    eventually(
        "oakfield-manager",
        home + "/drift",
        HALF_A_MINUTE,
        drift -> drift.getList("log.kind").contains("OVERDUE"));
    Stack.moveClock(untilNoonOf(later.plusDays(14)));
    JsonPath drift =
        eventually(
            "northvale-cldt",
            home + "/drift",
            HALF_A_MINUTE,
            log -> "COMMISSIONER".equals(log.getString("rung")));
    assertThat(drift.getList("log.rung")).contains("OWNERS_MANAGER", "COMMISSIONER");
    as("bridgeshire-commissioner")
        .get("/v1/drift?personId=" + person + "&ownerAgency=BRIDGESHIRE-HOUSING")
        .then()
        .statusCode(200)
        .body("items.actionId", contains(id(home)));
    eventually(
        "oakfield-manager",
        "/v1/notices?subjectId=" + id(home),
        HALF_A_MINUTE,
        notices -> notices.getList("items.toAgency").contains("BRIDGESHIRE-COMMISSIONING"));

    // it is done after all, and the move goes ahead with its review fixed
    complete("bridgeshire-housing", home, "Certificates 12 to 15; tenancy signed with his sister.");
    as("oakfield-manager")
        .get(home + "/drift")
        .then()
        .body("overdue", equalTo(false))
        .body("next", nullValue());
    as("bridgeshire-commissioner")
        .get(plan + "/timeline")
        .then()
        .statusCode(200)
        .body("items.kind", hasItem("KEY_DATE"))
        .body("items.title", hasItem("First night stayed"));
    as("bridgeshire-commissioner")
        .get(plan + "/progress")
        .then()
        .body("actions.byParty.PARTNER.AWAITING_VERIFICATION.count", equalTo(1));
  }

  /**
   * Discharge: hospital, commissioner and provider each have their part in the first 72 hours, and
   * the weekly meeting starts from what is still open.
   */
  @Test
  void aDischargeIsHeldTogetherUntilItIsStable() {
    String person = Field.registerPerson("Wynne", "Calder", Field.nhsNumber());
    Field.gatherCircle(person);
    Field.join(person, "NORTHVALE-HOSPITAL", "HOSPITAL", "CLINICIAN");
    String plan =
        opened(
            Map.of(
                "personId",
                person,
                "kind",
                "DISCHARGE",
                "template",
                "DISCHARGE",
                "keyDate",
                weekday(today.plusDays(8)).toString()));
    JsonPath asked = actions(plan);
    String ward = action(asked, "HAND_OVER_FROM_WARD");
    String funding = action(asked, "FUND_FIRST_WEEKS_HOME");
    accept("northvale-hospital", ward, "Ruth Amadi");
    accept("bridgeshire-commissioner", funding, "Ben Osei");

    String first = meeting(person, plan, "DISCHARGE_PLANNING");
    complete(
        "bridgeshire-commissioner", funding, "Authorisation 88/26: 60 hours, reviewed weekly.");
    as("oakfield-manager")
        .body(Map.of("impact", "ACHIEVED", "finding", "Confirmed three days before discharge."))
        .post(funding + "/verification")
        .then()
        .statusCode(200);
    as("bridgeshire-commissioner").post(first + "/holding").then().statusCode(200);
    String next = meeting(person, plan, "WEEKLY_REVIEW");
    as("northvale-hospital")
        .get(next)
        .then()
        .statusCode(200)
        .body("follows", equalTo(id(first)))
        .body("carriedOver.actions.id", hasItem(id(ward)))
        .body("carriedOver.actions.id", not(hasItem(id(funding))));

    // the hospital and the provider change one action at the same moment: one of them reads again
    String seen = etag(ward);
    JsonPath terms = as("northvale-hospital").get(ward).jsonPath();
    Map<String, Object> change = new LinkedHashMap<>();
    for (String part :
        List.of(
            "title",
            "party",
            "ownerAgency",
            "ownerRole",
            "ownerName",
            "dueOn",
            "evidenceRequired",
            "intendedOutcome",
            "measure",
            "target",
            "outcomeDomain",
            "priority",
            "answers")) {
      change.put(part, terms.get(part));
    }
    change.put("evidenceRequired", "The summary, the medicines list and two numbers to ring");
    as("northvale-hospital")
        .header("If-Match", seen)
        .body(change)
        .put(ward)
        .then()
        .statusCode(200)
        .body("status", equalTo("OPEN"));
    change.put("measure", "Questions open on the day");
    as("oakfield-manager").header("If-Match", seen).body(change).put(ward).then().statusCode(412);
    as("oakfield-manager").body(change).put(ward).then().statusCode(428);

    complete("northvale-hospital", ward, "Summary 4471 handed to the night lead.");
    JsonPath audit =
        as("bridgeshire-commissioner")
            .body(
                Map.of("size", 5, "closedFrom", today.toString(), "closedUntil", today.toString()))
            .post("/v1/action-audits")
            .then()
            .statusCode(201)
            .body("population", greaterThan(0))
            .extract()
            .jsonPath();
    assertThat(audit.getString("seed")).isNotBlank();
    as("bridgeshire-commissioner")
        .get("/v1/plans?personId=" + person)
        .then()
        .body("items.kind", everyItem(equalTo("DISCHARGE")))
        .body("items[0].progress", not(empty()));
  }

  private String meeting(String person, String plan, String kind) {
    String location =
        as("bridgeshire-commissioner")
            .body(
                Map.of(
                    "personId", person,
                    "planId", id(plan),
                    "kind", kind,
                    "purpose", "Go through what was agreed for the first days at home",
                    "dueBy", today.plusDays(7).toString(),
                    "scheduledFor", Instant.now().plus(2, ChronoUnit.DAYS).toString(),
                    "invitees",
                        List.of(
                            Map.of("agency", "NORTHVALE-HOSPITAL", "role", "Ward manager"),
                            Map.of("agency", "OAKFIELD", "role", "Service manager"))))
            .post("/v1/meetings")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    return location.substring(location.indexOf("/v1/"));
  }

  private static void write(String meeting, Map<String, Object> minutes) {
    as("bridgeshire-commissioner")
        .header("If-Match", etag(meeting))
        .body(minutes)
        .put(meeting + "/minutes")
        .then()
        .statusCode(200);
  }

  private static String etag(String path) {
    Response read = as("bridgeshire-commissioner").get(path);
    return read.header("ETag");
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }

  private static String opened(Map<String, Object> plan) {
    String location =
        as("oakfield-manager")
            .body(plan)
            .post("/v1/plans")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    return location.substring(location.indexOf("/v1/"));
  }

  private static JsonPath actions(String plan) {
    return as("oakfield-manager")
        .get("/v1/actions?limit=100&planId=" + id(plan))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String action(JsonPath actions, String template) {
    return "/v1/actions/"
        + actions.getString("items.find { it.template == '" + template + "' }.id");
  }

  private static void accept(String user, String action, String name) {
    as(user)
        .body(Map.of("ownerName", name))
        .post(action + "/acceptance")
        .then()
        .statusCode(200)
        .body("status", equalTo("OPEN"))
        .body("ownerName", equalTo(name));
  }

  private static void complete(String user, String action, String reference) {
    as(user)
        .body(Map.of("evidence", List.of(Map.of("kind", "NOTE", "note", reference))))
        .post(action + "/completion")
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETED"));
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static LocalDate weekday(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
        ? day.plusDays(2)
        : day;
  }

  private static Duration untilNoonOf(LocalDate day) {
    return Duration.between(Instant.now(), day.atTime(12, 0).atZone(LONDON).toInstant());
  }
}
