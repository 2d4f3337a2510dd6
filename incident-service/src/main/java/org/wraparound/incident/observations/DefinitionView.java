package org.wraparound.incident.observations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "ObservationDefinition",
    description = "What is to be observed about a person, how and when.")
record DefinitionView(
    UUID id,
    UUID personId,
    String agency,
    ObservationKind kind,
    String code,
    String title,
    Measure measure,
    @Schema(description = "In force now; null when it is recorded when it happens.")
        Schedule schedule,
    @Schema(
            description =
                "All there have been, the earliest first, each with the moment it took effect.")
        List<ObservationDefinition.ScheduleVersion> schedules,
    LocalDate from,
    @Schema(description = "Last day; null when none is set.") LocalDate until,
    Instant definedAt,
    String definedBy,
    @Schema(description = "Who decided when that it ends, and why; null while nobody has.")
        Ending ending) {
  @Schema(name = "ObservationEnding")
  record Ending(Instant decidedAt, String decidedBy, String reason) {}
}
