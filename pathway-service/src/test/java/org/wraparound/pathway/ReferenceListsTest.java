package org.wraparound.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wraparound.kit.access.Level;

class ReferenceListsTest {
  private static List<String> codes(String list) throws IOException {
    try (InputStream file =
        ReferenceListsTest.class.getResourceAsStream("/reference/" + list + ".json")) {
      JsonNode json = new ObjectMapper().readTree(file);
      assertThat(json.get("list").asText()).isEqualTo(list);
      List<String> codes = new ArrayList<>();
      json.get("codes").forEach(code -> codes.add(code.get("code").asText()));
      return codes;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "agency-type, org.wraparound.pathway.circle.AgencyType",
    "circle-role, org.wraparound.pathway.circle.CircleRole",
    "consent, org.wraparound.pathway.circle.Consent",
    "sharing-condition, org.wraparound.pathway.circle.SharingCondition",
    "nhs-number-not-known-reason, org.wraparound.pathway.people.NotKnownReason",
    "indicator-kind, org.wraparound.pathway.indicators.IndicatorKind",
    "indicator-direction, org.wraparound.pathway.indicators.Direction",
    "breach-severity, org.wraparound.pathway.indicators.Severity",
    "breach-cause, org.wraparound.pathway.indicators.Cause",
    "breach-ending, org.wraparound.pathway.indicators.Ending",
    "transition-kind, org.wraparound.pathway.transitions.TransitionKind",
    "transition-status, org.wraparound.pathway.transitions.TransitionStatus"
  })
  void everyListHasTheCodesOfItsEnum(String list, String type) throws Exception {
    Object[] constants = Class.forName(type).getEnumConstants();
    assertThat(codes(list)).containsExactly(namesOf(constants));
  }

  @Test
  void theLevelsAreThoseOfTheKit() throws IOException {
    assertThat(codes("circle-level")).containsExactly(namesOf(Level.values()));
  }

  @ParameterizedTest
  @CsvSource({"lawful-basis, a|b|c|d|e|ea|f", "nhs-number-status, 0[1-8]"})
  void codesThatAreNoNamesFitTheirPattern(String list, String pattern) throws IOException {
    assertThat(codes(list)).allMatch(code -> Pattern.matches(pattern, code));
    assertThat(codes("lawful-basis")).hasSize(7);
    assertThat(codes("nhs-number-status")).hasSize(8);
  }

  private static String[] namesOf(Object[] constants) {
    return Arrays.stream(constants).map(c -> ((Enum<?>) c).name()).toArray(String[]::new);
  }
}
