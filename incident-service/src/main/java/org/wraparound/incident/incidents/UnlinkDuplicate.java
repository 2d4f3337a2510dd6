package org.wraparound.incident.incidents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a record is no second record after all. */
@Schema(name = "UnlinkDuplicate")
record UnlinkDuplicate(
    @NotBlank(message = "say why the link is removed")
        @Size(max = 4000, message = "write at most 4000 characters")
        String reason) {}
