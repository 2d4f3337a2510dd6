package org.wraparound.pathway.indicators;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be measured about a person, and when it is breached. */
@Schema(
    name = "DefineIndicator",
    example =
        """
        {
          "kind": "ANXIETY",
          "title": "Anxiety in the evening",
          "unit": "points",
          "min": 0,
          "max": 10,
          "direction": "LOWER_IS_BETTER",
          "reviewOn": "2027-02-01",
          "baseline": {"value": 3, "from": "2026-10-01", "until": "2026-10-28"},
          "rules": {
            "level": {"amber": 6, "amberDays": 3, "red": 8},
            "trend": {"days": 7, "by": "SHARE", "amber": 0.5},
            "missing": {"days": 3}
          }
        }
        """)
record DefineIndicator(
    @NotNull(message = "choose a code of the list indicator-kind") IndicatorKind kind,
    @NotBlank(message = "say what is measured")
        @Size(max = 200, message = "write at most 200 characters")
        String title,
    @Schema(description = "What it is measured in; left out for a scale without one")
        @Size(max = 40, message = "write at most 40 characters")
        String unit,
    @NotNull(message = "give the least value of the scale")
        @Digits(integer = 6, fraction = 3, message = "give at most 6 digits and 3 decimals")
        BigDecimal min,
    @NotNull(message = "give the greatest value of the scale")
        @Digits(integer = 6, fraction = 3, message = "give at most 6 digits and 3 decimals")
        BigDecimal max,
    @NotNull(message = "say which way is good: HIGHER_IS_BETTER or LOWER_IS_BETTER")
        Direction direction,
    @Schema(
            description =
                "First day a reading can be of, at most a year ago, so that a baseline can be entered; left out, today."
                    + " Readings are judged from the day of the definition on.")
        LocalDate from,
    @Schema(
            description =
                "Day by which the indicator is looked at again, at most a year from today")
        @NotNull(message = "set a day for looking at it again, at most a year from today")
        LocalDate reviewOn,
    @Valid Baseline baseline,
    @Schema(description = "Left out: it is drawn and never breached") @Valid Rules rules) {}
