package org.wraparound.pathway.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reading of an indicator, as callers see it. */
@Schema(name = "IndicatorReading")
record ReadingView(
    UUID id,
    UUID personId,
    UUID indicatorId,
    LocalDate day,
    BigDecimal value,
    String note,
    Instant recordedAt,
    @Schema(description = "Subject of the token") String recordedBy,
    String recordedByAgency,
    @Schema(description = "The reading that it corrects; null when it is the first of its day")
        UUID supersedes,
    @Schema(description = "Why that was wrong") String reason,
    @Schema(description = "The reading that corrects this one; null while this one counts")
        UUID supersededBy) {}
