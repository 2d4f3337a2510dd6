package org.wraparound.escalation.directory;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.kit.Ids;

/**
 * What an entry of the directory said from a moment on. Not in the journal: that is of persons, and
 * a directory is of none.
 */
@Entity
@Immutable
@Table(name = "directory_change")
class DirectoryChange {
  @Id private UUID id;

  @SuppressWarnings("UnusedVariable") // queries read it
  private String agency;

  private String path;
  private long version;

  @JdbcTypeCode(SqlTypes.JSON)
  private JsonNode content;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by_agency")
  private String changedByAgency;

  @Column(name = "changed_by")
  private String changedBy;

  DirectoryChange() {}

  /**
   * @param agency whose entry it is
   * @param entry as it stands now
   * @param content what it says now
   */
  DirectoryChange(String agency, DirectoryEntry entry, JsonNode content) {
    this.id = Ids.next();
    this.agency = agency;
    this.path = entry.path();
    this.version = entry.version();
    this.content = content;
    this.changedAt = entry.changedAt();
    this.changedByAgency = entry.changedByAgency();
    this.changedBy = entry.changedBy();
  }

  UUID id() {
    return id;
  }

  String path() {
    return path;
  }

  long version() {
    return version;
  }

  JsonNode content() {
    return content;
  }

  Instant changedAt() {
    return changedAt;
  }

  String changedByAgency() {
    return changedByAgency;
  }

  String changedBy() {
    return changedBy;
  }
}
