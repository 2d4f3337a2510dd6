package org.wraparound.escalation.disclosures;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Record what came back.
 *
 * @param words what they said, at most 4000 characters; absent when the code says it
 * @param cameAt when; now when absent
 */
@Schema(name = "RecordDisclosureResponse")
record RecordResponse(
    @NotNull(message = "choose a code of the list disclosure-response") DisclosureResponse response,
    @Size(max = 4000, message = "at most 4000 characters") String words,
    Instant cameAt) {}
