package org.wraparound.incident.observations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "RecordReadings",
    description = "Quick entry: 1 to 50 readings about one person, all recorded or none.",
    example =
        """
        {"readings": [{"code": "ANX", "value": 4}, {"code": "MEAL", "value": "HALF"}]}
        """)
record RecordReadings(
    @NotNull(message = "give 1 to 50 readings")
        @Size(min = 1, max = 50, message = "give 1 to 50 readings")
        List<@Valid @NotNull(message = "is no reading") Entry> readings) {

  @Schema(
      name = "QuickReading",
      description =
          "A reading, by the short code of its definition or by the definition's id. Else as RecordReading.")
  record Entry(
      String code,
      UUID definitionId,
      Instant observedAt,
      @Schema(example = "4") Object value,
      @Size(max = 4000, message = "write at most 4000 characters") String antecedent,
      @Size(max = 40, message = "is no code") String antecedentCode,
      @Size(max = 4000, message = "write at most 4000 characters") String behaviour,
      @Size(max = 4000, message = "write at most 4000 characters") String consequence,
      @Size(max = 4000, message = "write at most 4000 characters") String note,
      UUID incidentId,
      UUID replaces) {
    RecordReading reading() {
      return new RecordReading(
          observedAt,
          value,
          antecedent,
          antecedentCode,
          behaviour,
          consequence,
          note,
          incidentId,
          replaces);
    }
  }
}
