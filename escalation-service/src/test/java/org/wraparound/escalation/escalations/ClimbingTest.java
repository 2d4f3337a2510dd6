package org.wraparound.escalation.escalations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.wraparound.escalation.Field.manager;
import static org.wraparound.escalation.Field.safeguarding;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.InjectMock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.Field;
import org.wraparound.escalation.communication.SafeCommunication;
import org.wraparound.escalation.communication.SafeCommunications;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.escalation.directory.OnCall;
import org.wraparound.escalation.directory.OnCallContact;
import org.wraparound.escalation.notices.NotTold;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;

/**
 * Who is told of an escalation, with a rota that the test sets. The default policy's ladder to the
 * council is its tier 1 at once, its tier 2 after two hours and the commissioner's tier 3 after
 * four.
 */
@QuarkusTest
@WithTestResource(StackResource.class)
class ClimbingTest {
  private static final String COUNCIL = "BRIDGESHIRE-SAFEGUARDING";
  private static final String PROVIDER = "OAKFIELD";

  @Inject Field field;
  @Inject DueDates dueDates;
  @Inject MockMailbox mailbox;
  @Inject Provenance provenance;
  @Inject Climbing.Noticed noticed;
  @InjectMock OnCall onCall;
  @InjectMock SafeCommunications communications;

  private static OnCallContact contact(String name, ContactPoint... points) {
    return new OnCallContact(UUID.randomUUID(), name, "Duty manager", List.of(points));
  }

  private static OnCallContact byEmail(String name) {
    return contact(name, new ContactPoint(ContactPoint.Kind.EMAIL, name + "@council.example"));
  }

  private void covers(String agency, Route route, int tier, OnCallContact... who) {
    when(onCall.at(eq(agency), eq(route), any(), eq(tier), any())).thenReturn(List.of(who));
  }

  private void council(int tier, OnCallContact... who) {
    covers(COUNCIL, Route.SAFEGUARDING_ADULTS, tier, who);
  }

  private String raised(UUID person) {
    field.happens(Field.incident(person, 0.1, Field.allegation()));
    return Field.escalation(person, "SAFEGUARDING_ADULTS");
  }

  private static Response read(String id) {
    return manager().get("/v1/escalations/" + id);
  }

