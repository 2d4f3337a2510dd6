package org.wraparound.escalation.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;

/** A decision that was drawn to be looked at again, by somebody else than the one who took it. */
@Entity
@Table(name = "audit_sample")
class AuditSample extends PersonRecord {
  @Column(name = "escalation_id", updatable = false)
  private UUID escalationId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private SampleReason reason;

  @Column(name = "decided_by_agency", updatable = false)
  private String decidedByAgency;

  @Column(name = "decided_by", updatable = false)
  private String decidedBy;

  @Column(name = "decided_at", updatable = false)
  private Instant decidedAt;

  @Column(name = "sampled_at", updatable = false)
  private Instant sampledAt;

  @Enumerated(EnumType.STRING)
  private Finding finding;

  private String words;

  @Column(name = "found_by_agency")
  private String foundByAgency;

  @Column(name = "found_by")
  private String foundBy;

  @Column(name = "found_at")
  private Instant foundAt;

  AuditSample() {}

  AuditSample(DecidedCase decided, Instant sampledAt) {
    super(Ids.next(), decided.personId(), decided.provider());
    this.escalationId = decided.escalationId();
    this.reason = decided.noFurtherAction() ? SampleReason.NO_FURTHER_ACTION : SampleReason.RANDOM;
    this.decidedByAgency = decided.agency();
    this.decidedBy = decided.userId();
    this.decidedAt = decided.decidedAt();
    this.sampledAt = sampledAt;
  }

  /** It was looked at. */
  EscalationAudited find(RecordFinding found, Caller caller, Instant at) {
    if (caller.userId().equals(decidedBy)) {
      throw ProblemException.forbidden("Somebody else than the one who decided looks at it again.");
    }
    if (foundAt != null) {
      throw ProblemException.conflict(
          "It has been looked at already.", URI.create("/v1/quality/samples/" + id));
    }
    finding = found.finding();
    words = found.words();
    foundByAgency = caller.agencyOrRole();
    foundBy = caller.userId();
    foundAt = at;
    return new EscalationAudited(escalationId, personId, id, reason, finding, at);
  }

  UUID escalationId() {
    return escalationId;
  }

  SampleReason reason() {
    return reason;
  }

  String decidedByAgency() {
    return decidedByAgency;
  }

  String decidedBy() {
    return decidedBy;
  }

  Instant decidedAt() {
    return decidedAt;
  }

  Instant sampledAt() {
    return sampledAt;
  }

  Finding finding() {
    return finding;
  }

  String words() {
    return words;
  }

  String foundByAgency() {
    return foundByAgency;
  }

  String foundBy() {
    return foundBy;
  }

  Instant foundAt() {
    return foundAt;
  }
}
