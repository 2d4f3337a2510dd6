package org.wraparound.incident.drafts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.incident.incidents.ReportIncident;

/**
 * A draft as it is shown.
 *
 * @param writers subjects of the tokens of all who wrote it
 * @param incident what has been written so far
 * @param submission null until it became an incident
 * @param discarding null unless it was discarded
 */
@Schema(name = "IncidentDraft")
record DraftView(
    UUID id,
    String agency,
    Instant createdAt,
    String createdBy,
    Instant writtenAt,
    List<String> writers,
    ReportIncident incident,
    Submission submission,
    Discarding discarding) {
  /** When it became which incident. */
  @Schema(name = "DraftSubmission")
  record Submission(Instant at, String by, UUID incidentId) {}

  /** When and why it was discarded. */
  @Schema(name = "DraftDiscarding")
  record Discarding(Instant at, String by, String reason) {}
}
