package org.wraparound.pathway.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to look for. In a body, because addresses end up in logs. */
@Schema(name = "SearchPeople", example = "{\"nhsNumber\": \"900 000 0009\"}")
record SearchPeople(
    @NotBlank(message = "write the NHS number to look for")
        @Size(max = 40, message = "write at most 40 characters")
        String nhsNumber) {}
