package org.wraparound.pathway.transitions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** More support is proposed by hand. */
@Schema(
    name = "ProposeStepUp",
    example =
        """
        {
          "personId": "01a1ffed-7f35-7a5f-975b-c9834fc72d56",
          "threshold": "Third refusal of meals in a week.",
          "rationale": "Two staff at mealtimes until weight is back."
        }
        """)
record ProposeStepUp(
    @NotNull(message = "say whose support, by the person's id") UUID personId,
    @NotBlank(message = "say which threshold is met")
        @Size(max = 4000, message = "write at most 4000 characters")
        String threshold,
    @NotBlank(message = "say why more support is needed")
        @Size(max = 4000, message = "write at most 4000 characters")
        String rationale) {}
