package org.wraparound.incident.trends;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "TrendWeek",
    description =
        "One week, Monday to Sunday, by the clock in London. Incidents by code; every incident has one severity, kind"
            + " and location, and any number of antecedents (NONE: it is recorded that there was none) and of types of"
            + " risk alleged.")
record Week(
    @Schema(description = "Its Monday") LocalDate week,
    @Schema(description = "Incidents; null when suppressed, and then all of the week is")
        Long total,
    @Schema(description = "The worse of physical and psychological harm; NOT_RECORDED: neither is")
        Map<String, Long> bySeverity,
    Map<String, Long> byKind,
    Map<String, Long> byAntecedent,
    Map<String, Long> byLocation,
    @Schema(description = "Incidents with at least one allegation of the type")
        Map<String, Long> byTypeOfRisk,
    EarlyIntervention earlyIntervention,
    @Schema(description = "Minutes of restrictive intervention, summed over all of them")
        Long restrictiveMinutes,
    @Schema(description = "Which numbers of this week are suppressed, such as bySeverity.LOW")
        List<String> suppressed) {}
