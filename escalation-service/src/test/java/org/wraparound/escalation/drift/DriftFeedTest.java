package org.wraparound.escalation.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.manager;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.InjectMock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.Field;
import org.wraparound.escalation.communication.SafeCommunication;
import org.wraparound.escalation.communication.SafeCommunications;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.escalation.directory.OnCall;
import org.wraparound.escalation.directory.OnCallContact;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class DriftFeedTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PROVIDER = "OAKFIELD";
  private static final String CLDT = "NORTHVALE-CLDT";
  private static final String COMMISSIONER = "BRIDGESHIRE-COMMISSIONING";

  @Inject Field field;
  @Inject ObjectMapper json;
  @Inject MockMailbox mailbox;
  @InjectMock OnCall onCall;
  @InjectMock SafeCommunications communications;

  private final UUID action = UUID.randomUUID();

  private Sent climbed(UUID person, String owner, String rung, String toAgency) {
    return Sent.now(
        "action-drift-climbed",
        "/action-plan-service",
        person,
        action,
        Map.of(
            "actionId", action,
            "reference", "ACT-26-000017",
            "planId", UUID.randomUUID(),
            "personId", person,
            "provider", PROVIDER,
            "ownerAgency", owner,
            "rung", rung,
            "toAgency", toAgency,
            "dueOn", "2026-03-06"));
  }

  private Sent refused(UUID person) {
    return Sent.now(
        "action-extension-refused",
        "/action-plan-service",
        person,
        action,
        Map.of(
            "actionId",
            action,
            "reference",
            "ACT-26-000017",
            "planId",
            UUID.randomUUID(),
            "personId",
            person,
            "provider",
            PROVIDER,
            "ownerAgency",
            PROVIDER,
            "dueOn",
            "2026-03-06",
            "askedFor",
            "2026-04-10",
            "toAgencies",
            List.of(COMMISSIONER)));
  }

  private void happens(int notices, Sent... events) {
    Bus.publish("wraparound.action-plans.v1", events);
    await()
        .atMost(SOON)
        .untilAsserted(() -> manager().get(notices()).then().body("items", hasSize(notices)));
  }

  private String notices() {
    return "/v1/notices?subjectId=" + action;
  }

  private static List<String> disclosedTo(UUID person) {
    return manager().get("/v1/disclosures?personId=" + person).path("items.recipient.agency");
  }

  private void onCallAt(String agency, Route route, String address) {
    OnCallContact contact =
        new OnCallContact(
            UUID.randomUUID(),
            "Sam Field",
            "Team manager",
            List.of(new ContactPoint(ContactPoint.Kind.EMAIL, address)));
    when(onCall.at(eq(agency), eq(route), any(), eq(1), any())).thenReturn(List.of(contact));
  }

  @Test
  void whoeverIsOnCallAboveTheOwnerIsToldAndTheTellingOfAnotherAgencyIsADisclosure() {
    UUID person = field.person();
    String address = "duty-" + action + "@northvale.example";
    onCallAt(CLDT, Route.CLDT, address);
    Sent toManager = climbed(person, CLDT, "OWNERS_MANAGER", CLDT);
    happens(
        3,
        toManager,
        toManager,
        climbed(person, PROVIDER, "OWNERS_MANAGER", PROVIDER),
        climbed(person, CLDT, "COMMISSIONER", COMMISSIONER));
    manager()
        .get(notices())
        .then()
        .body("items.about", contains("ACTION_DRIFTS", "ACTION_DRIFTS", "ACTION_DRIFTS"))
        .body("items.toAgency", containsInAnyOrder(CLDT, PROVIDER, COMMISSIONER))
        .body("items.find { it.toAgency == '" + CLDT + "' }.contact.name", equalTo("Sam Field"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(disclosedTo(person)).containsExactlyInAnyOrder(CLDT, COMMISSIONER));
    assertThat(mailbox.getMailsSentTo(address))
        .singleElement()
        .satisfies(
            mail -> assertThat(mail.getSubject()).isEqualTo("ACT-26-000017: not done by its day"));
  }

  @Test
  void aRefusedExtensionIsToldToTheCommissioner() {
    UUID person = field.person();
    happens(1, refused(person));
    manager()
        .get(notices())
        .then()
        .body("items.about", contains("ACTION_EXTENSION_REFUSED"))
        .body("items.toAgency", contains(COMMISSIONER));
    assertThat(disclosedTo(person)).containsExactly(COMMISSIONER);
  }

  @Test
  void anAgencyThatIsNotSafeToTellIsNotTold() {
    UUID person = field.person();
    when(communications.of(person))
        .thenReturn(
            Optional.of(new SafeCommunication(false, Set.of(), Set.of(COMMISSIONER), Set.of())));
    happens(1, climbed(person, PROVIDER, "COMMISSIONER", COMMISSIONER));
    manager().get(notices()).then().body("items.why", contains("NOT_SAFE"));
    assertThat(disclosedTo(person)).isEmpty();
  }

  /** What drift sets off ends with a notice: no rule is asked, so no action can come of it. */
  @Test
  void driftThatClimbsRaisesNothingAndAnActionOverdueAgainIsJudgedOnce() {
    UUID person = field.person();
    happens(2, climbed(person, PROVIDER, "OWNERS_MANAGER", PROVIDER), refused(person));
    as(Tokens.withoutAgency("auditor"))
        .get("/v1/evaluations?incidentId=" + action)
        .then()
        .body("items", empty());
    Bus.publish("wraparound.action-plans.v1", overdue(person), overdue(person));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                manager()
                    .get("/v1/escalations?personId=" + person)
                    .then()
                    .body("items", hasSize(1)));
    // what comes after both shows that the second has been looked at
    happens(3, climbed(person, PROVIDER, "COMMISSIONER", COMMISSIONER));
    as(Tokens.withoutAgency("auditor"))
        .get("/v1/evaluations?incidentId=" + action)
        .then()
        .body("items", hasSize(1));
    manager().get("/v1/escalations?personId=" + person).then().body("items", hasSize(1));
  }

  private Sent overdue(UUID person) {
    return Sent.now(
        "action-overdue",
        "/action-plan-service",
        person,
        action,
        Map.of(
            "actionId", action,
            "planId", UUID.randomUUID(),
            "personId", person,
            "ownerAgency", PROVIDER,
            "dueOn", "2026-03-06"));
  }

  @Test
  void theProducersContractsAreRead() throws Exception {
    assertThat(read(DriftFeed.DriftClimbed.class, "action-drift-climbed"))
        .hasNoNullFieldsOrProperties();
    assertThat(read(DriftFeed.ExtensionRefused.class, "action-extension-refused"))
        .hasNoNullFieldsOrProperties();
  }

  private <T> T read(Class<T> type, String event) throws Exception {
    return json.readerFor(type)
        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(Contracts.example("action-plan-service", event));
  }
}
