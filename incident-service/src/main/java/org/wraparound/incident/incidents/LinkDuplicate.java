package org.wraparound.incident.incidents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of which incident a record is a second record, and how that is known. */
@Schema(
    name = "LinkDuplicate",
    example =
        """
        {"duplicateOf": "01a1ffed-7f35-7a5f-975b-c9834fc72d56", "reason": "Both shifts recorded the same fall."}
        """)
record LinkDuplicate(
    @NotNull(message = "give the id of the incident it is a second record of") UUID duplicateOf,
    @NotBlank(message = "say how you know")
        @Size(max = 4000, message = "write at most 4000 characters")
        String reason) {}
