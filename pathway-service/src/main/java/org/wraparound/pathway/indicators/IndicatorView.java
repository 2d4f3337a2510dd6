package org.wraparound.pathway.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An indicator, as callers see it. */
@Schema(name = "Indicator")
record IndicatorView(
    UUID id,
    UUID personId,
    String provider,
    IndicatorKind kind,
    String title,
    String unit,
    BigDecimal min,
    BigDecimal max,
    Direction direction,
    LocalDate from,
    LocalDate reviewOn,
    @Schema(description = "In force now; null when there is none") Baseline baseline,
    @Schema(description = "In force now") Rules rules,
    @Schema(description = "All there have been, the earliest first") List<Terms> terms,
    Instant definedAt,
    @Schema(description = "Subject of the token") String definedBy,
    String definedByAgency,
    @Schema(description = "null while it is watched") Ended ended) {

  /** Since when it is no longer watched, and why. */
  @Schema(name = "IndicatorEnding")
  record Ended(LocalDate endedOn, Instant endedAt, String endedBy, String reason) {}
}
