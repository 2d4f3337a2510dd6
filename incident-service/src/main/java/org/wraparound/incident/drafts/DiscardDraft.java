package org.wraparound.incident.drafts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a draft will not become an incident. */
@Schema(name = "DiscardDraft")
record DiscardDraft(
    @NotBlank(message = "say why it is discarded")
        @Size(max = 4000, message = "write at most 4000 characters")
        String reason) {}
