package org.wraparound.incident.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
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
    "involvement, Involvement"
  })
  void theListServedIsTheOneTheRecordReliesOn(String list, String type)
      throws IOException, ClassNotFoundException {
    JsonNode codes =
        new ObjectMapper()
            .readTree(CodesTest.class.getResourceAsStream("/reference/" + list + ".json"))
            .get("codes");
    Object[] constants = Class.forName(Codes.class.getName() + "$" + type).getEnumConstants();
    assertThat(codes.findValuesAsText("code"))
        .containsExactlyElementsOf(Arrays.stream(constants).map(Object::toString).toList());
  }
}
