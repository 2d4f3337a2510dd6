package org.wraparound.incident.observations;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "ObservationReading",
    description = "A reading as it was recorded. One that has a withdrawal no longer counts.")
record ReadingView(
    UUID id,
    UUID personId,
    String agency,
    UUID definitionId,
    @Schema(description = "The definition's short code.") String code,
    ObservationKind kind,
    Instant observedAt,
    Instant recordedAt,
    String recordedBy,
    @Schema(
            description =
                "As the definition measures: a number, a code, a whole number of minutes, or true or false; null for"
                    + " an ABC episode.",
            example = "4")
        Object value,
    String antecedent,
    String antecedentCode,
    String behaviour,
    String consequence,
    String note,
    UUID incidentId,
    @Schema(description = "The withdrawn reading that this one corrects.") UUID replaces,
    Withdrawal withdrawal) {
  @Schema(name = "ReadingWithdrawal")
  record Withdrawal(Instant withdrawnAt, String withdrawnBy, String reason) {}
}
