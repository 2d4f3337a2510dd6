package org.wraparound.actionplan.drift;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something stands in the way of an action. */
@Schema(
    example =
        """
        {"kind": "FUNDING", "what": "The panels are not in this year's budget for the house.",
         "removableBy": "BRIDGESHIRE-COMMISSIONING", "removableByRole": "commissioner"}
        """)
record RaiseBarrier(
    @Schema(description = "Code from the list barrier-kind.")
        @NotBlank(message = "say of what kind it is, from the list barrier-kind")
        String kind,
    @NotBlank(message = "say what stands in the way")
        @Size(max = 4000, message = "use at most 4000 characters")
        String what,
    @Schema(description = "Code of the agency in the person's circle that can remove it.")
        @NotBlank(message = "name the agency that can remove it, by its code")
        String removableBy,
    @Schema(description = "Who there can: code from the list owner-role.")
        @NotBlank(message = "name the role that can remove it, from the list owner-role")
        String removableByRole) {}
