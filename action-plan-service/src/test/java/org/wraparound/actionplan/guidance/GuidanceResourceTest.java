package org.wraparound.actionplan.guidance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.wraparound.actionplan.Agencies.OWN_TOPIC;
import static org.wraparound.actionplan.Agencies.as;
import static org.wraparound.actionplan.Agencies.auditor;
import static org.wraparound.actionplan.Agencies.commissioner;
import static org.wraparound.actionplan.Agencies.liaison;
import static org.wraparound.actionplan.Agencies.manager;
import static org.wraparound.actionplan.Agencies.practitioner;
import static org.wraparound.actionplan.Agencies.stranger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.London;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class GuidanceResourceTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String ANSWERS = "{\"answers\": [\"He paces.\", \"The board.\"]}";

  @Inject AccessGrants grants;
  @Inject DueDates dueDates;
  @Inject ObjectMapper json;
  @Inject EntityManager database;

  private final UUID person = UUID.randomUUID();
  private final LocalDate today = London.today(Clock.systemUTC());
  private final String setting =
      "ELM-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  private String plan;

  @BeforeEach
  void planInACircle() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              grants.grant(person, "OAKFIELD", "PROVIDER", Level.FULL);
              grants.grant(person, "MILL-RESPITE", "PROVIDER", Level.SUMMARY);
              grants.grant(person, "BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", Level.SUMMARY);
              grants.grant(person, "ANYTOWN-HOUSING", "HOUSING", Level.AWARE);
            });
    plan =
        manager()
            .body("{\"personId\":\"%s\",\"kind\":\"REVIEW\"}".formatted(person))
            .post("/v1/plans")
            .path("id");
  }

  private static RequestSpecification millManager() {
    return as(Tokens.of("MILL-RESPITE", "PROVIDER", "manager"));
  }

  private String page(ShiftPage page) {
    try {
      return json.writeValueAsString(page);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String draftOf(ShiftPage page) {
    return "{\"planId\": \"%s\", \"settings\": [\"%s\"], \"page\": %s}"
        .formatted(plan, setting, page(page));
  }

  private String draft() {
    return manager()
        .body(draftOf(Pages.dan()))
        .post("/v1/guidance")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String readers(String... readers) {
    return "{\"readers\": [%s], \"readBy\": \"%s\"}"
        .formatted(String.join(", ", readers), today.plusDays(7));
  }

  private static String reader(String staffId, String name, String agency) {
    return "{\"staffId\": \"%s\", \"name\": \"%s\"%s}"
        .formatted(staffId, name, agency == null ? "" : ", \"agency\": \"%s\"".formatted(agency));
  }

  private String published() {
    String id = draft();
    post(
            manager(),
            id,
            "publication",
            readers(
                reader("oakfield-practitioner", "Ann Lee", null),
                reader("R-0417", "Tom Bright", "MILL-RESPITE")))
        .statusCode(200);
    return id;
  }

  private static ValidatableResponse get(RequestSpecification caller, String path) {
    return caller.get("/v1/guidance" + path).then();
  }

  private static ValidatableResponse post(
      RequestSpecification caller, String id, String what, String body) {
    return caller.body(body).post("/v1/guidance/" + id + "/" + what).then();
  }

  private List<Bus.Read> told(String type) {
    return Bus.read(OWN_TOPIC, person).stream().filter(e -> e.type().equals(type)).toList();
  }

  private void assertTold(String type, int times) {
    await().atMost(SOON).untilAsserted(() -> assertThat(told(type)).as(type).hasSize(times));
    assertThat(told(type))
        .allSatisfy(
            event ->
                assertThat(Contracts.violations("action-plan-service", type, event.data()))
                    .as(type)
                    .isEmpty());
  }

  @Test
  void aPageIsWrittenPublishedReadAndExplainedBack() {
    given().body("{}").post("/v1/guidance").then().statusCode(401);
    practitioner().body(draftOf(Pages.dan())).post("/v1/guidance").then().statusCode(403);
    commissioner().body(draftOf(Pages.dan())).post("/v1/guidance").then().statusCode(403);
    stranger().body(draftOf(Pages.dan())).post("/v1/guidance").then().statusCode(404);
    String id =
        liaison()
            .body(draftOf(Pages.empty()))
            .post("/v1/guidance")
            .then()
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .header("Location", startsWith("/v1/guidance/"))
            .body("reference", matchesPattern("GDN-\\d{2}-\\d{6}"))
            .body("personId", equalTo(person.toString()))
            .body("provider", equalTo("OAKFIELD"))
            .body("status", equalTo("DRAFT"))
            .body("number", nullValue())
            .body("reading", nullValue())
            .extract()
            .path("id");
    manager()
        .body(draftOf(Pages.dan()))
        .post("/v1/guidance")
        .then()
        .statusCode(409)
        .body("related", contains("/v1/guidance/" + id));
    String ann = readers(reader("oakfield-practitioner", "Ann Lee", null));
    post(manager(), id, "publication", ann)
        .statusCode(422)
        .body("violations.field", hasItem("page.earlySigns"));

    String rewritten =
        "{\"settings\": [\"%s\"], \"page\": %s}".formatted(setting, page(Pages.dan()));
    manager().body(rewritten).put("/v1/guidance/" + id).then().statusCode(428);
    manager()
        .header("If-Match", "\"7\"")
        .body(rewritten)
        .put("/v1/guidance/" + id)
        .then()
        .statusCode(412);
    manager()
        .header("If-Match", "\"0\"")
        .body(rewritten)
        .put("/v1/guidance/" + id)
        .then()
        .statusCode(200)
        .body("page.earlySigns", hasSize(2));

    post(liaison(), id, "publication", ann).statusCode(403);
    post(millManager(), id, "publication", ann).statusCode(403);
    post(stranger(), id, "publication", ann).statusCode(404);
    post(
            manager(),
            id,
            "publication",
            readers(
                reader("a", "Ann Lee", null),
                reader("a", "Ann Lee", null),
                reader("b", "Bea", "ANYTOWN-HOUSING")))
        .statusCode(422)
        .body("violations.field", contains("readers[1].staffId", "readers[2].agency"));
    post(
            manager(),
            id,
            "publication",
            readers(
                reader("oakfield-practitioner", "Ann Lee", null),
                reader("R-0417", "Tom Bright", "MILL-RESPITE")))
        .statusCode(200)
        .body("status", equalTo("PUBLISHED"))
        .body("number", equalTo(1))
        .body("changes", nullValue())
        .body("reading.readers", equalTo(2))
        .body("reading.unread", equalTo(2))
        .body("reading.overdue", equalTo(0))
        .body("reading.readBy", equalTo(today.plusDays(7).toString()));
    assertThat(chaseOf(id))
        .singleElement()
        .returns(London.endOf(today.plusDays(7)), DueDate::dueAt);

    String mine = "?personId=" + person + "&readerId=oakfield-practitioner&unread=true";
    get(practitioner(), mine).body("items.id", contains(id));
    post(practitioner(), id, "acknowledgements", "{\"answers\": [\"He paces.\"]}")
        .statusCode(422)
        .body("violations.field", contains("answers[1]"))
        .body("violations.message", contains("answer: What do you do then?"));
    String ack =
        post(practitioner(), id, "acknowledgements", ANSWERS)
            .statusCode(200)
            .body("name", equalTo("Ann Lee"))
            .body("acknowledgedBy", equalTo("oakfield-practitioner"))
            .body("answers[1].question", equalTo("What do you do then?"))
            .body("answers[1].answer", equalTo("The board."))
            .extract()
            .path("id");
    post(practitioner(), id, "acknowledgements", ANSWERS).statusCode(409);
    get(practitioner(), mine).body("items", empty());
    get(practitioner(), "?personId=" + person + "&unread=true").body("items.id", contains(id));

    String tom = ANSWERS.replace("{", "{\"staffId\": \"R-0417\", ");
    post(manager(), id, "acknowledgements", tom).statusCode(403);
    post(manager(), id, "acknowledgements", tom.replace("0417", "0418")).statusCode(409);
    post(millManager(), id, "acknowledgements", tom)
        .statusCode(200)
        .body("acknowledgedBy", equalTo("mill-respite-manager"))
        .body("agency", equalTo("MILL-RESPITE"));
    assertThat(chaseOf(id)).isEmpty();
    get(practitioner(), "?personId=" + person + "&unread=true").body("items", empty());

    post(liaison(), id, "acknowledgements", ANSWERS)
        .statusCode(422)
        .body("violations.field", contains("name"));
    post(liaison(), id, "acknowledgements", ANSWERS.replace("{", "{\"name\": \"Kim Night\", "))
        .statusCode(200)
        .body("staffId", equalTo("oakfield-liaison"));

    post(practitioner(), id, "acknowledgements/" + ack + "/assessment", "{}").statusCode(403);
    post(manager(), id, "acknowledgements/" + ack + "/assessment", "{\"result\": \"COACH\"}")
        .statusCode(422)
        .body("violations.field", contains("note"));
    post(
            manager(),
            id,
            "acknowledgements/" + ack + "/assessment",
            "{\"result\": \"COACH\", \"note\": \"Walk through the first step.\"}")
        .statusCode(200)
        .body("result", equalTo("COACH"))
        .body("assessedBy", equalTo("oakfield-manager"));
    get(commissioner(), "/" + id)
        .body("reading.readers", equalTo(3))
        .body("reading.unread", equalTo(0))
        .body("reading.toCoach", equalTo(1));

    get(manager(), "/" + id + "/acknowledgements")
        .body("items.name", contains("Ann Lee", "Tom Bright", "Kim Night"));
    get(millManager(), "/" + id + "/acknowledgements").body("items.name", contains("Tom Bright"));
    get(auditor(), "/" + id + "/acknowledgements").body("items", hasSize(3));
    get(commissioner(), "/" + id + "/acknowledgements").statusCode(403);
    get(stranger(), "/" + id + "/acknowledgements").statusCode(404);

    assertTold("guidance-published", 1);
    assertTold("guidance-acknowledged", 3);
    assertTold("guidance-answers-assessed", 1);
    Set<String> fields = new TreeSet<>();
    Bus.read(OWN_TOPIC, person).forEach(e -> e.data().fieldNames().forEachRemaining(fields::add));
    assertThat(fields).doesNotContain("page", "name", "staffId", "answers", "note", "knownAs");
    assertThat(Bus.read(OWN_TOPIC, person))
        .noneMatch(event -> event.data().toString().matches(".*(Ann|Tom|paces|R-0417).*"));
  }

  @Test
  void theNextVersionSaysWhatChangedAndEndsTheLast() {
    String first = published();
    ShiftPage dan = Pages.dan();
    ShiftPage next =
        new ShiftPage(
            dan.knownAs(),
            dan.earlySigns(),
            List.of("Warn of visitors", "Walk before tea"),
            dan.deEscalationDo(),
            dan.deEscalationDoNot(),
            dan.recovery(),
            dan.whenToCall(),
            dan.toRecord(),
            dan.questions(),
            dan.advice());
    String second =
        manager()
            .body(draftOf(next))
            .post("/v1/guidance")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    get(manager(), "/" + first).body("status", equalTo("PUBLISHED"));
    post(manager(), second, "publication", readers(reader("ann", "Ann Lee", null)))
        .statusCode(200)
        .body("number", equalTo(2))
        .body("replaces", equalTo(first))
        .body("changes.section", contains("PROACTIVE_STEPS"))
        .body("changes[0].added", contains("Walk before tea"))
        .body("changes[0].removed", contains("Show the two-picture board before each change"));
    get(manager(), "/" + first)
        .body("status", equalTo("SUPERSEDED"))
        .body("supersededAt", notNullValue())
        .body("page.proactiveSteps", hasSize(2));
    post(practitioner(), first, "acknowledgements", ANSWERS).statusCode(409);
    assertThat(chaseOf(first)).isEmpty();
    get(practitioner(), "?personId=" + person + "&status=PUBLISHED")
        .body("items.id", contains(second));
    get(practitioner(), "?personId=" + person).body("items.id", contains(second, first));
    get(practitioner(), "?personId=" + person + "&limit=1")
        .body("items.id", contains(second))
        .body("items[0].changes", hasSize(1))
        .body("next", notNullValue());
    get(practitioner(), "?planId=" + plan).body("items", hasSize(2));
    get(practitioner(), "?settingId=" + setting).body("items", hasSize(2));
    get(practitioner(), "?settingId=OTHER-" + setting).body("items", empty());
    get(practitioner(), "?personId=" + person + "&settingKind=RESPITE").body("items", empty());
    get(stranger(), "?personId=" + person).body("items", empty());
    get(stranger(), "/" + second).statusCode(404);

    html(practitioner(), second)
        .body(containsString("<span class=\"new\">NEW</span> Walk before tea"))
        .body(not(containsString("</span>Warn of visitors</span>")));
    html(practitioner(), first).body(containsString("Do not work by it"));

    post(manager(), second, "withdrawal", "{}").statusCode(422);
    post(liaison(), second, "withdrawal", "{\"reason\": \"He has moved.\"}").statusCode(403);
    post(manager(), second, "withdrawal", "{\"reason\": \"He has moved.\"}")
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"))
        .body("withdrawalReason", equalTo("He has moved."));
    post(practitioner(), second, "acknowledgements", ANSWERS).statusCode(409);
    assertTold("guidance-withdrawn", 1);
    String third = draft();
    post(manager(), third, "publication", readers(reader("ann", "Ann Lee", null)))
        .statusCode(200)
        .body("number", equalTo(3))
        .body("replaces", equalTo(second));
  }

  @Test
  void thoseWhoHaveNotReadItAreChasedStepByStep() {
    String id = published();
    chase(id);
    assertThat(told("guidance-unread")).isEmpty();
    assertThat(chaseOf(id))
        .singleElement()
        .returns(London.endOf(today.plusDays(7)), DueDate::dueAt);

    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery(
                        "update guidance_reading set read_by = current_date - 1 where guidance_id ="
                            + " ?1")
                    .setParameter(1, UUID.fromString(id))
                    .executeUpdate());
    for (int time = 1; time <= 6; time++) {
      chase(id);
    }
    assertTold("guidance-unread", 6);
    assertThat(told("guidance-unread"))
        .map(event -> event.data().get("step").asText())
        .containsExactly("DUE", "REMINDER", "MANAGER", "MANAGER", "MANAGER", "MANAGER");
    assertThat(chaseOf(id)).isEmpty();
    get(manager(), "?personId=" + person + "&overdue=true")
        .body("items.id", contains(id))
        .body("items[0].reading.overdue", equalTo(2))
        .body("items[0].reading.chases", equalTo(6));
    get(manager(), "?personId=" + person + "&overdue=true&readerId=nobody").body("items", empty());
    get(manager(), "?personId=" + person + "&overdue=false").body("items", empty());

    post(manager(), id, "readers", readers(reader("ann", "Ann Again", null)))
        .statusCode(200)
        .body("reading.readers", equalTo(3));
    post(manager(), id, "readers", readers(reader("ann", "Ann Again", null)))
        .statusCode(422)
        .body("violations.field", contains("readers[0].staffId"));
    post(millManager(), id, "readers", readers(reader("zoe", "Zoe", null))).statusCode(403);
    assertTold("guidance-readers-named", 1);
    assertThat(chaseOf(id)).hasSize(1);
  }

  private List<DueDate> chaseOf(String id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> dueDates.list("subjectId = ?1", UUID.fromString(id)));
  }

  /** Its moment comes now. */
  private void chase(String id) {
    QuarkusTransaction.requiringNew()
        .run(() -> dueDates.schedule(Chasing.KIND, UUID.fromString(id), Instant.EPOCH));
    await()
        .atMost(SOON)
        .until(() -> chaseOf(id).stream().noneMatch(due -> due.dueAt().equals(Instant.EPOCH)));
  }

  @Test
  void whatIsDoneInPracticeIsCountedLineByLine() {
    String id = published();
    String look =
        """
        {"observedAt": "%s", "settingId": "%s", "note": "Late shift",
         "items": [{"step": "P1", "result": "SEEN"}, {"step": "P2", "result": "NOT_SEEN"},
                   {"step": "D1", "result": "NO_OCCASION"}]}
        """
            .formatted(Instant.now(), setting);
    post(practitioner(), id, "observations", look).statusCode(403);
    post(stranger(), id, "observations", look).statusCode(404);
    post(manager(), id, "observations", look.replace("P2", "P9"))
        .statusCode(422)
        .body("violations.field", contains("items[1].step"));
    post(manager(), id, "observations", look)
        .statusCode(201)
        .body("items.step", contains("D1", "P1", "P2"))
        .body("note", equalTo("Late shift"));
    post(liaison(), id, "observations", look.replace("NOT_SEEN", "SEEN")).statusCode(201);
    get(commissioner(), "/" + id + "/observations").body("items", hasSize(2));
    get(stranger(), "/" + id + "/observations").statusCode(404);
    get(commissioner(), "/" + id + "/practice")
        .body("observations", equalTo(2))
        .body("share", equalTo(0.75f))
        .body("steps.step", hasItem("W1"))
        .body("steps.find { it.step == 'P1' }.share", equalTo(1.0f))
        .body("steps.find { it.step == 'P2' }.share", equalTo(0.5f))
        .body("steps.find { it.step == 'P2' }.text", equalTo("Warn of visitors"))
        .body("steps.find { it.step == 'D1' }.share", nullValue())
        .body("steps.find { it.step == 'D1' }.noOccasion", equalTo(2));
    assertTold("practice-observed", 2);
  }

  @Test
  void thePrintedPageRunsNothingAndEscapesEverything() {
    ShiftPage dan = Pages.dan();
    String attack = "<script>alert(1)</script>";
    ShiftPage page =
        new ShiftPage(
            attack.substring(0, 30 - 5),
            List.of(attack),
            List.of("{#for} {page.knownAs} &amp; \"quoted\""),
            dan.deEscalationDo(),
            dan.deEscalationDoNot(),
            dan.recovery(),
            dan.whenToCall(),
            dan.toRecord(),
            dan.questions(),
            dan.advice());
    String id =
        manager()
            .body(draftOf(page))
            .post("/v1/guidance")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    html(practitioner(), id)
        .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
        .header("Cache-Control", equalTo("no-store"))
        .body(containsString("Draft: not in force"))
        .body(containsString("&lt;script&gt;alert(1)"))
        .body(containsString("{#for} {page.knownAs} &amp;amp; &quot;quoted&quot;"))
        .body(not(containsString("<script")));
    html(stranger(), id, 404);
  }

  private static ValidatableResponse html(RequestSpecification caller, String id) {
    return html(caller, id, 200).contentType(startsWith("text/html"));
  }

  private static ValidatableResponse html(RequestSpecification caller, String id, int status) {
    return caller
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .get("/v1/guidance/" + id)
        .then()
        .statusCode(status);
  }

  @Test
  void linesThatWouldNotFitThePageAreRefused() {
    List<String> tooMany = new ArrayList<>(Pages.full("x", 75).earlySigns());
    tooMany.add("y".repeat(76));
    ShiftPage dan = Pages.dan();
    ShiftPage page =
        new ShiftPage(
            "z".repeat(31), tooMany, null, null, null, null, null, null, List.of(" "), null);
    manager()
        .body(draftOf(page))
        .post("/v1/guidance")
        .then()
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder(
                "page.knownAs", "page.earlySigns", "page.earlySigns[6]", "page.questions[0]"));
    manager()
        .body(draftOf(dan).replace(setting, "not a setting"))
        .post("/v1/guidance")
        .then()
        .statusCode(422);
    manager()
        .body(draftOf(dan).replace("\"planId\"", "\"mood\": 1, \"planId\""))
        .post("/v1/guidance")
        .then()
        .statusCode(422)
        .body("violations.field", contains("mood"));
  }

  @Test
  void manyWhoAcknowledgeAtOnceAreAllCounted() throws InterruptedException {
    String id = draft();
    String[] names = new String[8];
    for (int i = 0; i < names.length; i++) {
      names[i] = reader("staff-" + i, "Staff " + i, null);
    }
    post(manager(), id, "publication", readers(names)).statusCode(200);
    List<Thread> staff = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      String body = ANSWERS.replace("{", "{\"staffId\": \"staff-" + i + "\", ");
      staff.add(new Thread(() -> post(manager(), id, "acknowledgements", body).statusCode(200)));
    }
    staff.forEach(Thread::start);
    for (Thread one : staff) {
      one.join();
    }
    get(manager(), "/" + id).body("reading.unread", equalTo(0));
    assertThat(chaseOf(id)).isEmpty();
    assertTold("guidance-acknowledged", 8);
    assertThat(told("guidance-acknowledged"))
        .map(event -> event.data().get("unread").asInt())
        .containsExactly(7, 6, 5, 4, 3, 2, 1, 0);
  }
}
