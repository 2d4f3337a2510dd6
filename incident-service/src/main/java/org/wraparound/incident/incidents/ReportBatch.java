package org.wraparound.incident.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Incidents recorded while the system that sends them was offline. */
@Schema(name = "ReportBatch")
record ReportBatch(
    @NotNull(message = "list the entries")
        @Size(min = 1, max = 200, message = "send 1 to 200 entries at a time")
        List<@NotNull(message = "must be an entry") Entry> entries) {
  /**
   * One incident. Read apart from the others, so that a mistake in it is its own.
   *
   * @param key its Idempotency-Key, 1 to 200 characters
   */
  @Schema(name = "BatchEntry")
  record Entry(String key, @Schema(implementation = ReportIncident.class) JsonNode incident) {}
}
