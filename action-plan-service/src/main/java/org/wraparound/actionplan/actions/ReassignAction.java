package org.wraparound.actionplan.actions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to do the action instead. */
@Schema(
    example =
        """
        {"ownerAgency": "NORTHVALE-CLDT", "ownerRole": "clinician",
         "reason": "The surgery has no therapist who assesses swallowing."}
        """)
record ReassignAction(
    @NotBlank(message = "name the agency that is to do it, by its code")
        @Size(max = 100, message = "use the agency's code, at most 100 characters")
        String ownerAgency,
    @Schema(description = "Code from the list owner-role; without it as before.")
        @Size(max = 100, message = "use a code from the list owner-role")
        String ownerRole,
    @Schema(description = "The person who is to do it; required of the agency that owns it.")
        @Size(max = 200, message = "use at most 200 characters")
        String ownerName,
    @Schema(
            description =
                "Subject of that person's token, where it is known: they may then not verify it.")
        @Size(max = 200, message = "use at most 200 characters")
        String ownerUserId,
    @NotBlank(message = "say why it is handed on")
        @Size(max = 4000, message = "use at most 4000 characters")
        String reason) {

  Owner owner() {
    boolean named = ownerName != null && !ownerName.isBlank();
    return new Owner(
        ownerAgency, null, named ? ownerName.strip() : null, named ? ownerUserId : null);
  }
}
