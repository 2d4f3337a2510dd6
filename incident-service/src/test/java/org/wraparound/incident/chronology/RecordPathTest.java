package org.wraparound.incident.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPathTest {
  private static final UUID RECORD = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final UUID PERSON = UUID.fromString("00000000-0000-7000-8000-000000000002");

  private static String of(String service, String kind) {
    return RecordPath.of(service, kind, RECORD, PERSON, Map.of("agency", "OAKFIELD"));
  }

  @ParameterizedTest
  @CsvSource({
    "incident-service, incident-recorded, /v1/incidents/",
    "incident-service, incident-corrected, /v1/incidents/",
    "incident-service, incident-withdrawn, /v1/incidents/",
    "incident-service, incident-reviewed, /v1/incidents/",
    "incident-service, incident-correction-requested, /v1/incidents/",
    "incident-service, incident-correction-answered, /v1/incidents/",
    "incident-service, incident-linked, /v1/incidents/",
    "incident-service, incident-unlinked, /v1/incidents/",
    "incident-service, incident-added-to, /v1/incidents/",
    "incident-service, observation-defined, /v1/observation-definitions/",
    "incident-service, observation-rescheduled, /v1/observation-definitions/",
    "incident-service, observation-ended, /v1/observation-definitions/",
    "incident-service, observation-recorded, /v1/readings/",
    "incident-service, observation-withdrawn, /v1/readings/",
    "escalation-service, escalation-raised, /v1/escalations/",
    "escalation-service, enquiry-opened, /v1/enquiries/",
    "escalation-service, notice-issued, /v1/notices/",
    "escalation-service, referral-sent, /v1/referrals/",
    "escalation-service, disclosure-recorded, /v1/disclosures/",
    "action-plan-service, plan-opened, /v1/plans/",
    "action-plan-service, action-agreed, /v1/actions/",
    "pathway-service, indicator-breached, /v1/indicator-breaches/",
    "pathway-service, indicator-breach-withdrawn, /v1/indicator-breaches/",
    "pathway-service, indicator-recovered, /v1/indicator-breaches/",
    "pathway-service, step-up-proposed, /v1/transitions/"
  })
  void anEntryLeadsToItsRecord(String service, String kind, String path) {
    assertThat(of(service, kind)).isEqualTo(path + RECORD);
  }

  @Test
  void whatHappensToAPersonLeadsToThePersonAndACircleToItsAgency() {
    assertThat(of("pathway-service", "person-registered")).isEqualTo("/v1/people/" + PERSON);
    assertThat(of("pathway-service", "circle-joined"))
        .isEqualTo("/v1/people/" + PERSON + "/circle/OAKFIELD");
    assertThat(of("pathway-service", "indicator-recorded"))
        .isEqualTo("/v1/people/" + PERSON + "/indicators/" + RECORD);
  }

  @Test
  void anOverrideLeadsToItsEscalationAndWhatHappensToAPolicyToItsVersion() {
    UUID escalation = UUID.randomUUID();
    assertThat(
            RecordPath.of(
                "escalation-service",
                "threshold-overridden",
                RECORD,
                PERSON,
                Map.of("escalationId", escalation)))
        .isEqualTo("/v1/escalations/" + escalation);
    assertThat(
            RecordPath.of(
                "escalation-service", "policy-approved", RECORD, PERSON, Map.of("version", 7)))
        .isEqualTo("/v1/policies/7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incident-service",
        "escalation-service",
        "action-plan-service",
        "pathway-service"
      })
  void everyEventThatHasAContractLeadsSomewhere(String service) throws IOException {
    Path contracts = Path.of("..", service, "src", "main", "resources", "contracts");
    try (Stream<Path> files = Files.list(contracts)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .isNotEmpty()
          .allSatisfy(kind -> assertThat(of(service, kind)).as(kind).isNotNull());
    }
  }

  @Test
  void aKindThatIsNotKnownHereLeadsNowhere() {
    assertThat(of("incident-service", "weather-changed")).isNull();
    assertThat(of("pathway-service", "incident-recorded")).isNull();
  }
}
