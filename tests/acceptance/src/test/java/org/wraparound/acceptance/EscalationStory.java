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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An escalation reaches a named person who must answer, and says so when it does not. */
@ExtendWith(Stack.class)
class EscalationStory {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
  private static final String TEAM = "STORY";

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

  @AfterEach
  void theClockIsRightAgain() {
    Stack.moveClock(Duration.ZERO);
  }

  /**
   * Nadia says that she is afraid of her partner. Who is told is told so that he cannot read along;
   * the domestic abuse service, the police and the council each have their part; what was shared
   * against her wish has its basis in the ledger.
   */
  @Test
  void aDisclosureOfControllingBehaviourGoesToTheMaracAndEveryNoticeIsSafe() {
    String person = Field.registerPerson("Nadia", "Quillfeather", Field.nhsNumber());
    Field.gatherCircle(person);
    Field.join(person, "BRIDGESHIRE-IDVA", "DOMESTIC_ABUSE_SERVICE", "OTHER");
    covers("ops", "BRIDGESHIRE-IDVA", "DOMESTIC_ABUSE_SERVICE", "MARAC", List.of("COORDINATOR"));
    covers(
        "oakfield-manager",
        "OAKFIELD",
        "PROVIDER",
        "ON_CALL_MANAGER",
        List.of("NIGHT-DESK", "AREA"));
    String tellsHim = contact("oakfield-manager", "OAKFIELD", "NIGHT-DESK");
    String arrangements = "/v1/people/" + person + "/safe-communication";
    as("oakfield-manager")
        .body(
            Map.of(
                "discreet", true,
                "avoidKinds", List.of("PHONE", "MOBILE"),
                "avoidAgencies", List.of(),
                "avoidContacts", List.of(tellsHim),
                "instructions", "Ask for her key worker; never leave a message at home.",
                "reason", "Her partner's sister works at the night desk.",
                "reviewOn", today.plusMonths(1).toString()))
        .put(arrangements)
        .then()
        .statusCode(201);
    as("elmtree-manager").get(arrangements).then().statusCode(404);

    Map<String, Object> disclosure = Field.incident(person, 1);
    disclosure.put("kind", "SAFEGUARDING_CONCERN");
    disclosure.put(
        "behaviour", "Said that Ulric decides whom she may see and reads her telephone.");
    disclosure.put("psychologicalHarm", "MODERATE");
    disclosure.put(
        "allegations",
        List.of(
            Map.of(
                "source", "OTHER_KNOWN_TO_INDIVIDUAL",
                "type", "DOMESTIC_ABUSE",
                "location", "OWN_HOME")));
    String incident = Field.record(disclosure);

    String escalations = "/v1/escalations?personId=" + person;
    JsonPath raised =
        eventually(
            "oakfield-manager",
            escalations,
            TEN_SECONDS,
            list ->
                list.getList("items.route").containsAll(List.of("MARAC", "SAFEGUARDING_ADULTS")));
    assertThat(raised.getList("items.route")).contains("POLICE", "ON_CALL_MANAGER", "COMMISSIONER");
    String marac = raised.getString("items.find { it.route == 'MARAC' }.id");
    String onCall =
        raised.getString(
            "items.find { it.route == 'ON_CALL_MANAGER' && it.ruleCode == 'DOMESTIC_ABUSE' }.id");
    String safeguarding = raised.getString("items.find { it.route == 'SAFEGUARDING_ADULTS' }.id");

    // the coordinator has a telephone and a secure address: only the address is used
    eventually(
        "oakfield-manager",
        "/v1/notices?subjectId=" + marac,
        HALF_A_MINUTE,
        list -> list.getList("items.state").contains("SENT"));
    as("oakfield-manager")
        .get("/v1/notices?subjectId=" + marac)
        .then()
        .body("items.kind", everyItem(equalTo("SECURE_EMAIL")))
        .body("items.discreet", everyItem(equalTo(true)));
    // the night desk is not told, and the log says why; the next in line is
    JsonPath log =
        eventually(
            "oakfield-manager",
            "/v1/escalations/" + onCall,
            HALF_A_MINUTE,
            escalation -> escalation.getList("log.kind").contains("TOLD"));
    assertThat(log.getList("log.findAll { it.kind == 'NOT_TOLD' }.told.contactId"))
        .contains(tellsHim);
    assertThat(log.getList("log.findAll { it.kind == 'NOT_TOLD' }.told.why")).contains("NOT_SAFE");
    assertThat(log.getList("log.findAll { it.kind == 'TOLD' }.told.contactId"))
        .isNotEmpty()
        .doesNotContain(tellsHim);
    List<Mail> mail = Mail.to("coordinator@bridgeshire-idva.example");
    assertThat(mail).isNotEmpty();
    assertThat(mail)
        .allSatisfy(
            message ->
                assertThat(message.subject() + message.text())
                    .doesNotContainIgnoringCase("Nadia")
                    .doesNotContainIgnoringCase("Quillfeather")
                    .doesNotContainIgnoringCase("Ulric")
                    .doesNotContainIgnoringCase("abuse")
                    .doesNotContainIgnoringCase("marac")
                    .doesNotContain(
                        raised.getString("items.find { it.route == 'MARAC' }.reference")));

    // she did not want it shared: without a basis it is not sent, with one the ledger keeps it
    String referral = referral(incident, person, "BRIDGESHIRE-IDVA", "MARAC");
    as("oakfield-manager")
        .body(Map.of("consent", Map.of("answer", "REFUSED", "on", today.toString())))
        .post(referral + "/sending")
        .then()
        .statusCode(422)
        .body("violations.field", hasItem(containsString("basis")));
    as("oakfield-manager")
        .body(
            Map.of(
                "consent", Map.of("answer", "REFUSED", "on", today.toString()),
                "basis",
                    Map.of(
                        "lawfulBasis", "ea",
                        "condition", "DPA2018_SCH1_PARA18",
                        "reason", "She is at risk of serious harm and cannot protect herself.")))
        .post(referral + "/sending")
        .then()
        .statusCode(200)
        .body("status", equalTo("requested"))
        .body("safeCommunication.instructions", containsString("key worker"));
    as("bridgeshire-safeguarding")
        .get("/v1/disclosures?personId=" + person)
        .then()
        .statusCode(200)
        .body("items.recipient.agency", hasItem("BRIDGESHIRE-IDVA"))
        .body(
            "items.find { it.recipient.agency == 'BRIDGESHIRE-IDVA' && it.purpose == 'MARAC' }.basis.lawfulBasis",
            equalTo("ea"));

    // the council answers the law's three questions, and what she wants is on the record
    as("bridgeshire-safeguarding")
        .post("/v1/escalations/" + safeguarding + "/acknowledgement")
        .then()
        .statusCode(200);
    Map<String, Object> decision = new LinkedHashMap<>();
    decision.put("decision", "REFERRAL");
    decision.put("rationale", "Controlling behaviour, and she cannot protect herself from it.");
    decision.put("immediateSafetyConfirmed", true);
    as("bridgeshire-safeguarding")
        .body(decision)
        .post("/v1/escalations/" + safeguarding + "/decision")
        .then()
        .statusCode(422)
        .body("violations.field", hasItems("s42", "makingSafeguardingPersonal"));
    decision.put(
        "s42",
        Map.of(
            "careAndSupportNeeds", "YES",
            "abuseOrNeglectOrRisk", "YES",
            "unableToProtectSelf", "YES",
            "outcome", "MET_PROGRESS_TO_S42_2"));
    decision.put(
        "makingSafeguardingPersonal",
        Map.of("asked", "ASKED_AND_EXPRESSED", "wishes", "To be safe and to see her sister."));
    decision.put("mentalCapacity", Map.of("capacity", "HAD", "supportedBy", "ADVOCATE"));
    as("bridgeshire-safeguarding")
        .body(decision)
        .post("/v1/escalations/" + safeguarding + "/decision")
        .then()
        .statusCode(200)
        .body("s42.outcome", equalTo("MET_PROGRESS_TO_S42_2"))
        .body("decidedBy.agency", equalTo("BRIDGESHIRE-SAFEGUARDING"));
    as("bridgeshire-safeguarding")
        .get("/v1/enquiries?personId=" + person)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].stages", not(empty()));
  }

  /**
   * Property is damaged and others are threatened for the third time: safeguarding and behaviour
   * support are one matter, and each sees what the other decides.
   */
  @Test
  void safeguardingAndBehaviourSupportAreOneTrack() {
    String person = Field.registerPerson("Amir", "Holt", Field.nhsNumber());
    Field.gatherCircle(person);
    for (int daysAgo : List.of(9, 4, 0)) {
      Map<String, Object> threat = Field.incident(person, daysAgo * 24 + 2);
      threat.put("propertyDamaged", true);
      threat.put("othersThreatened", true);
      Field.record(threat);
    }
    JsonPath track =
        eventually(
            "oakfield-manager",
            "/v1/escalations?personId="
                + person
                + "&ruleCode=REPEATED_PROPERTY_DAMAGE_WITH_THREATS",
            TEN_SECONDS,
            list -> list.getList("items").size() == 2);
    assertThat(track.getList("items.thresholdId", String.class))
        .hasSize(2)
        .containsOnly(track.getString("items[0].thresholdId"));
    String safeguarding = track.getString("items.find { it.route == 'SAFEGUARDING_ADULTS' }.id");
    String behaviour = track.getString("items.find { it.route == 'CLDT' }.id");

    as("northvale-cldt")
        .post("/v1/escalations/" + behaviour + "/acknowledgement")
        .then()
        .statusCode(200);
    as("northvale-cldt")
        .body(
            Map.of(
                "decision", "MEETING",
                "rationale", "The behaviour plan is looked at together with safeguarding.",
                "immediateSafetyConfirmed", true))
        .post("/v1/escalations/" + behaviour + "/decision")
        .then()
        .statusCode(200);
    as("bridgeshire-safeguarding")
        .get("/v1/escalations/" + behaviour)
        .then()
        .statusCode(200)
        .body("decision", equalTo("MEETING"))
        .body("incidentIds", hasSize(3));
    as("northvale-cldt")
        .get("/v1/escalations/" + safeguarding)
        .then()
        .statusCode(200)
        .body("thresholdId", equalTo(track.getString("items[0].thresholdId")));
    JsonPath actions =
        eventually(
            "oakfield-manager",
            "/v1/actions?personId=" + person,
            TEN_SECONDS,
            list -> list.getList("items").size() >= 3);
    assertThat(actions.getList("items.planId", String.class))
        .containsOnly(actions.getString("items[0].planId"));
  }

  /**
   * It is night and nobody is on call: each step is passed at once, the log says that nobody was
   * there, and the escalation stands out until somebody takes it on.
   */
  @Test
  void aNightWithNobodyOnCallIsSeenAtOnce() {
    covers(
        "elmtree-manager", "ELMTREE", "PROVIDER", "ON_CALL_MANAGER", List.of("DUTY", "DIRECTOR"));
    String rota = "/v1/agencies/ELMTREE/teams/" + TEAM + "/rota";
    Response planned = as("elmtree-manager").get(rota);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    as("elmtree-manager")
        .header("If-Match", planned.header("ETag"))
        .body(
            Map.of(
                "shifts", planned.jsonPath().getList("shifts"),
                "overrides",
                    IntStream.rangeClosed(1, 2)
                        .mapToObj(
                            tier ->
                                Map.of(
                                    "tier",
                                    tier,
                                    "effect",
                                    "REPLACE",
                                    "from",
                                    now.minus(1, ChronoUnit.HOURS).toString(),
                                    "until",
                                    now.plus(12, ChronoUnit.HOURS).toString(),
                                    "reason",
                                    "Both are ill."))
                        .toList()))
        .put(rota)
        .then()
        .statusCode(200);
    as("elmtree-manager")
        .get("/v1/on-call?route=ON_CALL_MANAGER&agency=ELMTREE")
        .then()
        .statusCode(200)
        .body("items[0].tiers.gap", everyItem(equalTo(true)));
    as("elmtree-manager")
        .get("/v1/on-call/gaps?agency=ELMTREE")
        .then()
        .statusCode(200)
        .body("items", not(empty()));

    String person =
        as("elmtree-manager")
            .body(
                Map.of(
                    "name", Map.of("given", "Rhys", "family", "Calloway"),
                    "dateOfBirth", "1988-03-02",
                    "nhsNumber", Map.of("value", Field.nhsNumber(), "verificationStatus", "01")))
            .post("/v1/people")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Map<String, Object> incident = Field.incident(person, 0);
    incident.remove("settingId");
    incident.put("policeInvolved", true);
    as("elmtree-manager").body(incident).post("/v1/incidents").then().statusCode(201);

    JsonPath night =
        eventually(
            "elmtree-manager",
            "/v1/escalations?personId=" + person + "&route=ON_CALL_MANAGER",
            TEN_SECONDS,
            list -> list.getList("items").size() == 1);
    assertThat(night.getBoolean("items[0].unreached")).isTrue();
    assertThat(night.getList("items[0].log.findAll { it.kind == 'NOT_TOLD' }.told.why"))
        .contains("NOBODY_ON_CALL")
        .hasSizeGreaterThan(1);
    String path = "/v1/escalations/" + night.getString("items[0].id");
    as("elmtree-manager")
        .get("/v1/escalations?unreached=true&personId=" + person)
        .then()
        .body("items.id", hasItem(night.getString("items[0].id")));
    as("elmtree-manager")
        .post(path + "/acknowledgement")
        .then()
        .statusCode(200)
        .body("unreached", equalTo(false))
        .body("acknowledgedBy", notNullValue())
        .body("decideBy", notNullValue());
  }

  /** The team says no, with a reason that reaches the sender, who asks again and is heard. */
  @Test
  void aRejectedReferralReachesItsSenderWithTheReason() {
    String person = Field.registerPerson("Tomasz", "Reed", Field.nhsNumber());
    Field.gatherCircle(person);
    String incident = Field.record(Field.restrictive(person, 5));
    String referral = referral(incident, person, "NORTHVALE-CLDT", "BEHAVIOUR_SUPPORT");
    as("northvale-cldt").get(referral).then().statusCode(404);
    as("oakfield-manager")
        .body(Map.of())
        .post(referral + "/sending")
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("consent"));
    Map<String, Object> agreed =
        Map.of("consent", Map.of("answer", "GIVEN", "on", today.toString()));
    as("oakfield-manager")
        .body(agreed)
        .post(referral + "/sending")
        .then()
        .statusCode(200)
        .body("respondBy", notNullValue())
        .body("disclosureId", notNullValue());
    String again = referral(incident, person, "NORTHVALE-CLDT", "BEHAVIOUR_SUPPORT");
    as("oakfield-manager")
        .body(agreed)
        .post(again + "/sending")
        .then()
        .statusCode(409)
        .body("toString()", containsString(referral));

    as("northvale-cldt")
        .post(referral + "/receipt")
        .then()
        .statusCode(200)
        .body("status", equalTo("received"));
    as("northvale-cldt")
        .body(Map.of("question", "Has his pain been looked at?"))
        .post(referral + "/information-request")
        .then()
        .statusCode(200)
        .body("informationAwaited", equalTo(true));
    as("oakfield-manager")
        .body(Map.of("answer", "Not since the spring.", "content", List.of("HEALTH")))
        .post(referral + "/information")
        .then()
        .statusCode(200)
        .body("informationAwaited", equalTo(false));
    as("oakfield-manager")
        .body(Map.of("reason", "CRITERIA_NOT_MET", "words", "Not ours to say."))
        .post(referral + "/rejection")
        .then()
        .statusCode(403);
    as("northvale-cldt")
        .body(
            Map.of(
                "reason", "CRITERIA_NOT_MET",
                "words", "Pain must be ruled out first; ask his GP, then send it again."))
        .post(referral + "/rejection")
        .then()
        .statusCode(200)
        .body("status", equalTo("rejected"));

    // both sides read one thread; others read nothing
    JsonPath ours =
        as("oakfield-manager").get(referral).then().statusCode(200).extract().jsonPath();
    JsonPath theirs =
        as("northvale-cldt").get(referral).then().statusCode(200).extract().jsonPath();
    assertThat(ours.getList("thread")).isEqualTo(theirs.getList("thread"));
    assertThat(ours.getList("thread.kind"))
        .containsExactly(
            "SENT", "RECEIVED", "INFORMATION_REQUESTED", "INFORMATION_GIVEN", "REJECTED");
    assertThat(ours.getString("thread[4].words")).contains("ask his GP");
    as("elmtree-manager").get(referral).then().statusCode(404);
    eventually(
        "oakfield-manager",
        "/v1/people/" + person + "/chronology",
        TEN_SECONDS,
        list -> list.getList("items.kind").contains("referral-rejected"));

    // what was asked for has been done: now it may be sent again, and is taken on
    as("oakfield-manager").body(agreed).post(again + "/sending").then().statusCode(200);
    as("northvale-cldt")
        .post(again + "/acceptance")
        .then()
        .statusCode(200)
        .body("status", equalTo("accepted"));
    as("northvale-cldt")
        .body(
            Map.of(
                "outcome", "PLAN_AGREED",
                "words", "A plan with fewer restrictions is agreed.",
                "feedback", "The record of what had been tried helped."))
        .post(again + "/outcome")
        .then()
        .statusCode(200)
        .body("status", equalTo("completed"));
    as("oakfield-manager")
        .post(again + "/feedback-receipt")
        .then()
        .statusCode(200)
        .body("feedbackReadAt", notNullValue());
    as("oakfield-manager")
        .get("/v1/people/" + person + "/disclosures")
        .then()
        .statusCode(200)
        .body("items", hasSize(3));
    as("oakfield-practitioner").get("/v1/people/" + person + "/disclosures").then().statusCode(403);
    as("oakfield-manager")
        .get("/v1/referrals?personId=" + person + "&status=rejected")
        .then()
        .body("items.id", contains(referral.substring("/v1/referrals/".length())))
        .body("items[0].rejectionReason", equalTo("CRITERIA_NOT_MET"))
        .body("items[0].acceptedAt", nullValue());
  }

  /**
   * Thresholds are the rule, judgement is allowed: someone escalates what crosses none, someone
   * else stands one down, the clocks wait for a reason. All of it is counted, a draft of a policy
   * is tried on what happened, and she can read who was told.
   */
  @Test
  void judgementAgainstTheThresholdsIsReasonedTimedAndCounted() {
    String person = Field.registerPerson("Ines", "Marlowe", Field.nhsNumber());
    Field.gatherCircle(person);
    Map<String, Object> quiet = Field.incident(person, 3);
    quiet.put("physicalHarm", "NONE");
    quiet.put("psychologicalHarm", "NONE");
    String unlikeHer = Field.record(quiet);
    JsonPath judged =
        eventually(
            "oakfield-manager",
            "/v1/evaluations?incidentId=" + unlikeHer,
            TEN_SECONDS,
            list -> list.getList("items").size() == 1);
    String evaluation = "/v1/evaluations/" + judged.getString("items[0].id");
    as("oakfield-manager").get(evaluation).then().statusCode(200).body("rules", not(empty()));
    String byHand =
        as("oakfield-manager")
            .body(Map.of("route", "CLDT", "reason", "She did not eat; I have seen this before."))
            .post(evaluation + "/override")
            .then()
            .statusCode(201)
            .body("kind", equalTo("ESCALATED_BELOW_THRESHOLD"))
            .extract()
            .path("escalationId");

    // its clocks wait while she is in hospital, and everybody sees why
    String toTheTeam = "/v1/escalations/" + byHand;
    String decideBy =
        as("northvale-cldt").post(toTheTeam + "/acknowledgement").then().extract().path("decideBy");
    as("northvale-cldt")
        .body(
            Map.of(
                "reason",
                "She is on the ward until next week and cannot be seen before.",
                "until",
                Instant.now().plus(8, ChronoUnit.DAYS).toString()))
        .post(toTheTeam + "/pause")
        .then()
        .statusCode(200)
        .body("pausedUntil", notNullValue());
    as("oakfield-manager")
        .get("/v1/escalations?paused=true&personId=" + person)
        .then()
        .body("items.id", contains(byHand));
    Stack.moveClock(Duration.ofDays(3));
    String later =
        as("northvale-cldt").post(toTheTeam + "/resumption").then().extract().path("decideBy");
    Stack.moveClock(Duration.ZERO);
    assertThat(Instant.parse(later)).isAfter(Instant.parse(decideBy));

    // the council stands one down that was decided already
    Field.record(Field.allegation(person, 1));
    String safeguarding =
        eventually(
                "oakfield-manager",
                "/v1/escalations?route=SAFEGUARDING_ADULTS&personId=" + person,
                TEN_SECONDS,
                list -> !list.getList("items").isEmpty())
            .getString("items[0].id");
    Map<String, Object> known = Map.of("reason", "This is the concern that was decided on Monday.");
    as("oakfield-manager")
        .body(known)
        .post("/v1/escalations/" + safeguarding + "/override")
        .then()
        .statusCode(403);
    as("bridgeshire-safeguarding")
        .body(known)
        .post("/v1/escalations/" + safeguarding + "/override")
        .then()
        .statusCode(200)
        .body("kind", equalTo("STOOD_DOWN"));
    as("bridgeshire-commissioner")
        .get("/v1/quality/overrides")
        .then()
        .statusCode(200)
        .body("groups.kind", hasItems("ESCALATED_BELOW_THRESHOLD", "STOOD_DOWN"))
        .body("groups.escalationIds.flatten()", hasItems(byHand, safeguarding));
    as("bridgeshire-commissioner")
        .get("/v1/quality/response-times?route=CLDT")
        .then()
        .statusCode(200)
        .body("total.acknowledgement.answered", greaterThan(0));
    as("oakfield-practitioner").get("/v1/quality/overrides").then().statusCode(403);

    // a draft that no longer asks for the police: what would have been
    int draft =
        as("oakfield-manager")
            .body(
                """
                {"title": "Draft of the story", "source": "Board paper 7", "tiers": ["CONSULT"],
                 "workingHours": {"from": "09:00", "until": "17:00"},
                 "rules": [{"code": "ALLEGATION_OF_ABUSE", "tier": "CONSULT",
                   "title": "An allegation", "why": "It must be looked at.",
                   "when": {"fact": "allegationType", "exists": true},
                   "routes": [{"route": "SAFEGUARDING_ADULTS", "acknowledgeWithin": "PT4H",
                     "decideWithin": "P2D", "ladder": [], "actions": []}]}]}
                """)
            .post("/v1/policies")
            .then()
            .statusCode(201)
            .extract()
            .path("version");
    as("oakfield-manager")
        .body(
            Map.of(
                "from", Instant.now().minus(1, ChronoUnit.DAYS).toString(),
                "to", Instant.now().toString()))
        .post("/v1/policies/" + draft + "/trial")
        .then()
        .statusCode(200)
        .body("incidents", greaterThan(1))
        .body("routes.find { it.route == 'SAFEGUARDING_ADULTS' }.tried.raised", greaterThan(0))
        .body("rules.find { it.ruleCode == 'ALLEGATION_OF_ABUSE' }.fired", greaterThan(0));

    // what was shared about her she reads in plain words
    String referral = referral(unlikeHer, person, "NORTHVALE-CLDT", "BEHAVIOUR_SUPPORT");
    as("oakfield-manager")
        .body(Map.of("consent", Map.of("answer", "GIVEN", "on", today.toString())))
        .post(referral + "/sending")
        .then()
        .statusCode(200);
    as("oakfield-manager")
        .accept("text/html")
        .get("/v1/people/" + person + "/disclosures")
        .then()
        .statusCode(200)
        .contentType(containsString("text/html"))
        .body(containsString("NORTHVALE-CLDT"));
  }

  /** A team that covers a route round the clock, one contact to each tier. */
  private static void covers(
      String user, String agency, String type, String route, List<String> contacts) {
    put(user, "/v1/agencies/" + agency, Map.of("name", "Agency " + agency, "type", type));
    String team = "/v1/agencies/" + agency + "/teams/" + TEAM;
    put(user, team, Map.of("name", "On call", "routes", List.of(route)));
    contacts.forEach(contact -> contact(user, agency, contact));
    put(
        user,
        team + "/rota",
        Map.of(
            "shifts",
            IntStream.range(0, contacts.size())
                .mapToObj(
                    i ->
                        Map.of(
                            "tier",
                            i + 1,
                            "contact",
                            contacts.get(i),
                            "from",
                            "00:00",
                            "until",
                            "00:00"))
                .toList()));
  }

  /** Puts a contact with a telephone and a secure address into the team; its id. */
  private static String contact(String user, String agency, String contact) {
    String address = (contact + "@" + agency + ".example").toLowerCase(Locale.ROOT);
    return put(
            user,
            "/v1/agencies/" + agency + "/teams/" + TEAM + "/contacts/" + contact,
            Map.of(
                "name",
                "The desk",
                "points",
                List.of(
                    Map.of("kind", "PHONE", "value", "01632 960777"),
                    Map.of("kind", "SECURE_EMAIL", "value", address))))
        .path("id");
  }

  /** Puts something into the directory, or reads it where it is there already. */
  private static Response put(String user, String path, Map<String, Object> body) {
    Response known = as(user).get(path);
    if (known.statusCode() == 200) {
      return known;
    }
    Response put = as(user).body(body).put(path);
    put.then().statusCode(201);
    return put;
  }

  /** Drafts a referral once the incident is known to those who refer; its path. */
  private static String referral(String incident, String person, String recipient, String purpose) {
    eventually(
        "oakfield-manager",
        "/v1/evaluations?incidentId=" + incident,
        TEN_SECONDS,
        list -> list.getList("items").size() == 1);
    return "/v1/referrals/"
        + as("oakfield-manager")
            .body(
                Map.of(
                    "personId", person,
                    "incidentId", incident,
                    "recipientAgency", recipient,
                    "purpose", purpose,
                    "concern", "What happened has happened before and is getting worse.",
                    "whatIsAsked", "Please look at it with us.",
                    "whatThePersonWants", "To be safe and to stay at home."))
            .post("/v1/referrals")
            .then()
            .statusCode(201)
            .body("status", equalTo("draft"))
            .extract()
            .path("id");
  }
}
