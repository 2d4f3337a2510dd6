package org.wraparound.actionplan.actions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** One thing that shows that an action was done. */
@Embeddable
record Evidence(
    @Enumerated(EnumType.STRING) @Column(name = "kind") EvidenceKind kind,
    @Column(name = "reference") String reference,
    @Column(name = "note") String note,
    @Embedded Shown file,
    @Column(name = "added_at") Instant addedAt,
    @Column(name = "added_by_agency") String addedByAgency,
    @Column(name = "added_by") String addedBy) {

  /** A file as it was when it was shown: its hash tells later whether it still is the same. */
  @Embeddable
  record Shown(
      @Column(name = "file_id") UUID id,
      @Column(name = "file_name") String name,
      @Column(name = "file_media_type") String mediaType,
      @Column(name = "file_bytes") Long bytes,
      @Column(name = "file_sha256") String sha256) {}
}
