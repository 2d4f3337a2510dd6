package org.wraparound.incident.trends;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "ThemeMonth",
    description =
        "One month, by the clock in London. Incidents by code; every incident has one severity, kind and location, and"
            + " any number of antecedents (NONE: it is recorded that there was none) and of types of risk alleged.")
record Month(
    @Schema(description = "Its first day") LocalDate month,
    @Schema(description = "Incidents; null when suppressed, and then all of the month is")
        Long total,
    @Schema(description = "Different people the incidents are about") Long people,
    @Schema(description = "The worse of physical and psychological harm; NOT_RECORDED: neither is")
        Map<String, Long> bySeverity,
    Map<String, Long> byKind,
    Map<String, Long> byAntecedent,
    Map<String, Long> byLocation,
    @Schema(description = "Incidents with at least one allegation of the type")
        Map<String, Long> byTypeOfRisk,
    @Schema(description = "Null for those outside the provider") Map<String, Long> bySetting,
    EarlyIntervention earlyIntervention,
    @Schema(description = "Minutes of restrictive intervention, summed over all of them")
        Long restrictiveMinutes,
    @Schema(description = "Which numbers of this month are suppressed, such as bySeverity.LOW")
        List<String> suppressed) {}
