package org.wraparound.escalation.stepups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.wraparound.escalation.Field.manager;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.Field;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class StepUpFeedTest {
  @Inject Field field;
  @Inject ObjectMapper json;

  @Test
  void theCommissionersInTheCircleAreToldOfAnAuthorisedStepUpAndThatIsKept() {
    UUID person = field.person();
    UUID stepUp = UUID.randomUUID();
    Bus.publish(
        "wraparound.pathways.v1",
        Sent.now(
            "step-up-authorised",
            "/pathway-service",
            person,
            stepUp,
            Map.of(
                "transitionId", stepUp,
                "personId", person,
                "startsOn", "2026-11-21",
                "reviewOn", "2026-12-19",
                "authorisedByAgency", "BRIDGESHIRE-COMMISSIONING")));
    String notices = "/v1/notices?subjectId=" + stepUp;
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> manager().get(notices).path("items.size()").equals(1));
    manager()
        .get(notices)
        .then()
        .body("items.toAgency", contains("BRIDGESHIRE-COMMISSIONING"))
        .body("items.about", contains("STEP_UP_AUTHORISED"))
        .body("items.agency", contains("OAKFIELD"));
  }

  @Test
  void theProducersContractIsRead() throws Exception {
    var example = Contracts.example("pathway-service", "step-up-authorised");
    StepUpFeed.StepUpAuthorised read =
        json.readerFor(StepUpFeed.StepUpAuthorised.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readValue(example);
    assertThat(read.transitionId()).hasToString(example.get("transitionId").asText());
    assertThat(read.authorisedByAgency()).isEqualTo("BRIDGESHIRE-COMMISSIONING");
  }
}
