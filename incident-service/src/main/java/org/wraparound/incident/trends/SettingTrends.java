package org.wraparound.incident.trends;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The incidents in one setting of a provider, counted.")
record SettingTrends(
    String provider,
    String settingId,
    @Schema(description = "First day") LocalDate from,
    @Schema(description = "Last day") LocalDate to,
    @Schema(description = "Incidents in all; null when suppressed, and then everything is")
        Long total,
    @Schema(description = "Every week with a day in the period, also those without incidents")
        List<Week> weeks,
    Grid grid,
    @Schema(
            description =
                "Which numbers outside the weeks are suppressed, such as grid.hours[0][13]")
        List<String> suppressed) {}
