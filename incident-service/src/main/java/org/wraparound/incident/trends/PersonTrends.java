package org.wraparound.incident.trends;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One person's incidents, counted.")
record PersonTrends(
    UUID personId,
    @Schema(description = "First day") LocalDate from,
    @Schema(description = "Last day") LocalDate to,
    @Schema(description = "Incidents in all") long total,
    @Schema(description = "Every week with a day in the period, also those without incidents")
        List<Week> weeks,
    Grid grid,
    @Schema(description = "The first 500 changes of level, plan, guidance and passport")
        List<KeyEvent.View> keyEvents,
    @Schema(description = "Whether there are more than those; ask for a shorter period")
        boolean keyEventsCut) {}
