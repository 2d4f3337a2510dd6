package org.wraparound.pathway.indicators;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The values of several indicators of a day in one go. */
@Schema(
    name = "EnterReadings",
    description = "1 to 20 indicators of a person on one day, all recorded or none.",
    example =
        """
        {
          "day": "2026-11-21",
          "readings": [
            {"indicatorId": "01a1ffee-0c11-7d02-8a44-5b7f0e6c9a20", "value": 4},
            {"indicatorId": "01a1ffee-0c11-7d02-8a44-5b7f0e6c9a21", "value": 7.5}
          ]
        }
        """)
record EnterReadings(
    @Schema(description = "The day they are of, Europe/London; left out, today") LocalDate day,
    @NotNull(message = "give 1 to 20 readings")
        @Size(min = 1, max = 20, message = "give 1 to 20 readings")
        List<@Valid @NotNull(message = "is no reading") Entry> readings) {

  /** One of them; else as EnterReading. */
  @Schema(name = "IndicatorEntry")
  record Entry(
      @NotNull(message = "say which indicator, by its id") UUID indicatorId,
      @NotNull(message = "give the value")
          @Digits(integer = 6, fraction = 3, message = "give at most 6 digits and 3 decimals")
          BigDecimal value,
      @Size(max = 4000, message = "write at most 4000 characters") String note,
      UUID supersedes,
      @Pattern(regexp = "(?s).*\\S.*", message = "write something, or leave it out")
          @Size(max = 4000, message = "write at most 4000 characters")
          String reason) {
    EnterReading on(LocalDate day) {
      return new EnterReading(day, value, note, supersedes, reason);
    }
  }
}
