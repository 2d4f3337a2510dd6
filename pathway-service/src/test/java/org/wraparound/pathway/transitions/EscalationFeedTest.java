package org.wraparound.pathway.transitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.pathway.Calls.commissioner;
import static org.wraparound.pathway.Calls.manager;
import static org.wraparound.pathway.Calls.registered;
import static org.wraparound.pathway.Calls.stranger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class EscalationFeedTest {
  private static final String TOPIC = "wraparound.escalations.v1";

  private static Sent raised(String person, UUID threshold, boolean proposeStepUp) {
    UUID escalation = UUID.randomUUID();
    return Sent.now(
        "escalation-raised",
        "/escalation-service",
        UUID.fromString(person),
        escalation,
        Map.of(
            "escalationId",
            escalation,
            "personId",
            person,
            "provider",
            "OAKFIELD",
            "thresholdId",
            threshold,
            "ruleCode",
            "ALLEGATION_OF_ABUSE",
            "route",
            "COMMISSIONER",
            "incidentIds",
            List.of(threshold),
            "proposeStepUp",
            proposeStepUp));
  }

  private static String listOf(String person) {
    return "/v1/transitions?personId=" + person;
  }

  private static int count(String person) {
    return manager().get(listOf(person)).path("items.size()");
  }

  @Test
  void oneRuleFiringProposesOneStepUpHoweverManyRoutesAndDeliveries() {
    String person = registered();
    UUID threshold = UUID.randomUUID();
    Sent first = raised(person, threshold, true);
    Sent without = raised(person, UUID.randomUUID(), false);
    Bus.publish(TOPIC, without, first, raised(person, threshold, true), first);
    Bus.publish(TOPIC, first, raised(person, threshold, true));
    UUID another = UUID.randomUUID();
    Bus.publish(TOPIC, raised(person, another, true));
    await().atMost(Duration.ofSeconds(30)).until(() -> count(person) >= 2);
    manager()
        .get(listOf(person))
        .then()
        .body("items.thresholdId", contains(another.toString(), threshold.toString()))
        .body("items[1].status", equalTo("PROPOSED"))
        .body("items[1].provider", equalTo("OAKFIELD"))
        .body("items[1].ruleCode", equalTo("ALLEGATION_OF_ABUSE"))
        .body("items[1].escalationId", equalTo(first.subject().toString()))
        .body("items[1].incidentIds", contains(threshold.toString()))
        .body("items[1].proposedBy", equalTo("SYSTEM"))
        .body("items[1].threshold", nullValue());
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(Bus.read("wraparound.pathways.v1", UUID.fromString(person)))
                    .filteredOn(event -> event.type().equals("step-up-proposed"))
                    .hasSize(2)
                    .first()
                    .satisfies(
                        event ->
                            assertThat(event.headers())
                                .containsEntry("ce_causationid", first.id().toString())));
  }

  @Test
  void thoseOutsideTheCircleSeeNothingOfIt() {
    String person = registered();
    Bus.publish(TOPIC, raised(person, UUID.randomUUID(), true));
    await().atMost(Duration.ofSeconds(30)).until(() -> count(person) == 1);
    String id = manager().get(listOf(person)).path("items[0].id");
    stranger().get(listOf(person)).then().body("items.size()", equalTo(0));
    stranger().get("/v1/transitions/" + id).then().statusCode(404);
    commissioner().get("/v1/transitions/" + id).then().statusCode(404);
  }

  @Test
  void theEscalationsOfItsProducerAreRead() throws JsonProcessingException {
    var escalation =
        new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .treeToValue(
                Contracts.example("escalation-service", "escalation-raised"),
                EscalationFeed.EscalationRaised.class);
    assertThat(escalation).hasNoNullFieldsOrProperties();
    assertThat(escalation.incidentIds()).isNotEmpty();
    assertThat(escalation.proposeStepUp()).isTrue();
  }
}
