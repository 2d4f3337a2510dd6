package org.wraparound.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackSettingsTest {
  @TempDir Path folder;

  @Test
  void portsAreTheUsualOnesUnlessTheEnvironmentSaysOtherwise() {
    StackSettings settings =
        StackSettings.fromEnvironment(folder, folder, Map.of("WRAPAROUND_GATEWAY_PORT", "9080"));
    assertThat(settings.port(Part.GATEWAY)).isEqualTo(9080);
    assertThat(settings.port(Part.INCIDENT)).isEqualTo(8081);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eighty", "0", "65536", "-1"})
  void whatIsNoPortIsNamedWithItsVariable(String value) {
    assertThatThrownBy(
            () ->
                StackSettings.fromEnvironment(
                    folder, folder, Map.of("WRAPAROUND_KAFKA_PORT", value)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("WRAPAROUND_KAFKA_PORT")
        .hasMessageContaining(value);
  }

  @Test
  void twoPartsCannotHaveOnePort() {
    assertThatThrownBy(
            () ->
                StackSettings.fromEnvironment(
                    folder, folder, Map.of("WRAPAROUND_PATHWAY_PORT", "8081")))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("WRAPAROUND_INCIDENT_PORT")
        .hasMessageContaining("WRAPAROUND_PATHWAY_PORT");
  }

  @Test
  void freePortsAreAllDifferent() {
    StackSettings settings = StackSettings.onFreePorts(folder, folder);
    assertThat(new HashSet<>(settings.ports().values())).hasSize(Part.values().length);
  }

  @Test
  void aDataFolderIsUsedByOneRunAtATime() {
    try (DataFolder held = DataFolder.open(folder)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> DataFolder.open(folder).close())
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("Another run")
          .hasMessageContaining("WRAPAROUND_DATA");
    }
    DataFolder.open(folder).close();
  }
}
