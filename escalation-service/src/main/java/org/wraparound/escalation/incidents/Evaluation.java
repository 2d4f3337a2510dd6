package org.wraparound.escalation.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/** What the policy in force made of an incident: each rule, fired or not, and why. */
@Entity
@Immutable
@Table(name = "evaluation")
class Evaluation extends PersonRecord {
  @Column(name = "incident_id")
  private UUID incidentId;

  @Column(name = "policy_version")
  private int policyVersion;

  @Column(name = "evaluated_at")
  private Instant evaluatedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<RuleResult> rules;

  Evaluation() {}

  Evaluation(
      IncidentFacts incident, int policyVersion, Instant evaluatedAt, List<RuleResult> rules) {
    super(Ids.next(), incident.personId(), incident.agency());
    this.incidentId = incident.id();
    this.policyVersion = policyVersion;
    this.evaluatedAt = evaluatedAt;
    this.rules = rules;
  }

  UUID incidentId() {
    return incidentId;
  }

  int policyVersion() {
    return policyVersion;
  }

  Instant evaluatedAt() {
    return evaluatedAt;
  }

  List<RuleResult> rules() {
    return rules;
  }
}
