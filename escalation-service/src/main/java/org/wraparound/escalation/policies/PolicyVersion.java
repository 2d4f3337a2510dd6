package org.wraparound.escalation.policies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.escalation.policies.PolicyEvent.PolicyApproved;
import org.wraparound.escalation.policies.PolicyEvent.PolicyDrafted;
import org.wraparound.escalation.policies.PolicyEvent.PolicyRevised;
import org.wraparound.escalation.policies.PolicyEvent.PolicyWithdrawn;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;

/**
 * A policy under its number, which escalations and evaluations name. It is written and rewritten as
 * a draft; once another person has approved it, it never changes.
 */
@Entity
@Table(name = "policy")
class PolicyVersion {
  @Id private int version;

  @Version private long revision;

  @Column(updatable = false)
  private String owner;

  @JdbcTypeCode(SqlTypes.JSON)
  private String content;

  @Column(name = "drafted_by", updatable = false)
  private String draftedBy;

  @Column(name = "drafted_at", updatable = false)
  private Instant draftedAt;

  @Column(name = "edited_by")
  private String editedBy;

  @Column(name = "edited_at")
  private Instant editedAt;

  @Column(name = "approved_by")
  private String approvedBy;

  @Column(name = "approved_at")
  private Instant approvedAt;

  @Column(name = "approval_note")
  private String approvalNote;

  @Column(name = "in_force_from")
  private Instant inForceFrom;

  @Column(name = "withdrawn_by")
  private String withdrawnBy;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Column(name = "withdrawal_reason")
  private String withdrawalReason;

  PolicyVersion() {}

  /** A draft of the caller's agency. */
  PolicyVersion(int version, String content, Caller caller, Instant at) {
    this.version = version;
    this.owner = caller.agency();
    this.content = content;
    this.draftedBy = caller.userId();
    this.draftedAt = at;
    this.editedBy = caller.userId();
    this.editedAt = at;
  }

  /** A default policy, as it comes with the service: in force at once. */
  static PolicyVersion shipped(int version, String content, Instant at) {
    PolicyVersion policy = new PolicyVersion(version, content, Caller.SYSTEM_CALLER, at);
    policy.owner = null;
    policy.approvedBy = Caller.SYSTEM_CALLER.userId();
    policy.approvedAt = at;
    policy.inForceFrom = at;
    return policy;
  }

  PolicyDrafted drafted() {
    return new PolicyDrafted(version, owner, draftedAt);
  }

  PolicyRevised revise(String changed, Caller caller, Instant at) {
    mustBeDraftOf(caller);
    content = changed;
    editedBy = caller.userId();
    editedAt = at;
    return new PolicyRevised(version, owner, at);
  }

  /**
   * Another person of the agency lets it come into force.
   *
   * @param from when; at once where nothing is said
   */
  PolicyApproved approve(Instant from, String note, Caller caller, Instant at) {
    mustBeDraftOf(caller);
    if (caller.userId().equals(draftedBy) || caller.userId().equals(editedBy)) {
      throw ProblemException.forbidden(
          "Who drafted a policy or edited it last does not approve it; ask a colleague to.");
    }
    if (from != null && from.isBefore(at)) {
      throw ProblemException.invalid(
          "inForceFrom",
          "must not be in the past: what was decided meanwhile followed other rules");
    }
    approvedBy = caller.userId();
    approvedAt = at;
    approvalNote = note;
    inForceFrom = from == null ? at : from;
    return new PolicyApproved(version, owner, inForceFrom, at);
  }

  PolicyWithdrawn withdraw(String reason, Caller caller, Instant at) {
    mustBeOf(caller);
    mustBe(withdrawnAt == null, "It has been withdrawn already.");
    mustBe(
        inForceFrom == null || inForceFrom.isAfter(at),
        "It is or was in force; approve another that takes its place.");
    withdrawnBy = caller.userId();
    withdrawnAt = at;
    withdrawalReason = reason;
    return new PolicyWithdrawn(version, owner, at);
  }

  private void mustBeDraftOf(Caller caller) {
    mustBeOf(caller);
    mustBe(withdrawnAt == null, "It has been withdrawn; draft another.");
    mustBe(approvedAt == null, "It has been approved and never changes; draft another.");
  }

  private void mustBeOf(Caller caller) {
    if (owner == null || !owner.equals(caller.agency())) {
      throw ProblemException.forbidden("Only the agency whose policy it is changes it.");
    }
  }

  private void mustBe(boolean allowed, String otherwise) {
    if (!allowed) {
      throw ProblemException.conflict(otherwise, URI.create("/v1/policies/" + version));
    }
  }

  /** Everyone may see what was approved; the rest is the agency's own affair. */
  boolean isVisibleTo(Caller caller) {
    return approvedAt != null || owner.equals(caller.agency());
  }

  /**
   * Where it stands.
   *
   * @param current version of the policy of the same owner that is in force, or null
   */
  PolicyStatus status(Integer current, Instant now) {
    if (withdrawnAt != null) {
      return PolicyStatus.WITHDRAWN;
    }
    if (approvedAt == null) {
      return PolicyStatus.DRAFT;
    }
    if (inForceFrom.isAfter(now)) {
      return PolicyStatus.APPROVED;
    }
    return current != null && current == version ? PolicyStatus.IN_FORCE : PolicyStatus.SUPERSEDED;
  }

  /** Whether its content may still change. */
  boolean isDraft() {
    return approvedAt == null;
  }

  int version() {
    return version;
  }

  long revision() {
    return revision;
  }

  String owner() {
    return owner;
  }

  String content() {
    return content;
  }

  String draftedBy() {
    return draftedBy;
  }

  Instant draftedAt() {
    return draftedAt;
  }

  String editedBy() {
    return editedBy;
  }

  Instant editedAt() {
    return editedAt;
  }

  String approvedBy() {
    return approvedBy;
  }

  Instant approvedAt() {
    return approvedAt;
  }

  String approvalNote() {
    return approvalNote;
  }

  Instant inForceFrom() {
    return inForceFrom;
  }

  String withdrawnBy() {
    return withdrawnBy;
  }

  Instant withdrawnAt() {
    return withdrawnAt;
  }

  String withdrawalReason() {
    return withdrawalReason;
  }
}
