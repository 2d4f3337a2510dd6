package org.wraparound.pathway.indicators;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An indicator is no longer watched. */
@Schema(
    name = "EndIndicator",
    example =
        """
        {"reason": "Settled for three months; the team looks at sleep instead."}
        """)
record EndIndicator(
    @NotBlank(message = "say why it is no longer watched")
        @Size(max = 4000, message = "write at most 4000 characters")
        String reason) {}
