package org.wraparound.actionplan.actions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The agency takes the action on, in the name of one of its people. */
@Schema(
    example =
        """
        {"ownerName": "Priya Nair", "ownerRole": "clinician"}
        """)
record AcceptAction(
    @NotBlank(message = "name the person who will do it")
        @Size(max = 200, message = "use at most 200 characters")
        String ownerName,
    @Schema(description = "Code from the list owner-role; without it as proposed.")
        @Size(max = 100, message = "use a code from the list owner-role")
        String ownerRole,
    @Schema(
            description =
                "Subject of that person's token, where it is known: they may then not verify it.")
        @Size(max = 200, message = "use at most 200 characters")
        String ownerUserId) {}