  private static void awaitTold(String id, int times) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> read(id).path("log.findAll { it.kind == 'TOLD' }.size()").equals(times));
  }

  private void timeIsUp(String kind, String id) {
    EscalationResourceTest.fallDue(dueDates, kind, id);
  }

  @Test
  void whoeverIsOnCallIsToldByEveryWayTheyHave() {
    OnCallContact duty =
        contact(
            "Duty desk",
            new ContactPoint(ContactPoint.Kind.PHONE, "+441632960101"),
            new ContactPoint(ContactPoint.Kind.SECURE_EMAIL, "desk-all-ways@council.example"),
            new ContactPoint(ContactPoint.Kind.EMAIL, "second@council.example"),
            new ContactPoint(ContactPoint.Kind.SYSTEM, "council-system"));
    council(1, duty);
    UUID person = field.person();
    String id = raised(person);
    awaitTold(id, 2);
    Response escalation = read(id);
    String first = "log.find { it.told?.by == 'SECURE_EMAIL' }";
    escalation
        .then()
        .header("ETag", equalTo("\"0\""))
        .body("step", equalTo(1))
        .body("unreached", equalTo(false))
        .body(first + ".step", equalTo(1))
        .body(first + ".told.contactId", equalTo(duty.contactId().toString()))
        .body(first + ".told.name", equalTo("Duty desk"))
        .body(first + ".told.agency", equalTo(COUNCIL))
        .body(first + ".told.tier", equalTo(1))
        .body(first + ".told.at", notNullValue())
        .body("log.told.by", hasItem("SYSTEM"));

    Mail mail = mailbox.getMailsSentTo("desk-all-ways@council.example").get(0);
    assertThat(mail.getSubject()).contains(escalation.<String>path("reference"));
    assertThat(mail.getText())
        .contains(escalation.<String>path("reference"), "(UK time)")
        .doesNotContain(person.toString(), "abuse", "ALLEGATION");
    assertThat(mailbox.getMailsSentTo("second@council.example")).isEmpty();

    List<Bus.Read> events =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    Bus.read("wraparound.escalations.v1", person).stream()
                        .filter(event -> event.type().equals("notice-issued"))
                        .toList(),
                found -> found.size() == 2);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(Contracts.violations("escalation-service", event.type(), event.data()))
                  .isEmpty();
              assertThat(event.data().toString()).doesNotContain("council.example", "Duty");
            });
  }

  @Test
  void stepsThatNobodyCoversArePassedOverAtOnceAndTheLogSaysSo() {
    covers("BRIDGESHIRE-COMMISSIONING", Route.COMMISSIONER, 3, byEmail("above"));
    String id = raised(field.person());
    awaitTold(id, 1);
    read(id)
        .then()
        .body("step", equalTo(3))
        .body("unreached", equalTo(false))
        .body(
            "log.findAll { it.kind == 'NOT_TOLD' }.told.why",
            contains("NOBODY_ON_CALL", "NOBODY_ON_CALL"))
        .body("log.findAll { it.kind == 'NOT_TOLD' }.told.tier", contains(1, 2))
        .body("log.find { it.kind == 'TOLD' }.told.agency", equalTo("BRIDGESHIRE-COMMISSIONING"));
  }

  @Test
  void whereNobodyIsOnCallTheProvidersOwnIsTold() {
    covers(PROVIDER, Route.ON_CALL_MANAGER, 2, byEmail("own-on-call"));
    String id = raised(field.person());
    awaitTold(id, 1);
    read(id)
        .then()
        .body("step", equalTo(4))
        .body("log.find { it.kind == 'TOLD' }.told.agency", equalTo(PROVIDER))
        .body("unreached", equalTo(false));
    assertThat(mailbox.getMailsSentTo("own-on-call@council.example").get(0).getText())
        .contains("nobody could be told");
  }

  @Test
  void aNightWithNobodyOnCallLeavesItUnreachedUntilSomebodyIs() {
    UUID person = field.person();
    String id = raised(person);
    String list = "/v1/escalations?personId=" + person + "&unreached=";
    read(id).then().body("unreached", equalTo(true)).body("log.kind", hasItem("UNREACHED"));
    manager().get(list + true).then().body("items.id", hasItem(id));
    manager().get(list + false).then().body("items.id", not(hasItem(id)));
    int entries = read(id).path("log.size()");

    timeIsUp(Climbing.ACKNOWLEDGEMENT, id);
    dueDates.fireAll();
    read(id).then().body("log.size()", equalTo(entries)).body("unreached", equalTo(true));

    council(2, byEmail("morning"));
    timeIsUp(Climbing.ACKNOWLEDGEMENT, id);
    awaitTold(id, 1);
    read(id).then().body("unreached", equalTo(false)).body("step", equalTo(2));
    manager().get(list + true).then().body("items.id", not(hasItem(id)));
  }

  @Test
  void anAgencyThatIsMissingFromTheCircleIsSaidToBe() {
    UUID person = field.person();
    field.happens(Field.incident(person, 0, Map.of("physicalHarm", "SEVERE")));
    read(Field.escalation(person, "GP_OR_URGENT_CARE"))
        .then()
        .body("log.findAll { it.told?.why == 'AGENCY_NOT_IN_CIRCLE' }.detail", hasItem("GP"))
        .body("unreached", equalTo(true));
  }

  @Test
  void threeReplicasTakeEachStepOnce() {
    council(1, byEmail("race-one"));
    council(2, byEmail("race-two"));
    String id = raised(field.person());
    awaitTold(id, 1);
    timeIsUp(Climbing.ACKNOWLEDGEMENT, id);
    CompletableFuture.allOf(
            IntStream.range(0, 3)
                .mapToObj(replica -> CompletableFuture.runAsync(dueDates::fireAll))
                .toArray(CompletableFuture[]::new))
        .join();
    awaitTold(id, 2);
    read(id)
        .then()
        .body("log.findAll { it.kind == 'CLIMBED' }.detail", contains("NOT_ACKNOWLEDGED"))
        .body("log.findAll { it.kind == 'CLIMBED' }.step", contains(2))
        .body("step", equalTo(2));
    assertThat(mailbox.getMailsSentTo("race-two@council.example")).hasSize(1);
  }

  @Test
  void aNoticeThatCannotBeSentMakesItClimbAtOnce() {
    council(1, byEmail("lost-one"), byEmail("lost-two"));
    council(2, byEmail("instead"));
    String id = raised(field.person());
    awaitTold(id, 2);
    List<String> notices = read(id).path("log.told.findAll { it?.noticeId != null }.noticeId");
    // as if the mail server had refused both
    fails(notices.get(0));
    read(id).then().body("step", equalTo(1));
    fails(notices.get(1));
    awaitTold(id, 1);
    read(id)
        .then()
        .body("step", equalTo(2))
        .body("log.findAll { it.kind == 'NOT_TOLD' }.told.why", contains("FAILED", "FAILED"))
        .body("log.find { it.kind == 'CLIMBED' }.detail", equalTo("NOT_REACHED"));
    assertThat(mailbox.getMailsSentTo("instead@council.example")).hasSize(1);
  }

  private void fails(String noticeId) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              provenance.causedByClock();
              noticed.settled(UUID.fromString(noticeId), NotTold.FAILED, Instant.now());
            });
  }

  @Test
  void forgottenItClimbsAgainAndWhoeverTookItOnIsToldToo() {
    council(1, byEmail("first-again"));
    covers(PROVIDER, Route.ON_CALL_MANAGER, 1, byEmail("forgot"));
    String id = raised(field.person());
    awaitTold(id, 1);
    manager().post("/v1/escalations/" + id + "/acknowledgement").then().statusCode(200);
    timeIsUp(Climbing.ACKNOWLEDGEMENT, id);
    dueDates.fireAll();
    read(id).then().body("step", equalTo(0));

    timeIsUp(Climbing.DECISION, id);
    awaitTold(id, 3);
    read(id)
        .then()
        .body("step", equalTo(1))
        .body("acknowledgedByAgency", equalTo(PROVIDER))
        .body("log.find { it.kind == 'CLIMBED' }.detail", equalTo("NOT_DECIDED"))
        .body(
            "log.findAll { it.kind == 'TOLD' }.told.agency", contains(COUNCIL, COUNCIL, PROVIDER));
    assertThat(mailbox.getMailsSentTo("first-again@council.example")).hasSize(2);
    assertThat(mailbox.getMailsSentTo("forgot@council.example"))
        .extracting(Mail::getText)
        .anyMatch(text -> text.contains("has not been decided"));
  }

  @Test
  void whatIsNotSafeForThePersonIsNotUsed() {
    UUID person = field.person();
    when(communications.of(person))
        .thenReturn(
            Optional.of(
                new SafeCommunication(true, Set.of(ContactPoint.Kind.EMAIL), Set.of(), Set.of())));
    council(1, byEmail("not-safe"));
    council(
        2,
        contact(
            "safe",
            new ContactPoint(ContactPoint.Kind.EMAIL, "not-safe@council.example"),
            new ContactPoint(ContactPoint.Kind.SECURE_EMAIL, "safe@council.example")));
    String id = raised(person);
    awaitTold(id, 1);
    read(id).then().body("step", equalTo(2)).body("log.told.why", hasItem("NOT_SAFE"));
    assertThat(mailbox.getMailsSentTo("not-safe@council.example")).isEmpty();
    Mail discreet = mailbox.getMailsSentTo("safe@council.example").get(0);
    assertThat(discreet.getSubject()).isEqualTo("A matter needs your answer");
    assertThat(discreet.getText()).doesNotContain(read(id).<String>path("reference"));
    safeguarding().get("/v1/notices?subjectId=" + id).then().body("items.discreet", hasItem(true));
  }
}
