package org.wraparound.incident.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
  @ParameterizedTest
  @CsvSource({
    "incident-kind, IncidentKind",
    "location-of-risk, LocationOfRisk",
    "type-of-risk, TypeOfRisk",
    "source-of-risk, SourceOfRisk",
    "physical-harm, PhysicalHarm",
    "psychological-harm, PsychologicalHarm",
    "restrictive-intervention, RestrictiveInterventionType",
    "restriction-type, RestrictionType",
    "involvement, Involvement",
    "antecedent, Antecedent",
    "body-view, BodyView",
    "body-region, BodyRegion",
    "body-mark, BodyMark",
    "support-type, SupportType",
    "missed-support-reason, MissedSupportReason",
    "cqc-notification-paragraph, CqcParagraph",
    "withdrawal-reason, WithdrawalReason",
    "incident-status, IncidentStatus"
  })
  void theListServedIsTheOneTheRecordReliesOn(String list, String type)
      throws IOException, ClassNotFoundException {
    assertThat(codes(CodesTest.class.getResourceAsStream("/reference/" + list + ".json")))
        .containsExactlyElementsOf(
            Arrays.stream(Class.forName(Codes.class.getName() + "$" + type).getEnumConstants())
                .map(Object::toString)
                .toList());
  }

  @Test
  void agencyTypesAreThoseOfTheServiceThatOwnsThem() throws IOException {
    Path list = Path.of("../pathway-service/src/main/resources/reference/agency-type.json");
    assertThat(codes(Files.newInputStream(list)))
        .containsExactlyElementsOf(
            Arrays.stream(Codes.AgencyType.values()).map(Object::toString).toList());
  }

  private static List<String> codes(InputStream list) throws IOException {
    try (list) {
      return new ObjectMapper().readTree(list).get("codes").findValuesAsText("code");
    }
  }
}
