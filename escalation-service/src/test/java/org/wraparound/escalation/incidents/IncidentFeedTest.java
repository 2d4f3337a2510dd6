package org.wraparound.escalation.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.incident;
import static org.wraparound.escalation.Field.manager;
import static org.wraparound.escalation.Field.restriction;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.CodeListAssert;
import org.wraparound.escalation.Field;
import org.wraparound.escalation.overrides.ThresholdOverride;
import org.wraparound.escalation.policies.Facts;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class IncidentFeedTest {
  private static final String PATTERN = "RESTRICTIVE_PRACTICE_PATTERN";

  @Inject Field field;
  @Inject ObjectMapper json;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  private static ValidatableResponse escalations(UUID person) {
    return manager().get("/v1/escalations?personId=" + person).then().statusCode(200);
  }

  private static String outcome(Sent incident, String rule) {
    return manager()
        .get("/v1/evaluations?incidentId=" + incident.subject())
        .path("items[0].rules.find { it.ruleCode == '" + rule + "' }.outcome");
  }

  private static String id(Sent incident) {
    return incident.subject().toString();
  }

  @Test
  void aPatternFiresOnceAndNamesAllItsIncidentsUntilItIsClosed() {
    UUID person = field.person();
    Sent first = incident(person, 20, restriction());
    Sent second = incident(person, 10, restriction());
    Sent third = incident(person, 2, restriction());
    Sent fourth = incident(person, 1, restriction());
    field.happens(first, second);
    escalations(person).body("items", empty());
    field.happens(third);
    escalations(person)
        .body("items.ruleCode", contains(PATTERN))
        .body("items[0].incidentIds", contains(id(first), id(second), id(third)))
        .body("items[0].recipientAgency", equalTo("NORTHVALE-CLDT"))
        .body("items[0].facts.find { it.fact == 'incidents' }.value", equalTo("3"));
    field.happens(fourth);
    escalations(person).body("items", hasSize(1));
    assertThat(outcome(third, PATTERN)).isEqualTo("FIRED");
    assertThat(outcome(fourth, PATTERN)).isEqualTo("ALREADY_OPEN");

    String id = Field.escalation(person, "CLDT");
    manager().post("/v1/escalations/" + id + "/acknowledgement").then().statusCode(200);
    manager()
        .body(
            """
            {"decision": "ACTIONS_ONLY", "rationale": "The plan is changed with the team's advice.",
             "immediateSafetyConfirmed": true}
            """)
        .post("/v1/escalations/" + id + "/decision")
        .then()
        .statusCode(200);
    manager()
        .body("{\"reason\": \"The plan was changed.\"}")
        .post("/v1/escalations/" + id + "/closure")
        .then()
        .statusCode(200);
    field.happens(incident(person, 0, restriction()));
    escalations(person).body("items", hasSize(2)).body("items[0].incidentIds", hasSize(5));
  }

  @Test
  void incidentsThatComeInOneBatchMakeOneEscalation() {
    UUID person = field.person();
    field.happens(
        incident(person, 4, restriction()),
        incident(person, 3, restriction()),
        incident(person, 2, restriction()),
        incident(person, 1, restriction()));
    escalations(person).body("items", hasSize(1)).body("items[0].incidentIds", hasSize(3));
  }

  @Test
  void anIncidentRecordedLateCompletesTheWindowItBelongsTo() {
    UUID person = field.person();
    Sent late = incident(person, 30, restriction());
    Sent early = incident(person, 25, restriction());
    Sent recent = incident(person, 5, restriction());
    field.happens(early, recent);
    escalations(person).body("items", empty());
    field.happens(late);
    escalations(person)
        .body("items", hasSize(1))
        .body("items[0].incidentIds", contains(id(late), id(early), id(recent)));
  }

  @Test
  void anIncidentDeliveredAgainHasOneEffect() {
    UUID person = field.person();
    Sent once = incident(person, 1, Field.allegation());
    Sent underAnotherId =
        new Sent(
            UUID.randomUUID(),
            once.type(),
            once.source(),
            person,
            once.subject(),
            once.at(),
            once.data());
    Sent behind = incident(person, 0, Map.of("policeInvolved", true));
    Bus.publish(Field.INCIDENTS, once, once, underAnotherId, behind);
    field.awaitEvaluated(behind);
    escalations(person).body("items.findAll { it.ruleCode == 'ALLEGATION_OF_ABUSE' }", hasSize(3));
    manager().get("/v1/evaluations?personId=" + person).then().body("items", hasSize(2));
  }

  @Test
  void theEvaluationExplainsEachRule() {
    UUID person = field.person();
    Sent incident =
        incident(
            person,
            0,
            Map.of("policeInvolved", true, "physicalHarm", "LOW", "allegations", List.of()));
    field.happens(incident);
    String id =
        manager()
            .get("/v1/evaluations?incidentId=" + incident.subject())
            .then()
            .body("items", hasSize(1))
            .extract()
            .path("items[0].id");
    String threshold =
        escalations(person).body("items", hasSize(2)).extract().path("items[0].thresholdId");
    manager()
        .get("/v1/evaluations/" + id)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("policyVersion", equalTo(1))
        .body("on", equalTo("INCIDENT"))
        .body("incidentId", equalTo(id(incident)))
        .body("cause", equalTo("RECORDED"))
        .body("policies.as", contains("DEFAULT"))
        .body("rules.ruleCode", hasItems("SETTING_PATTERN", "POLICE_INVOLVED"))
        .rootPath("rules.find { it.ruleCode == 'POLICE_INVOLVED' }")
        .body("outcome", equalTo("FIRED"))
        .body("thresholdId", equalTo(threshold))
        .body("saw[0].value", equalTo("true"))
        .body("saw[0].incidentId", equalTo(id(incident)))
        .body("routes.route", contains("ON_CALL_MANAGER", "CQC_NOTIFICATION"))
        .body("routes.outcome.unique()", contains("FIRED"))
        .rootPath("rules.find { it.ruleCode == 'ALLEGATION_OF_ABUSE' }")
        .body("outcome", equalTo("NOT_MET"))
        .body("thresholdId", nullValue())
        .body("saw[0].value", equalTo("NONE"))
        // low physical harm is known, psychological harm is not: so it is not known to be unmet
        .rootPath("rules.find { it.ruleCode == 'SERIOUS_HARM' }")
        .body("outcome", equalTo("NOT_YET_RECORDED"))
        .body("saw.value", contains("LOW", "NOT_YET_RECORDED"));
    as(Tokens.elmtree("manager")).get("/v1/evaluations/" + id).then().statusCode(404);
    as(Tokens.withoutAgency("ops")).get("/v1/evaluations/" + id).then().statusCode(403);
    io.restassured.RestAssured.given().get("/v1/evaluations/" + id).then().statusCode(401);
  }

  @Test
  void aPersonWhoseCircleIsNotKnownYetIsEscalatedToTheProvider() {
    UUID person = UUID.randomUUID();
    field.happens(incident(person, 0, Field.allegation()));
    escalations(person)
        .body("items", hasSize(3))
        .body("items.findAll { it.recipientAgency == null }", hasSize(2));
  }

  @Test
  void anUnreadableIncidentIsParkedAndTheNextOneFlows() {
    UUID person = field.person();
    Sent bad = incident(person, 0, Map.of()).withData("{\"happenedAt\": \"yesterday\"}");
    Sent behind = incident(person, 0, Field.allegation());
    Bus.publish(Field.INCIDENTS, bad, behind);
    field.awaitEvaluated(behind);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                as(Tokens.withoutAgency("ops"))
                        .get("/v1/ops/quarantine?limit=200")
                        .path("items.find { it.eventId == '" + bad.id() + "' }")
                    != null);
  }

  @Test
  void aChainOfEventsThatFeedsItselfIsCutButItsFactsCountForPatterns() throws Exception {
    UUID person = field.person();
    Map<String, Object> both = new HashMap<>(restriction());
    both.putAll(Field.allegation());
    Sent first = incident(person, 3, both);
    Sent second = incident(person, 2, both);
    Sent third = incident(person, 1, restriction());
    publishAtDepth(first, 9);
    publishAtDepth(second, 9);
    publishAtDepth(third, 8);
    field.awaitEvaluated(third);
    escalations(person)
        .body("items.ruleCode", contains(PATTERN))
        .body("items[0].incidentIds", contains(id(first), id(second), id(third)));
    manager().get("/v1/evaluations?personId=" + person).then().body("items", hasSize(1));
  }

  private void publishAtDepth(Sent event, int depth) throws Exception {
    var message =
        new ProducerRecord<>(
            Field.INCIDENTS,
            event.personId().toString(),
            event.data().getBytes(StandardCharsets.UTF_8));
    Map.of(
            "ce_id", event.id().toString(),
            "ce_type", event.type(),
            "ce_source", event.source(),
            "ce_subject", event.subject().toString(),
            "ce_time", event.at().toString(),
            "ce_recordedtime", event.at().toString(),
            "ce_partitionkey", event.personId().toString(),
            "ce_agency", "OAKFIELD",
            "ce_actor", "test",
            "ce_causationdepth", String.valueOf(depth))
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(message).get();
    }
  }

  @Test
  void theProducersContractsAreRead() throws Exception {
    for (String type : List.of("incident-recorded", "incident-corrected")) {
      var example = Contracts.example("incident-service", type);
      IncidentRecorded read = read(example, IncidentRecorded.class);
      assertThat(read.incidentId()).hasToString(example.get("incidentId").asText());
      Facts facts = read.facts();
      assertThat(facts.provider()).isEqualTo(example.get("provider").asText());
      assertThat(facts.personId()).hasToString(example.get("personId").asText());
      assertThat(facts.happenedAt()).isEqualTo(example.get("happenedAt").asText());
      assertThat(facts.known())
          .containsEntry("kind", List.of("SAFEGUARDING_CONCERN"))
          .containsEntry("settingId", List.of("ELM-HOUSE"))
          .containsEntry("allegationType", List.of("PHYSICAL"))
          .containsEntry("allegationLocation", List.of("SUPPORTED_LIVING"))
          .containsEntry("allegationSourceRef", List.of("VISITOR-3"))
          .containsEntry("restrictionInPlan", List.of("true"))
          .containsEntry("restrictionMinutes", List.of("3"))
          .containsEntry("involvedRole", List.of("VISITOR"))
          .containsEntry("workerRef", List.of())
          .containsEntry("othersThreatened", List.of("true"))
          .doesNotContainKeys("psychologicalHarm", "propertyDamaged");
    }
    assertThat(
            read(
                    Contracts.example("incident-service", "incident-corrected"),
                    IncidentRecorded.class)
                .number())
        .isEqualTo(2);
    for (String type : List.of("incident-linked", "incident-unlinked")) {
      assertThat(
              read(Contracts.example("incident-service", type), IncidentFeed.IncidentLinked.class)
                  .duplicateOf())
          .isNotNull();
    }
    var overdue = Contracts.example("action-plan-service", "action-overdue");
    assertThat(read(overdue, ConcernFeed.ActionOverdue.class).actionId())
        .hasToString(overdue.get("actionId").asText());
    assertThat(read(overdue, ConcernFeed.ActionOverdue.class).ownerAgency()).isEqualTo("OAKFIELD");
    var breach = Contracts.example("pathway-service", "indicator-breached");
    assertThat(read(breach, ConcernFeed.IndicatorBreached.class))
        .isEqualTo(
            new ConcernFeed.IndicatorBreached(
                UUID.fromString(breach.get("breachId").asText()),
                "OAKFIELD",
                "ANXIETY",
                "ABOVE",
                3));
    var sustained = Contracts.example("pathway-service", "step-up-sustained");
    assertThat(read(sustained, ConcernFeed.StepUpSustained.class))
        .isEqualTo(
            new ConcernFeed.StepUpSustained(
                UUID.fromString(sustained.get("transitionId").asText()), "OAKFIELD", 42));
  }

  private <T> T read(JsonNode example, Class<T> type) throws Exception {
    return json.readerFor(type)
        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(example);
  }

  @Test
  void theListsServedAreThoseTheCodeReliesOn() {
    CodeListAssert.assertSame("rule-outcome", RuleResult.Outcome.values());
    CodeListAssert.assertSame("evaluation-cause", Cause.values());
    CodeListAssert.assertSame("override-kind", ThresholdOverride.Kind.values());
  }
}
