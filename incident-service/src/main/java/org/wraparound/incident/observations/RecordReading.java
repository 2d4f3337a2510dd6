package org.wraparound.incident.observations;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "RecordReading",
    description =
        "A reading of what a definition asks for. An ABC episode has antecedent, behaviour and consequence in place of"
            + " a value.",
    example =
        """
        {"observedAt": "2026-11-20T21:05:00Z", "value": 4, "note": "Settled after music."}
        """)
record RecordReading(
    @Schema(description = "When it was observed; left out, now.") Instant observedAt,
    @Schema(
            description =
                "As the definition measures: a number, a code, a whole number of minutes, or true or false.",
            example = "4")
        Object value,
    @Size(max = 4000, message = "write at most 4000 characters") String antecedent,
    @Schema(description = "Code of the list antecedent.") @Size(max = 40, message = "is no code")
        String antecedentCode,
    @Size(max = 4000, message = "write at most 4000 characters") String behaviour,
    @Size(max = 4000, message = "write at most 4000 characters") String consequence,
    @Size(max = 4000, message = "write at most 4000 characters") String note,
    @Schema(description = "The incident it belongs to.") UUID incidentId,
    @Schema(description = "The withdrawn reading that this one corrects.") UUID replaces) {}
