package org.wraparound.pathway.indicators;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a breach was found by.
 *
 * @param average of the days of the trend; null for the other rules
 * @param baseline what the average was held against; null for the other rules
 * @param threshold what was reached; null for missing data
 */
@Schema(name = "BreachFinding", description = "What a breach was found by, as it was then.")
record Saw(
    @Schema(description = "In words.") String why,
    @Schema(
            description =
                "Readings in a row that were outside; for a trend, the days of its average; 0 for missing data.")
        int days,
    @Schema(description = "The readings that met the rule, the earliest first.")
        List<Series.Point> readings,
    BigDecimal average,
    BigDecimal baseline,
    BigDecimal threshold) {}
