package org.wraparound.actionplan.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.actionplan.evidence.EvidenceEvent.EvidenceFileStored;
import org.wraparound.kit.Caller;
import org.wraparound.kit.access.PersonRecord;

/**
 * A file that shows that something was done. It is uploaded before anything refers to it, and
 * neither it nor its content, which the {@link EvidenceStore} keeps under its id, ever changes.
 */
@Entity
@Table(name = "evidence_file")
public class EvidenceFile extends PersonRecord {
  @Column(updatable = false)
  private String name;

  @Column(name = "media_type", updatable = false)
  private String mediaType;

  @Column(updatable = false)
  private long bytes;

  @Column(updatable = false)
  private String sha256;

  @Column(name = "uploaded_at", updatable = false)
  private Instant uploadedAt;

  @Column(name = "uploaded_by", updatable = false)
  private String uploadedBy;

  EvidenceFile() {}

  EvidenceFile(
      UUID id, UUID personId, String name, ReceivedFile content, Caller caller, Instant at) {
    super(id, personId, caller.agency());
    this.name = name;
    this.mediaType = content.mediaType();
    this.bytes = content.bytes();
    this.sha256 = content.sha256();
    this.uploadedAt = at;
    this.uploadedBy = caller.userId();
  }

  EvidenceFileStored stored() {
    return new EvidenceFileStored(id, personId, mediaType, bytes, sha256, uploadedAt);
  }

  /** Where it is found. */
  public URI uri() {
    return URI.create("/v1/evidence-files/" + id);
  }

  /** As given by who uploaded it: text from people, for no log and no event. */
  public String name() {
    return name;
  }

  /** What it is, such as {@code application/pdf}. */
  public String mediaType() {
    return mediaType;
  }

  /** Its length. */
  public long bytes() {
    return bytes;
  }

  /** Hash of its content, in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** When it came in. */
  public Instant uploadedAt() {
    return uploadedAt;
  }

  /** Who uploaded it, for {@link #agency()}; subject of the token. */
  public String uploadedBy() {
    return uploadedBy;
  }
}
