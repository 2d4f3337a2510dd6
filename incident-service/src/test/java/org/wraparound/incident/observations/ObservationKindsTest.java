package org.wraparound.incident.observations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wraparound.incident.observations.ObservationKinds.Standard;

class ObservationKindsTest {
  private final ObservationKinds kinds = new ObservationKinds(new ObjectMapper());

  private static JsonNode resource(String name) throws IOException {
    return new ObjectMapper().readTree(ObservationKindsTest.class.getResourceAsStream(name));
  }

  @Test
  void theListServedIsTheOneDefinitionsRelyOn() throws IOException {
    assertThat(resource("/reference/observation-kind.json").get("codes").findValuesAsText("code"))
        .containsExactlyElementsOf(
            Arrays.stream(ObservationKind.values()).map(Enum::name).toList());
  }

  @Test
  void everyKindButOwnHasAStandardThatCanBeKept() {
    List<Standard> standards =
        Arrays.stream(ObservationKind.values()).map(kinds::of).filter(Objects::nonNull).toList();
    assertThat(standards).hasSize(ObservationKind.values().length - 1);
    assertThat(kinds.of(ObservationKind.OWN)).isNull();
    assertThat(standards)
        .allSatisfy(
            standard -> {
              assertThat(standard.measure().flaws()).isEmpty();
              assertThat(standard.title()).isNotBlank();
            })
        .extracting(Standard::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[A-Z0-9][A-Z0-9-]{0,11}"));
  }

  @Test
  void theBusMayCarryTheCodesOfTheStandardsAndNoOthers() throws IOException {
    Set<String> standard = new HashSet<>();
    for (ObservationKind kind : ObservationKind.values()) {
      if (kinds.of(kind) != null && kinds.of(kind).measure().codes() != null) {
        kinds.of(kind).measure().codes().forEach(choice -> standard.add(choice.code()));
      }
    }
    Set<String> carried = new HashSet<>();
    resource("/contracts/observation-recorded.json")
        .at("/schema/properties/code/enum")
        .forEach(
            code -> {
              if (!code.isNull()) {
                carried.add(code.asText());
              }
            });
    assertThat(carried).isEqualTo(standard);
  }
}
