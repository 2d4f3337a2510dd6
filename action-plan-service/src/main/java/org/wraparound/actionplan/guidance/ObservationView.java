package org.wraparound.actionplan.guidance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One look on shift at whether what a page says is done. */
@Schema(name = "PracticeObservation")
record ObservationView(
    UUID id,
    UUID guidanceId,
    UUID personId,
    String settingId,
    Instant observedAt,
    List<RecordObservation.Item> items,
    String note,
    Instant recordedAt,
    String recordedByAgency,
    String recordedBy) {

  static ObservationView of(PracticeObservation observation) {
    return new ObservationView(
        observation.id(),
        observation.guidanceId(),
        observation.personId(),
        observation.settingId(),
        observation.observedAt(),
        observation.steps().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(step -> new RecordObservation.Item(step.getKey(), step.getValue()))
            .toList(),
        observation.note(),
        observation.recordedAt(),
        observation.recordedByAgency(),
        observation.recordedBy());
  }
}
