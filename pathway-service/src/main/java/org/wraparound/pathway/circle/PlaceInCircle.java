package org.wraparound.pathway.circle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.access.Level;

/** Which place an agency shall have in a circle. */
@Schema(
    name = "PlaceInCircle",
    example =
        """
        {
          "agencyType": "COMMISSIONER",
          "level": "FULL",
          "role": "COMMISSIONER",
          "basis": {"lawfulBasis": "e", "condition": "DPA2018_SCH1_PARA2", "consent": "GIVEN", "consentOn": "2026-11-02"}
        }
        """)
record PlaceInCircle(
    @NotNull(message = "choose a code of the list agency-type") AgencyType agencyType,
    @NotNull(message = "say how much it may see: AWARE, SUMMARY or FULL") Level level,
    @NotNull(message = "choose a code of the list circle-role") CircleRole role,
    @Valid @NotNull(message = "say on which basis it is shared") SharingBasis basis,
    @Schema(description = "Last day in the circle, Europe/London; absent while no end is set")
        LocalDate until) {}
