package org.wraparound.escalation.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wraparound.escalation.Council;
import org.wraparound.escalation.Field;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class ContractTest {
  private static final String SERVICE = "escalation-service";

  @Inject Field field;
  @Inject DueDates dueDates;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "escalation-raised",
        "escalation-acknowledged",
        "escalation-decided",
        "escalation-climbed",
        "escalation-signed-off",
        "escalation-reopened",
        "escalation-audited",
        "escalation-paused",
        "escalation-resumed",
        "escalation-closed",
        "policy-drafted",
        "policy-revised",
        "policy-approved",
        "policy-withdrawn",
        "threshold-overridden"
      })
  void theExampleKeepsItsOwnContract(String type) {
    assertThat(Contracts.violations(SERVICE, type, Contracts.example(SERVICE, type))).isEmpty();
  }

  @Test
  void whatGoesOnTheBusKeepsTheContractsAndHoldsNoFreeText() {
    UUID person = field.person();
    Sent incident = Field.incident(person, 0, Field.allegation());
    field.happens(incident);
    String id = Field.escalation(person, "SAFEGUARDING_ADULTS");
    Field.manager().post("/v1/escalations/" + id + "/acknowledgement").then().statusCode(200);
    String until = Instant.now().plus(Duration.ofDays(1)).toString();
    Field.manager()
        .body(Map.of("reason", "They sit together tomorrow morning.", "until", until))
        .post("/v1/escalations/" + id + "/pause")
        .then()
        .statusCode(200);
    Field.manager().post("/v1/escalations/" + id + "/resumption").then().statusCode(200);
    // the time to decide is up, and nobody is on call
    EscalationResourceTest.fallDue(dueDates, Climbing.DECISION, id);
    EscalationResourceTest.awaitStep(id, 4);
    Field.safeguarding()
        .body(Council.DECISION)
        .post("/v1/escalations/" + id + "/decision")
        .then()
        .statusCode(200);
    Field.manager()
        .body(EscalationResourceTest.CLOSURE)
        .post("/v1/escalations/" + id + "/closure")
        .then()
        .statusCode(200);

    List<Bus.Read> events =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> Bus.read("wraparound.escalations.v1", person), found -> found.size() == 10);
    assertThat(events)
        .extracting(Bus.Read::type)
        .containsExactly(
            "escalation-raised",
            "escalation-raised",
            "escalation-raised",
            "escalation-acknowledged",
            "escalation-paused",
            "escalation-resumed",
            "escalation-climbed",
            "escalation-decided",
            "enquiry-opened",
            "escalation-closed");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(Contracts.violations(SERVICE, event.type(), event.data())).isEmpty();
              assertThat(event.data().toString()).doesNotContain("sit together");
            });
    // one firing, though three routes
    assertThat(events.subList(0, 3))
        .extracting(event -> event.data().get("thresholdId").asText())
        .containsOnly(events.get(0).data().get("thresholdId").asText());
    assertThat(events.subList(0, 3))
        .extracting(event -> event.headers().get("ce_causationid"))
        .containsOnly(incident.id().toString());
    assertThat(events.get(0).data().get("actions"))
        .extracting(
            action -> action.get("template").asText() + " " + action.get("dueWithin").asText())
        .containsExactly(
            "PROTECT_AND_SEPARATE PT4H",
            "PREPARE_CHRONOLOGY PT24H",
            "HOLD_STRATEGY_DISCUSSION PT120H");
    assertThat(events.get(0).data().get("proposeStepUp").asBoolean()).isTrue();
  }
}
