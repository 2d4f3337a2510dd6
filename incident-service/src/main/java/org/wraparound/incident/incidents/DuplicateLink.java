package org.wraparound.incident.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/** That a record was found to be a second record of another incident, until it is found not to. */
@Entity
@Table(name = "duplicate_link")
class DuplicateLink extends PersonRecord {
  @Column(name = "incident_id")
  private UUID incidentId;

  @Column(name = "duplicate_of")
  private UUID duplicateOf;

  private String reason;

  @Column(name = "linked_at")
  private Instant linkedAt;

  @Column(name = "linked_by")
  private String linkedBy;

  @Column(name = "removal_reason")
  private String removalReason;

  @Column(name = "removed_at")
  private Instant removedAt;

  @Column(name = "removed_by")
  private String removedBy;

  DuplicateLink() {}

  DuplicateLink(Incident incident, UUID duplicateOf, String reason, String linkedBy) {
    super(Ids.next(), incident.personId(), incident.agency());
    this.incidentId = incident.id();
    this.duplicateOf = duplicateOf;
    this.reason = reason;
    this.linkedAt = incident.changedAt();
    this.linkedBy = linkedBy;
  }

  void remove(String why, String by, Instant now) {
    removalReason = why;
    removedBy = by;
    removedAt = now;
  }

  boolean stoodAt(Instant moment) {
    return !linkedAt.isAfter(moment) && (removedAt == null || removedAt.isAfter(moment));
  }

  UUID incidentId() {
    return incidentId;
  }

  UUID duplicateOf() {
    return duplicateOf;
  }

  String reason() {
    return reason;
  }

  Instant linkedAt() {
    return linkedAt;
  }

  String linkedBy() {
    return linkedBy;
  }
}
