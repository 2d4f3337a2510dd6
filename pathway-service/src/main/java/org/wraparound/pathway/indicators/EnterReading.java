package org.wraparound.pathway.indicators;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The value of a day. */
@Schema(
    name = "EnterReading",
    example =
        """
        {"day": "2026-11-21", "value": 4, "note": "Settled after music."}
        """)
record EnterReading(
    @Schema(description = "The day it is of, Europe/London; left out, today") LocalDate day,
    @NotNull(message = "give the value")
        @Digits(integer = 6, fraction = 3, message = "give at most 6 digits and 3 decimals")
        BigDecimal value,
    @Size(max = 4000, message = "write at most 4000 characters") String note,
    @Schema(description = "The reading of that day which it corrects; left out for the day's first")
        UUID supersedes,
    @Schema(description = "Why that was wrong; with supersedes")
        @Pattern(regexp = "(?s).*\\S.*", message = "write something, or leave it out")
        @Size(max = 4000, message = "write at most 4000 characters")
        String reason) {}
