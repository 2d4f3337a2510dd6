package org.wraparound.pathway.indicators;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an indicator is to be from today on. */
@Schema(
    name = "ChangeIndicator",
    description =
        "Title, review, baseline and rules as they are to be from today on; what is left out is no more. Kind, scale and"
            + " direction never change: end the indicator and define another.",
    example =
        """
        {
          "title": "Anxiety in the evening",
          "reviewOn": "2027-03-01",
          "baseline": {"value": 3},
          "rules": {"level": {"amber": 5, "red": 8}}
        }
        """)
record ChangeIndicator(
    @NotBlank(message = "give the title, changed or as it was")
        @Size(max = 200, message = "write at most 200 characters")
        String title,
    @NotNull(message = "set a day for looking at it again, at most a year from today")
        LocalDate reviewOn,
    @Valid Baseline baseline,
    @Valid Rules rules) {}
