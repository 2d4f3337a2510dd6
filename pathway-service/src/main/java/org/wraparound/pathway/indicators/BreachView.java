package org.wraparound.pathway.indicators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A breach of an indicator, as callers see it. */
@Schema(name = "IndicatorBreach")
record BreachView(
    UUID id,
    UUID personId,
    String provider,
    UUID indicatorId,
    IndicatorKind kind,
    Cause because,
    Severity severity,
    @Schema(
            description =
                "Day whose reading met the rule; for missing data the first day without a reading")
        LocalDate beganOn,
    @Schema(description = "Day whose reading ended it; null while it lasts, and when it never was")
        LocalDate endedOn,
    Instant foundAt,
    @Schema(description = "When its end was found; null while it lasts") Instant endedAt,
    @Schema(description = "null while it lasts") Ending ending,
    @Schema(description = "The milder breach that became this one, or null") UUID follows,
    Saw saw) {}
