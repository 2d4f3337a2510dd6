package org.wraparound.actionplan.meetings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks someone to come. */
@Schema(name = "Invitation")
record Invitation(
    @Schema(description = "Code of an agency in the person's circle; for others, code or name.")
        @NotBlank(message = "name the agency, by its code")
        @Size(max = 100, message = "use at most 100 characters")
        String agency,
    @NotBlank(message = "say as what they are asked, such as Social worker")
        @Size(max = 100, message = "use at most 100 characters")
        String role,
    @Schema(description = "Whom in the agency, where that is known.")
        @Size(max = 200, message = "use at most 200 characters")
        String name,
    @Schema(
            description =
                "Asks an agency that is not in the circle at SUMMARY or FULL, which comes without"
                    + " seeing the records.",
            defaultValue = "false")
        boolean external) {}
