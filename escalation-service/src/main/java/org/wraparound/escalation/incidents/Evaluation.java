package org.wraparound.escalation.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.escalation.policies.Facts;
import org.wraparound.escalation.policies.Policies.InForce;
import org.wraparound.escalation.policies.Trigger;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/** What the policies in force made of something that happened: each rule, fired or not, and why. */
@Entity
@Immutable
@Table(name = "evaluation")
class Evaluation extends PersonRecord {
  @Column(name = "judged_on")
  @Enumerated(EnumType.STRING)
  private Trigger trigger;

  @Column(name = "incident_id")
  private UUID subjectId;

  @Enumerated(EnumType.STRING)
  private Cause cause;

  private int number;

  @Column(name = "policy_version")
  private int policyVersion;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<Applied> policies;

  @Column(name = "evaluated_at")
  private Instant evaluatedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<RuleResult> rules;

  Evaluation() {}

  Evaluation(
      Trigger trigger,
      Facts subject,
      Cause cause,
      int number,
      List<InForce> policies,
      Instant evaluatedAt,
      List<RuleResult> rules) {
    super(Ids.next(), subject.personId(), subject.provider());
    this.trigger = trigger;
    this.subjectId = subject.incidentId();
    this.cause = cause;
    this.number = number;
    this.policyVersion = policies.get(0).version();
    this.policies =
        policies.stream().map(policy -> Applied.of(policy, subject.provider())).toList();
    this.evaluatedAt = evaluatedAt;
    this.rules = rules;
  }

  /**
   * A policy that was applied.
   *
   * @param owner agency whose policy it is; null for the default
   */
  record Applied(int version, String owner, As as, String title) {
    static Applied of(InForce policy, String provider) {
      As as =
          policy.owner() == null
              ? As.DEFAULT
              : policy.owner().equals(provider) ? As.PROVIDER : As.BOARD;
      return new Applied(policy.version(), policy.owner(), as, policy.policy().title());
    }
  }

  /** Why a policy applied. */
  enum As {
    /** No safeguarding board in the person's circle has one of its own. */
    DEFAULT,
    /** That of a safeguarding board in the person's circle. */
    BOARD,
    /** The provider's own. */
    PROVIDER
  }

  Trigger trigger() {
    return trigger;
  }

  UUID subjectId() {
    return subjectId;
  }

  Cause cause() {
    return cause;
  }

  int number() {
    return number;
  }

  int policyVersion() {
    return policyVersion;
  }

  List<Applied> policies() {
    return policies;
  }

  Instant evaluatedAt() {
    return evaluatedAt;
  }

  List<RuleResult> rules() {
    return rules;
  }
}
