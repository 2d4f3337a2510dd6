package org.wraparound.incident.trends;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A provider's incidents, counted by month.")
record ProviderThemes(
    String provider,
    @Schema(description = "First day of the first month") LocalDate from,
    @Schema(description = "Last day of the last month") LocalDate to,
    @Schema(description = "Incidents in all; null when suppressed, and then everything is")
        Long total,
    @Schema(description = "Every month with a day in the period, also those without incidents")
        List<Month> months,
    @Schema(description = "Which numbers outside the months are suppressed")
        List<String> suppressed) {}
