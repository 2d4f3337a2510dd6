package org.wraparound.actionplan.meetings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Someone who came without having been invited.
 *
 * @param agency code or name of their agency; null for someone of none
 * @param role as what they came
 * @param contribution what they brought or said; or null
 */
@Schema(name = "OtherPresent")
record OtherPresent(
    @Size(max = 100, message = "use at most 100 characters") String agency,
    @NotBlank(message = "say as what they came")
        @Size(max = 100, message = "use at most 100 characters")
        String role,
    @Size(max = 200, message = "use at most 200 characters") String name,
    @Size(max = 4000, message = "use at most 4000 characters") String contribution) {}
