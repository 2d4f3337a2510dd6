package org.wraparound.actionplan.evidence;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file as it is shown.
 *
 * @param uploadedBy subject of the token
 * @param content where the file itself is
 */
@Schema(name = "EvidenceFile")
record EvidenceFileView(
    UUID id,
    UUID personId,
    @Schema(examples = "Panels fitted, lounge.jpg") String name,
    @Schema(examples = "image/jpeg") String mediaType,
    long bytes,
    @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,
    Instant uploadedAt,
    @Schema(examples = "OAKFIELD") String uploadedByAgency,
    String uploadedBy,
    URI content) {

  static EvidenceFileView of(EvidenceFile file) {
    return new EvidenceFileView(
        file.id(),
        file.personId(),
        file.name(),
        file.mediaType(),
        file.bytes(),
        file.sha256(),
        file.uploadedAt(),
        file.agency(),
        file.uploadedBy(),
        URI.create(file.uri() + "/content"));
  }
}
